import { createHash, randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import { UsageError, messageOf } from "../errors.ts";

/** 256 random bits: too many to guess, so that a plain hash keeps them (no password, no salt, no slow hash needed). */
const TOKEN_BYTES = 32;
const PREFIX = "galley_";

const tokenEntrySchema = z.strictObject({
  name: z.string().min(1),
  /** SHA-256 of the token, hex. The token itself is shown once and kept nowhere. */
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
  createdAt: z.string(),
});
const bookSchema = z.strictObject({ tokens: z.array(tokenEntrySchema) });
export type TokenEntry = z.output<typeof tokenEntrySchema>;

/** Who may ask: names with hashed tokens. */
export interface TokenBook {
  readonly entries: readonly TokenEntry[];
  /** The name whose token this is, or null. */
  nameOf(token: string): string | null;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A book of entries. Tokens are compared by their hashes, so that no comparison tells how much of one was right. */
export function createTokenBook(entries: readonly TokenEntry[]): TokenBook {
  const names = new Map(entries.map(({ name, hash }) => [hash, name]));
  return { entries, nameOf: (token) => names.get(hashOf(token)) ?? null };
}

/** An entry for a token that is known already (from a secret file, for one). */
export function tokenEntry(name: string, token: string, createdAt: string): TokenEntry {
  return { name, hash: hashOf(token), createdAt };
}

/**
 * Reads the book at `path`; a book that is not there is empty.
 * @throws UsageError (file-not-readable)
 */
export async function readTokenBook(path: string): Promise<readonly TokenEntry[]> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    const message = `Cannot read the tokens in ${path}: ${messageOf(cause)}.`;
    throw new UsageError("file-not-readable", message, { cause });
  }
  try {
    return bookSchema.parse(JSON.parse(text)).tokens;
  } catch (cause) {
    const message = `${path} is no token file. Move it away and make new tokens with galley token add NAME.`;
    throw new UsageError("file-not-readable", message, { cause });
  }
}

async function writeTokenBook(path: string, tokens: readonly TokenEntry[]): Promise<void> {
  const staging = `${path}.${process.pid}.tmp`;
  await writeFile(staging, `${JSON.stringify({ tokens }, null, 2)}\n`, { mode: 0o600 });
  await rename(staging, path);
}

/**
 * Makes a token for `name` and keeps its hash. Answers the token, which is shown once.
 * @throws UsageError (usage) when the name is taken
 */
export async function addToken(path: string, name: string, now: string): Promise<string> {
  const entries = await readTokenBook(path);
  if (entries.some((entry) => entry.name === name))
    throw new UsageError(
      "usage",
      `There is a token named "${name}" already. Remove it first, or choose another name.`,
    );
  const token = `${PREFIX}${randomBytes(TOKEN_BYTES).toString("base64url")}`;
  await writeTokenBook(path, [...entries, tokenEntry(name, token, now)]);
  return token;
}

/** @throws UsageError (usage) when there is no token of that name */
export async function removeToken(path: string, name: string): Promise<void> {
  const entries = await readTokenBook(path);
  const rest = entries.filter((entry) => entry.name !== name);
  if (rest.length === entries.length)
    throw new UsageError("usage", `There is no token named "${name}". galley token list shows them.`);
  await writeTokenBook(path, rest);
}
