import { UsageError } from "../errors.ts";
import type { ArticleStore } from "./article-store.ts";
import { openJsonlStore } from "./jsonl-store.ts";
import { openJsonlStream } from "./jsonl-stream.ts";
import { openMemoryStore } from "./memory-store.ts";
import { openSqliteStore } from "./sqlite-store.ts";

/** How a store is named, one entry a scheme. */
const OPENERS: Readonly<Record<string, (place: string) => Promise<ArticleStore>>> = {
  sqlite: (place) => openSqliteStore(needPath("sqlite", place)),
  jsonl: async (place) =>
    place === "-" ? openJsonlStream(process.stdout) : await openJsonlStore(needPath("jsonl", place)),
  memory: async (place) => {
    if (place !== "") throw new UsageError("usage", `memory: takes no path, but was given "${place}".`);
    return openMemoryStore();
  },
  postgres: openPostgres,
  postgresql: openPostgres,
};

/** Loads its packages only where they are needed. */
async function openPostgres(place: string): Promise<ArticleStore> {
  const { openPostgresStore } = await import("./postgres-store.ts");
  return openPostgresStore(`postgres:${place}`);
}

const CHOICES =
  "sqlite:PATH (the default kind), postgres://user@host/database, jsonl:PATH, jsonl:- (write only, to standard output) or memory:";

/**
 * Opens the store that a URL names, making it and its folder where there is none.
 * @throws UsageError (usage) for a URL that names no store; UsageError (data-folder) where it cannot be made or is not a store
 */
export async function openStore(url: string): Promise<ArticleStore> {
  const scheme = /^([a-z]+):/i.exec(url)?.[1]?.toLowerCase() ?? "";
  const open = Object.hasOwn(OPENERS, scheme) ? OPENERS[scheme] : undefined;
  if (open === undefined) throw new UsageError("usage", `"${url}" names no store. A store is ${CHOICES}.`);
  return open(url.slice(scheme.length + 1));
}

function needPath(scheme: string, place: string): string {
  if (place === "" || place.includes("\0"))
    throw new UsageError("usage", `${scheme}: needs a path, as in ${scheme}:galley-data/galley.${scheme}.`);
  return place;
}
