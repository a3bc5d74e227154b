import { mkdir } from "node:fs/promises";
import { UsageError, messageOf } from "../../errors.ts";
import { addToken, readTokenBook, removeToken } from "../../server/token-book.ts";
import { writeOutput } from "../write-output.ts";
import { tokenFile } from "./serve.ts";

/** `galley token add NAME`: prints a new token, once. */
export async function addTokenCommand(name: string, dataDir: string): Promise<number> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (cause) {
    throw new UsageError("data-folder", `Cannot make ${dataDir}: ${messageOf(cause)}.`, { cause });
  }
  const token = await addToken(tokenFile(dataDir), name, new Date().toISOString());
  await writeOutput(`${token}\n`);
  process.stderr.write(
    "galley: keep this token: it is not shown again. A running server knows it after a restart.\n",
  );
  return 0;
}

/** `galley token list`: names and when each was made. */
export async function listTokensCommand(dataDir: string): Promise<number> {
  const entries = await readTokenBook(tokenFile(dataDir));
  await writeOutput(entries.map(({ name, createdAt }) => `${name}\t${createdAt}\n`).join(""));
  return 0;
}

/** `galley token remove NAME` */
export async function removeTokenCommand(name: string, dataDir: string): Promise<number> {
  await removeToken(tokenFile(dataDir), name);
  process.stderr.write("galley: removed. A running server forgets it after a restart.\n");
  return 0;
}
