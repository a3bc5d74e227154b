import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { SourceRun } from "../../queue/sources/source-runs.ts";
import type { Site } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";
import { runGalley, type GalleyRun } from "./run-galley.ts";

let site: Site;
let folder: string;
before(async () => {
  site = await startSite();
  folder = await mkdtemp(join(tmpdir(), "galley-schedule-"));
});
after(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const schedule = (...args: readonly string[]): Promise<GalleyRun> =>
  runGalley(["schedule", ...args], { env: { GALLEY_DATA: join(folder, "data") } });

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const cells = (run: GalleyRun): readonly (readonly string[])[] =>
  run.stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));

test("a source's life: applied twice, listed, run twice, paused, resumed, pruned", async () => {
  const kestrel = `sources:
  - name: kestrel
    seeds: [${site.origin("kestrel")}/rss.xml]
    cron: "0 0 1 1 *"
    timezone: Asia/Tokyo
    depth: 1
    delay: 0
    render: never
`;
  const file = await write("sources.yaml", `${kestrel}  - name: lock\n    seeds: [https://lock.example/]\n`);
  const applied = await schedule("apply", file);
  assert.equal(applied.code, 0, applied.stderr);
  assert.deepEqual(cells(applied), [
    ["kestrel", "added"],
    ["lock", "added"],
  ]);
  assert.deepEqual(cells(await schedule("apply", file)), [
    ["kestrel", "unchanged"],
    ["lock", "unchanged"],
  ]);
  const [row] = cells(await schedule("list"));
  assert.deepEqual(row?.slice(0, 4), ["kestrel", "active", "0 0 1 1 *", "Asia/Tokyo"]);
  assert.match(row?.[4] ?? "", /^\d{4}-12-31T15:00:00Z$/u);

  const first = await schedule("run", "kestrel", "--allow-net", "127.0.0.0/8");
  assert.equal(first.code, 0, first.stderr);
  assert.equal(first.stdout, "");
  assert.match(first.stderr, /^galley: done: 11 pages, 10 articles stored, 0 unchanged, .*\n$/u);
  const second = await schedule("run", "kestrel", "--allow-net", "127.0.0.0/8");
  assert.match(second.stderr, /11 unchanged/u);
  const history = await schedule("history", "kestrel", "--format", "jsonl");
  const runs = history.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as SourceRun);
  assert.deepEqual(
    runs.map(({ number, state, trigger, counts }) => [number, state, trigger, counts.new, counts.unchanged]),
    [
      [2, "finished", "manual", 0, 11],
      [1, "finished", "manual", 10, 0],
    ],
  );

  assert.equal((await schedule("pause", "kestrel")).code, 0);
  assert.equal(cells(await schedule("list"))[0]?.[1], "paused");
  assert.equal((await schedule("resume", "kestrel")).code, 0);
  const less = await write("less.yaml", kestrel);
  assert.match((await schedule("apply", less)).stderr, /1 not in .*less\.yaml left as they are \(--prune/u);
  assert.deepEqual(cells(await schedule("apply", less, "--prune")), [
    ["kestrel", "unchanged"],
    ["lock", "removed"],
  ]);
  assert.equal((await schedule("remove", "kestrel")).code, 0);
});

test("a file with mistakes changes nothing, and says each with its line", async () => {
  const file = await write(
    "wrong.yaml",
    `sources:\n  - name: weir\n    seeds: [weir]\n    cron: "61 * * * *"\n`,
  );
  const run = await schedule("apply", file);
  assert.deepEqual([run.code, run.stdout], [26, ""]);
  const lines = run.stderr.trimEnd().split("\n");
  assert.equal(lines.length, 2);
  assert.ok(lines[0]?.startsWith(`${file}:3:13: sources[0].seeds[0]: "weir" cannot be fetched`), lines[0]);
  assert.ok(
    lines[1]?.startsWith(`${file}:4:11: sources[0].cron: "61 * * * *" is no cron expression`),
    lines[1],
  );
});

test("a file that is not there, and a name that nobody has", async () => {
  const missing = await schedule("apply", join(folder, "nowhere.yaml"));
  assert.equal(missing.code, 16);
  assert.match(missing.stderr, /nowhere\.yaml/u);
  const run = await schedule("run", "nobody");
  assert.equal(run.code, 2, run.stderr);
  assert.match(run.stderr, /^galley: There is no source "nobody"; .*\n$/u);
});
