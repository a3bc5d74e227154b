import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { UsageError } from "../../errors.ts";
import { openStore } from "../../storage/open-store.ts";
import { sampleArticle } from "./sample-article.ts";

const folder = await mkdtemp(join(tmpdir(), "galley-open-"));
after(() => rm(folder, { recursive: true, force: true }));

for (const url of [
  "sqlite:",
  "jsonl:",
  "redis:x",
  "galley.db",
  "",
  "memory:x",
  "constructor:x",
  "sqlite:a\0b",
])
  test(`${JSON.stringify(url)} names no store`, async () => {
    await assert.rejects(openStore(url), (error) => error instanceof UsageError && error.code === "usage");
  });

test("the message for an unknown kind names the kinds there are", async () => {
  await assert.rejects(openStore("mongodb:x"), /sqlite:PATH.*postgres:.*jsonl:PATH.*jsonl:-.*memory:/);
});

test("memory: opens an empty store", async () => {
  const store = await openStore("memory:");
  assert.equal(await store.count(), 0);
  await store.close();
});

for (const scheme of ["sqlite", "jsonl"]) {
  test(`${scheme}: makes the file and the folders to it`, async () => {
    const path = join(folder, scheme, "deep", "er", "store");
    const store = await openStore(`${scheme}:${path}`);
    await store.put([sampleArticle("heron")]);
    await store.close();
    const again = await openStore(`${scheme.toUpperCase()}:${path}`);
    assert.equal(await again.count(), 1);
    await again.close();
  });

  test(`${scheme}: a path below a file is refused with its name, and nothing is made`, async () => {
    const file = join(folder, `${scheme}-file`);
    await writeFile(file, "keep me");
    const before = await readdir(folder);
    for (const path of [join(file, "store"), join(file, "deep", "store")])
      await assert.rejects(openStore(`${scheme}:${path}`), (error) => isFolderError(error, file));
    assert.equal(await readFile(file, "utf8"), "keep me");
    assert.deepEqual(await readdir(folder), before);
  });

  test(`${scheme}: a folder that takes no files is refused with its name`, async () => {
    // /proc refuses new files even to root, whom file modes do not stop.
    for (const path of ["/proc/store", "/proc/self/deep/store"])
      await assert.rejects(openStore(`${scheme}:${path}`), (error) => isFolderError(error, "/proc"));
  });

  test(`${scheme}: a folder or a device in the file's place is refused`, async () => {
    const path = join(folder, `${scheme}-is-a-folder`);
    await mkdir(path);
    await assert.rejects(openStore(`${scheme}:${path}`), (error) => isFolderError(error, path));
    await assert.rejects(openStore(`${scheme}:/dev/full`), UsageError);
    assert.ok(!existsSync(`${path}-lock`));
  });

  for (const content of ["A letter to the keeper.\nSecond line.\n", "No line end", '{"tide":"low"}', "{}\n"])
    test(`${scheme}: a file with ${JSON.stringify(content)} is refused and stays as it was`, async () => {
      const path = join(folder, `${scheme}-stranger`);
      await writeFile(path, content);
      await assert.rejects(openStore(`${scheme}:${path}`), (error) => {
        assert.match(String(error), new RegExp(path));
        return true;
      });
      assert.equal(await readFile(path, "utf8"), content);
    });
}

function isFolderError(error: unknown, path: string): boolean {
  assert.ok(error instanceof UsageError, String(error));
  assert.equal(error.code, "data-folder");
  assert.ok(error.message.includes(path), error.message);
  assert.match(error.message, /choose another/);
  assert.ok(!error.message.includes("\n"));
  return true;
}
