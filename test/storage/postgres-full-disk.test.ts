import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { EXIT_CODES } from "../../cli/exit-codes.ts";
import { TransientError } from "../../errors.ts";
import type { ArticleStore, StorableArticle } from "../../storage/article-store.ts";
import { openStore } from "../../storage/open-store.ts";
import { makeDisk, noServerDisk } from "./own-disk.ts";
import { serverUser, startPostgres } from "./postgres-server.ts";
import { sampleArticle } from "./sample-article.ts";

const DISK_BYTES = 96 * 1024 * 1024;
const ROOM_BYTES = 1.5 * 1024 * 1024;
const BATCH = 10;

const folder = await mkdtemp(join(tmpdir(), "galley-pg-disk-"));
await chmod(folder, 0o755);
after(() => rm(folder, { recursive: true, force: true }));

/** Text that the server cannot pack. */
const batchOf = (n: number): StorableArticle[] =>
  Array.from({ length: BATCH }, (_, i) =>
    sampleArticle(`${n}-${i}`, `${n} ${i} ${randomBytes(3_000).toString("base64")}`),
  );

/** Puts batch after batch until one fails. */
async function fillUp(store: ArticleStore, acknowledged: StorableArticle[]): Promise<unknown> {
  for (let n = 0; ; n += 1) {
    const batch = batchOf(n);
    try {
      await store.put(batch);
    } catch (error) {
      return error;
    }
    acknowledged.push(...batch);
  }
}

// A server without room for tables refuses the statement; one without room for its log stops.
for (const [holds, told] of [
  ["tables", /postgres:\/\/galley@.* has no room: .*No space left on device.* safe; make room there/u],
  ["log", /postgres:\/\/galley@.* (?:does not answer|has no room): .* safe; /u],
] as const)
  test(
    `a full disk under a server's ${holds}: a clear error, and what was acknowledged is there`,
    { skip: noServerDisk() },
    async () => {
      await using open = new AsyncDisposableStack();
      const on = await makeDisk(join(folder, holds), { size: DISK_BYTES, uid: serverUser()?.uid ?? 0 });
      open.defer(() => on.close());
      const server = await startPostgres({ fsync: true, disk: { holds, on } });
      open.defer(() => server.close());
      const url = server.url("articles");
      const store = await openStore(url);
      const acknowledged = batchOf(-1);
      await store.put(acknowledged);
      await on.fill(ROOM_BYTES);
      const failure = await fillUp(store, acknowledged);
      assert.ok(failure instanceof TransientError, String(failure));
      assert.match(failure.message, told);
      assert.equal(EXIT_CODES[failure.code], 25);
      assert.ok(acknowledged.length > BATCH);
      // Without room for tables, reading goes on; a server without a log comes back only when there is room.
      if (holds === "tables") assert.equal(await store.count(), acknowledged.length);
      await store.close();

      await on.makeRoom();
      await server.stop("immediate");
      await server.start();
      const again = await openStore(url);
      for (const { id } of acknowledged) assert.notEqual(await again.get(id), null, id);
      const count = await again.count();
      assert.equal(count % BATCH, 0);
      assert.deepEqual(
        (await again.events({ after: 0, limit: 100_000 })).map(({ seq }) => seq),
        Array.from({ length: count }, (_, i) => i + 1),
      );
      assert.deepEqual(await again.put([sampleArticle("late")]), [{ id: "article-late", outcome: "new" }]);
      await again.close();
    },
  );
