import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { zstdDecompressSync } from "node:zlib";
import { PermanentError, UsageError } from "../../errors.ts";
import { openFileArchive } from "../../storage/file-archive.ts";
import type { ArchivedPage } from "../../storage/page-archive.ts";

const folder = await mkdtemp(join(tmpdir(), "galley-archive-"));
after(() => rm(folder, { recursive: true, force: true }));

function samplePage(body: Uint8Array | string): ArchivedPage {
  return {
    meta: {
      url: "https://lighthouse.example/heron",
      finalUrl: "https://lighthouse.example/heron/",
      redirects: ["https://lighthouse.example/heron"],
      status: 200,
      headers: { "content-type": "text/html; charset=windows-1251", etag: '"1"', "x-name": "Їжак\n" },
      contentType: "text/html",
      charset: "windows-1251",
      renderer: "http",
      fetchedAt: "2024-03-02T10:00:00.000Z",
      robots: { verdict: "allowed", source: null },
      bytes: body.length,
      ms: 5,
    },
    body: typeof body === "string" ? Buffer.from(body) : body,
  };
}

async function filesOf(dir: string): Promise<string[]> {
  return (await readdir(dir, { recursive: true })).filter((name) => name.includes(".")).toSorted();
}

test("gives back facts and bytes exactly", async () => {
  const archive = await openFileArchive(join(folder, "exact"));
  const everyByte = Uint8Array.from({ length: 1024 }, (_, i) => i % 256);
  for (const body of [
    everyByte,
    new Uint8Array(0),
    Buffer.from("\n\n{}\n"),
    new Uint8Array(3_000_000).fill(97),
  ]) {
    const page = samplePage(body);
    const found = await archive.get(await archive.put(page));
    assert.deepEqual(found?.meta, page.meta);
    assert.deepEqual(Buffer.from(found!.body), Buffer.from(body));
  }
});

test("the same page and facts give the same key and one file, whatever the order of fields or extra ones", async () => {
  const dir = join(folder, "same");
  const archive = await openFileArchive(dir);
  const page = samplePage("<p>Heron</p>");
  const headers = Object.fromEntries(Object.entries(page.meta.headers).toReversed());
  const meta = {
    html: "<p>decoded</p>",
    ...Object.fromEntries(Object.entries(page.meta).toReversed()),
    headers,
  };
  const shuffled = { body: page.body, meta: meta as unknown as ArchivedPage["meta"] };
  const keys = await Promise.all([page, page, shuffled].map((each) => archive.put(each)));
  assert.equal(new Set(keys).size, 1);
  const [key] = keys as [string];
  assert.deepEqual(await filesOf(dir), [join(key.slice(0, 2), `${key}.zst`)]);
});

test("another body or another time is another page", async () => {
  const archive = await openFileArchive(join(folder, "other"));
  const page = samplePage("one");
  const later = { ...page, meta: { ...page.meta, fetchedAt: "2024-03-03T10:00:00.000Z" } };
  const keys = [await archive.put(page), await archive.put(samplePage("two")), await archive.put(later)];
  assert.equal(new Set(keys).size, 3);
});

test("a file is readable without Galley: facts on the first line, then the body", async () => {
  const dir = join(folder, "readable");
  const key = await (await openFileArchive(dir)).put(samplePage("<p>Heron</p>"));
  const text = zstdDecompressSync(await readFile(join(dir, key.slice(0, 2), `${key}.zst`))).toString();
  const [facts = "", body] = text.split("\n");
  assert.equal((JSON.parse(facts) as { url: string }).url, "https://lighthouse.example/heron");
  assert.equal(body, "<p>Heron</p>");
});

test("an unknown key is null; what is no key is refused before any path is made of it", async () => {
  const archive = await openFileArchive(join(folder, "keys"));
  assert.equal(await archive.get("0".repeat(64)), null);
  const secret = join(folder, "secret.zst");
  await writeFile(secret, "secret");
  for (const key of [
    "",
    "../secret",
    `../../${"a".repeat(58)}`,
    "A".repeat(64),
    `${"a".repeat(64)}\n`,
    "a".repeat(65),
  ])
    await assert.rejects(archive.get(key), UsageError, key);
});

test("a damaged page is a clear error, and putting it again mends it", async () => {
  const dir = join(folder, "damaged");
  const archive = await openFileArchive(dir);
  const page = samplePage("<p>Heron</p>".repeat(100));
  const key = await archive.put(page);
  const path = join(dir, key.slice(0, 2), `${key}.zst`);
  const damages: readonly (() => Promise<void>)[] = [
    () => truncate(path, 0),
    () => truncate(path, 40),
    () => writeFile(path, "not zstd"),
    async () => {
      const other = await archive.put(samplePage("another"));
      await writeFile(path, await readFile(join(dir, other.slice(0, 2), `${other}.zst`)));
    },
  ];
  for (const damage of damages) {
    await damage();
    await assert.rejects(
      archive.get(key),
      (error) =>
        error instanceof PermanentError && error.code === "data-folder" && error.message.includes(path),
    );
    assert.equal(await archive.put(page), key);
    assert.deepEqual((await archive.get(key))?.meta, page.meta);
  }
});

test("lists its keys in order and passes over what is not a page", async () => {
  const dir = join(folder, "listed");
  const archive = await openFileArchive(dir);
  const keys: string[] = [];
  for (let i = 0; i < 20; i++) keys.push(await archive.put(samplePage(`page ${i}`)));
  await writeFile(join(dir, "notes.txt"), "x");
  await writeFile(join(dir, keys[0]!.slice(0, 2), `${keys[0]!}.zst.1234.tmp`), "left by a crash");
  const listed: string[] = [];
  for await (const key of archive.keys()) listed.push(key);
  assert.deepEqual(listed, keys.toSorted());
});

test("a folder that takes no files is refused", async () => {
  for (const dir of ["/proc/pages", "/dev/null/pages"])
    await assert.rejects(
      openFileArchive(dir),
      (error) => error instanceof UsageError && error.code === "data-folder",
    );
});
