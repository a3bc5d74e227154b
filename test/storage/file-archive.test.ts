import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { zstdDecompressSync } from "node:zlib";
import { UsageError } from "../../errors.ts";
import { openFileArchive } from "../../storage/file-archive.ts";
import { testArchive } from "./archive-conformance.ts";
import { samplePage } from "./sample-page.ts";

const folder = await mkdtemp(join(tmpdir(), "galley-archive-"));
after(() => rm(folder, { recursive: true, force: true }));

testArchive("file archive", async () => {
  const dir = await mkdtemp(join(folder, "conformance-"));
  return {
    archive: await openFileArchive(dir),
    kept: async () =>
      (await readdir(dir, { recursive: true })).filter((name) => name.includes(".")).toSorted(),
    read: (place) => readFile(join(dir, place)),
    write: (place, bytes) => writeFile(join(dir, place), bytes),
  };
});

test("a file is readable without Galley: facts on the first line, then the body", async () => {
  const dir = join(folder, "readable");
  const key = await (await openFileArchive(dir)).put(samplePage("<p>Heron</p>"));
  const text = zstdDecompressSync(await readFile(join(dir, key.slice(0, 2), `${key}.zst`))).toString();
  const [facts = "", body] = text.split("\n");
  assert.equal((JSON.parse(facts) as { url: string }).url, "https://lighthouse.example/heron");
  assert.equal(body, "<p>Heron</p>");
});

test("a key with a path in it does not leave the folder", async () => {
  const archive = await openFileArchive(join(folder, "keys"));
  await writeFile(join(folder, "secret.zst"), "secret");
  await assert.rejects(archive.get("../secret"), UsageError);
});

test("a folder that takes no files is refused", async () => {
  for (const dir of ["/proc/pages", "/dev/null/pages"])
    await assert.rejects(
      openFileArchive(dir),
      (error) => error instanceof UsageError && error.code === "data-folder",
    );
});
