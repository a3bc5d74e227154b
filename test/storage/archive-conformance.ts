import assert from "node:assert/strict";
import { test } from "node:test";
import { PermanentError, UsageError } from "../../errors.ts";
import type { ArchivedPage, PageArchive } from "../../storage/page-archive.ts";
import { samplePage } from "./sample-page.ts";

/** An empty archive, and what the suite needs to do behind its back. */
export interface ArchivePlace {
  readonly archive: PageArchive;
  /** Everything that is kept, by its place (`ab/abcdef….zst`). */
  readonly kept: () => Promise<readonly string[]>;
  readonly read: (place: string) => Promise<Uint8Array>;
  readonly write: (place: string, bytes: Uint8Array) => Promise<void>;
}

const placeOf = (key: string): string => `${key.slice(0, 2)}/${key}.zst`;

/** What every page archive does. `open` gives a new place each time. */
export function testArchive(name: string, open: () => Promise<ArchivePlace>): void {
  test(`${name}: gives back facts and bytes exactly`, async () => {
    const { archive } = await open();
    const everyByte = Uint8Array.from({ length: 1024 }, (_, i) => i % 256);
    const bodies = [
      everyByte,
      new Uint8Array(0),
      Buffer.from("\n\n{}\n"),
      new Uint8Array(3_000_000).fill(97),
    ];
    for (const body of bodies) {
      const page = samplePage(body);
      const found = await archive.get(await archive.put(page));
      assert.deepEqual(found?.meta, page.meta);
      assert.deepEqual(Buffer.from(found!.body), Buffer.from(body));
    }
  });

  test(`${name}: the same page and facts give the same key and one place, whatever the order of fields or extra ones`, async () => {
    const { archive, kept } = await open();
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
    assert.deepEqual(await kept(), [placeOf(key)]);
  });

  test(`${name}: another body or another time is another page`, async () => {
    const { archive } = await open();
    const page = samplePage("one");
    const later = { ...page, meta: { ...page.meta, fetchedAt: "2024-03-03T10:00:00.000Z" } };
    const keys = [await archive.put(page), await archive.put(samplePage("two")), await archive.put(later)];
    assert.equal(new Set(keys).size, 3);
  });

  test(`${name}: an unknown key is null; what is no key is refused before any path is made of it`, async () => {
    const { archive } = await open();
    assert.equal(await archive.get("0".repeat(64)), null);
    const long = `../../${"a".repeat(58)}`;
    for (const key of ["", "../secret", long, "A".repeat(64), `${"a".repeat(64)}\n`, "a".repeat(65)])
      await assert.rejects(archive.get(key), UsageError, key);
  });

  test(`${name}: a damaged page is a clear error, and putting it again mends it`, async () => {
    const { archive, read, write } = await open();
    const page = samplePage("<p>Heron</p>".repeat(100));
    const key = await archive.put(page);
    const packed = await read(placeOf(key));
    const other = await read(placeOf(await archive.put(samplePage("another"))));
    for (const damage of [new Uint8Array(0), packed.subarray(0, 40), Buffer.from("not zstd"), other]) {
      await write(placeOf(key), damage);
      await assert.rejects(
        archive.get(key),
        (error) =>
          error instanceof PermanentError &&
          error.code === "data-folder" &&
          error.message.includes(placeOf(key)),
      );
      assert.equal(await archive.put(page), key);
      assert.deepEqual((await archive.get(key))?.meta, page.meta);
    }
  });

  test(`${name}: lists its keys in order and passes over what is not a page`, async () => {
    const { archive, write } = await open();
    const keys: string[] = [];
    for (let i = 0; i < 20; i += 1) keys.push(await archive.put(samplePage(`page ${i}`)));
    await write("notes.txt", Buffer.from("x"));
    await write(`${placeOf(keys[0]!)}.1234.tmp`, Buffer.from("left by a crash"));
    const listed: string[] = [];
    for await (const key of archive.keys()) listed.push(key);
    assert.deepEqual(listed, keys.toSorted());
  });
}
