import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, describe, test } from "node:test";
import type { ArticleStore } from "../../storage/article-store.ts";
import { openStore } from "../../storage/open-store.ts";
import { sampleArticle } from "./sample-article.ts";
import { WRITER, reportOf, runWriter } from "./writer-process.ts";

const BATCH = 10;

const folder = await mkdtemp(join(tmpdir(), "galley-crash-"));
after(() => rm(folder, { recursive: true, force: true }));

for (const scheme of ["sqlite", "jsonl"]) {
  describe(`${scheme}: processes that die, compete and run out of room`, () => {
    test("kill -9 in mid-run: all that was acknowledged is there, in whole batches", async () => {
      const path = join(folder, `killed.${scheme}`);
      const url = `${scheme}:${path}`;
      for (const round of [1, 2, 3, 4, 5, 6]) {
        const prefix = `round-${round}`;
        const killAfterBatches = 1 + round * 2;
        const report = await runWriter({ url, prefix, batch: BATCH, count: 1_000_000, killAfterBatches });
        assert.equal(report.signal, "SIGKILL");
        assert.ok(report.put >= killAfterBatches * BATCH);
        const store = await openStore(url);
        for (let n = 0; n < report.put; n++)
          assert.ok(await store.get(`article-${prefix}-${n}`), `${prefix}-${n}`);
        await checkWhole(store);
        assert.equal((await store.put([sampleArticle(`after-${prefix}`)]))[0]?.outcome, "new");
        // Ten articles after each kill, so that counts stay whole batches.
        await store.put(Array.from({ length: BATCH - 1 }, (_, i) => sampleArticle(`more-${prefix}-${i}`)));
        await store.close();
      }
      if (scheme === "sqlite") assert.deepEqual(integrityOf(path), ["ok"]);
    });

    test("processes that put the same articles at once store each of them once", async () => {
      const url = `${scheme}:${join(folder, `rivals.${scheme}`)}`;
      const rival = { url, prefix: "same", batch: BATCH, count: 300 };
      const reports = await Promise.all([runWriter(rival), runWriter(rival), runWriter(rival)]);
      assert.deepEqual(
        reports.map(({ put, error }) => [put, error]),
        reports.map(() => [300, null]),
      );
      assert.equal(
        reports.reduce((sum, { fresh }) => sum + fresh, 0),
        300,
      );
      const store = await openStore(url);
      assert.equal(await store.count(), 300);
      await checkWhole(store);
      await store.close();
    });

    test("a file that may not grow: a clear error, and what was acknowledged is there", async () => {
      const url = `${scheme}:${join(folder, `limited.${scheme}`)}`;
      // 4,000 blocks of 512 bytes; Node ignores SIGXFSZ, so the write itself fails.
      const child = spawn(
        "sh",
        ["-c", `ulimit -f 4000; exec "$0" "$@"`, process.execPath, WRITER, url, "a", "10"],
        {
          stdio: ["ignore", "pipe", "inherit"],
        },
      );
      const { put, error } = await reportOf(child, Number.POSITIVE_INFINITY);
      assert.equal(error?.error, "TransientError");
      assert.equal(error?.code, "data-folder");
      const store = await openStore(url);
      assert.equal(await store.count(), put);
      await checkWhole(store);
      assert.equal((await store.put([sampleArticle("afterwards")]))[0]?.outcome, "new");
      await store.close();
    });

    test(
      "a full disk: a clear error, and what was acknowledged is there",
      { skip: noOwnDisk() },
      async () => {
        const disk = join(folder, `disk-${scheme}`);
        await mkdir(disk);
        const url = `${scheme}:${join(disk, "store")}`;
        // The second writer finds the disk still full: it opens the store, and learns what is there already.
        const script = `mount -t tmpfs -o size=3m tmpfs "$2"; "$0" "$1" "$3" a 10; "$0" "$1" "$3" a 10`;
        const child = spawn("unshare", ["-rm", "sh", "-c", script, process.execPath, WRITER, disk, url], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        const lines = (await textOf(child)).trim().split("\n");
        const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
        const failures = said.filter(({ error }) => error !== undefined);
        assert.equal(failures.length, 2);
        for (const { error, code, message } of failures) {
          assert.deepEqual([error, code], ["TransientError", "data-folder"]);
          assert.match(String(message), /disk-\w+\/store: the disk is full\. .*make room/);
        }
        const first = Number(said[said.indexOf(failures[0]!) - 1]?.["put"]);
        const second = said.slice(said.indexOf(failures[0]!) + 1).filter(({ put }) => Number(put) <= first);
        assert.equal(second.length, first / BATCH);
        for (const line of second) assert.equal(line["new"], 0);
      },
    );

    test(
      "a folder that has become read-only: a clear error, and all is there when it is writable again",
      { skip: noOwnDisk() },
      async () => {
        const disk = join(folder, `read-only-${scheme}`);
        await mkdir(disk);
        const url = `${scheme}:${join(disk, "store")}`;
        // File modes do not stop root; a read-only mount does.
        const write = (count: number): string => `"$0" "$1" "$3" a 10 ${count}`;
        const script = `mount -t tmpfs tmpfs "$2"; ${write(30)}; mount -o remount,ro "$2"; ${write(40)}; mount -o remount,rw "$2"; ${write(40)}`;
        const child = spawn("unshare", ["-rm", "sh", "-c", script, process.execPath, WRITER, disk, url], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        const said = (await textOf(child))
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as Record<string, unknown>);
        const failure = said.findIndex(({ error }) => error !== undefined);
        assert.equal(failure, 3);
        assert.deepEqual([said[failure]?.["error"], said[failure]?.["code"]], ["UsageError", "data-folder"]);
        assert.match(
          String(said[failure]?.["message"]),
          /Cannot write to .*: the file system is read-only\./u,
        );
        assert.deepEqual(
          said.slice(failure + 1).map((line) => [line["put"], line["new"]]),
          [
            [10, 0],
            [20, 0],
            [30, 0],
            [40, 10],
          ],
        );
      },
    );
  });
}

/** Counts are whole batches, and events have neither gap nor double. */
async function checkWhole(store: ArticleStore): Promise<void> {
  const count = await store.count();
  const events = await store.events({ after: 0, limit: 1_000_000 });
  assert.equal(count % BATCH, 0);
  assert.deepEqual(
    events.map(({ seq }) => seq),
    Array.from({ length: count }, (_, i) => i + 1),
  );
  assert.equal(new Set(events.map(({ id }) => id)).size, count);
}

function integrityOf(path: string): unknown[] {
  const db = new DatabaseSync(path);
  try {
    return db
      .prepare("PRAGMA integrity_check")
      .all()
      .map((row) => row["integrity_check"]);
  } finally {
    db.close();
  }
}

/** Why no disk of the test's own can be had, or false. */
function noOwnDisk(): string | false {
  const probe = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", tmpdir()]);
  return probe.status === 0 ? false : "this system does not let a test mount a small disk of its own";
}

async function textOf(child: ReturnType<typeof spawn>): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of child.stdout!.setEncoding("utf8")) chunks.push(String(chunk));
  return chunks.join("");
}
