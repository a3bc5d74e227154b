import { sql } from "kysely";
import type { ArticleEvent } from "./article-store.ts";
import type { PostgresTransaction } from "./postgres-connection.ts";
import { insertRows } from "./postgres-insert.ts";

/** An event whose id is still to be chosen among candidates, the first free one. */
export interface EventDraft extends Omit<ArticleEvent, "id" | "at"> {
  readonly ids: Generator<string, never>;
}

/** The number of the last event; under the writers' lock the next one is free. */
export async function lastEventSeq(trx: PostgresTransaction): Promise<number> {
  const { rows } = await sql<{ seq: string }>`SELECT coalesce(max(seq), 0) AS seq FROM events`.execute(trx);
  return Number(rows[0]?.seq);
}

export async function appendEvents(
  trx: PostgresTransaction,
  drafts: readonly EventDraft[],
  at: Date,
): Promise<void> {
  const ids = await chooseIds(trx, drafts);
  await insertRows(
    trx,
    { table: "events", columns: ["seq", "id", "type", "article_id", "revision", "content_hash", "at"] },
    drafts.map(({ seq, type, articleId, revision, contentHash }, i) => [
      seq,
      ids[i] ?? null,
      type,
      articleId,
      revision,
      contentHash,
      at,
    ]),
  );
}

async function chooseIds(trx: PostgresTransaction, drafts: readonly EventDraft[]): Promise<Buffer[]> {
  const chosen: string[] = [];
  const used = new Set<string>();
  let open = drafts.map((_, i) => i);
  while (open.length > 0) {
    for (const i of open) {
      let id: string;
      do id = drafts[i]?.ids.next().value ?? "";
      while (used.has(id));
      used.add(id);
      chosen[i] = id;
    }
    const candidates = open.map((i) => Buffer.from(chosen[i] ?? "", "hex"));
    const { rows } = await sql<{ id: Buffer }>`
      SELECT id FROM events WHERE id = ANY(${candidates}::bytea[])`.execute(trx);
    const taken = new Set(rows.map(({ id }) => id.toString("hex")));
    open = open.filter((i) => taken.has(chosen[i] ?? ""));
  }
  return chosen.map((id) => Buffer.from(id, "hex"));
}
