import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { deflateRawSync, gzipSync } from "node:zlib";
import { readHttpResponse } from "../../../cli/warc/http-response.ts";
import { readWarc, type WarcResult } from "../../../cli/warc/read-warc.ts";
import { conversionRecord, inChunks, packEach, responseRecord, warcInfo, warcRecord } from "./make-warc.ts";

const wantsText = (fields: ReadonlyMap<string, string>): boolean => fields.get("warc-type") === "conversion";

async function readAll(bytes: Buffer, size = 64 * 1024): Promise<WarcResult[]> {
  const results: WarcResult[] = [];
  for await (const result of readWarc(inChunks(bytes, size), { wants: wantsText })) results.push(result);
  return results;
}

const told = (results: readonly WarcResult[]): string[] =>
  results.map((result) =>
    result.ok
      ? `${result.offset} ${result.record.block.toString()}`
      : `${result.offset} broken: ${result.reason}`,
  );

const texts = [
  "The first text.",
  "Zażółć gęślą jaźń.",
  `A longer one. ${"Words and words. ".repeat(9000)}`,
  "The last.",
];
const records = [
  warcInfo(),
  ...texts.map((text, at) => conversionRecord(`http://paper.example/${at}`, text)),
];
const offsets = (parts: readonly Buffer[]): number[] =>
  parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + part.length, 0));

test("plain, packed by record and packed as one, in chunks of any size", async () => {
  const packed = records.map((record) => gzipSync(record));
  const plainAt = offsets(records);
  const packedAt = offsets(packed);
  for (const size of [1, 7, 1000, 65_536, 10_000_000]) {
    if (size > 1) {
      assert.deepEqual(
        told(await readAll(Buffer.concat(records), size)).map((line) => line.split(" ").slice(1).join(" ")),
        texts,
      );
    }
    assert.deepEqual(
      told(await readAll(Buffer.concat(packed), size)),
      texts.map((text, at) => `${packedAt[at + 1]} ${text}`),
    );
  }
  const one = await readAll(gzipSync(Buffer.concat(records)), 501);
  assert.deepEqual(
    one.map((result) => result.ok && result.record.block.toString()),
    texts,
  );
  const plain = await readAll(Buffer.concat(records), 501);
  assert.deepEqual(
    plain.map(({ offset }) => offset),
    plainAt.slice(1),
  );
  assert.deepEqual(await readAll(Buffer.alloc(0)), []);
});

test("a record that is broken in a packed file is reported with its offset, and the rest goes on", async () => {
  const packed = records.map((record) => gzipSync(record));
  const at = offsets(packed);
  const damage = (change: (parts: Buffer[]) => void): Promise<WarcResult[]> => {
    const parts = packed.map((part) => Buffer.from(part));
    change(parts);
    return readAll(Buffer.concat(parts), 333);
  };
  const expectBroken = (results: readonly WarcResult[], why: RegExp): void => {
    const lines = told(results);
    assert.equal(lines.length, texts.length, lines.map((line) => line.slice(0, 80)).join("\n"));
    assert.match(lines[1] ?? "", new RegExp(`^${at[2]} broken: .*${why.source}`, "u"));
    assert.deepEqual(
      results.filter(({ ok }) => ok).map((result) => result.ok && result.record.block.toString()),
      [texts[0], texts[2], texts[3]],
    );
  };
  expectBroken(await damage((parts) => parts[2]?.fill(0x55, 15, 40)), /packed wrong/u);
  expectBroken(
    await damage((parts) => (parts[2] as Buffer).writeUInt32LE(7, (parts[2] as Buffer).length - 8)),
    /checksum/u,
  );
  expectBroken(await damage((parts) => (parts[2] = gzipSync("no record at all"))), /no record begins/u);
  expectBroken(
    await damage((parts) => (parts[2] = randomBytes((parts[2] as Buffer).length).fill(0, 0, 3))),
    /no record begins/u,
  );
  const unsized = gzipSync("WARC/1.0\r\nWARC-Type: conversion\r\n\r\ntext\r\n\r\n");
  expectBroken(await damage((parts) => (parts[2] = unsized)), /Content-Length/u);
});

test("a member that lost its end takes nothing else with it", async () => {
  const packed: Buffer[] = records.map((record) => gzipSync(record));
  packed[2] = (packed[2] as Buffer).subarray(0, -20);
  const results = await readAll(Buffer.concat(packed), 100);
  const read = new Set(results.map((result) => (result.ok ? result.record.block.toString() : "")));
  assert.ok(results.some((result) => !result.ok && result.offset === offsets(packed)[2]));
  for (const text of [texts[0], texts[2], texts[3]]) assert.ok(read.has(text ?? ""), text);
});

test("a broken record in a plain file, and one that is cut off at the end", async () => {
  const wrong = warcRecord({ "WARC-Type": "conversion" }, "lost")
    .toString()
    .replace("Content-Length: 4", "Content-Length: four");
  const all = [
    records[1],
    Buffer.from(wrong),
    records[2],
    (records[4] as Buffer).subarray(0, -8),
  ] as Buffer[];
  const lines = told(await readAll(Buffer.concat(all), 97));
  assert.equal(lines.length, 4);
  assert.match(lines[1] ?? "", /broken: its Content-Length is "four"/u);
  assert.equal(lines[1]?.split(" ")[0], String(records[1]?.length));
  assert.match(lines[2] ?? "", /Zażółć/u);
  assert.match(lines[3] ?? "", /broken: it is cut off/u);
});

test("reading is lazy: a file of any length, in the memory of one record", async () => {
  const one = gzipSync(
    conversionRecord("http://paper.example/", "A text that comes again and again. ".repeat(3000)),
  );
  const image = gzipSync(
    warcRecord({ "WARC-Type": "resource", "Content-Type": "image/png" }, Buffer.alloc(40 * 2 ** 20)),
  );
  let given = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const part = given % 50 === 7 ? image : one;
      given += 1;
      yield part;
    }
  }
  let seen = 0;
  for await (const result of readWarc(endless(), { wants: wantsText })) {
    assert.ok(result.ok);
    seen += 1;
    assert.ok(given - seen < 20, `${given} given, ${seen} seen`);
    if (seen === 150) break;
  }
});

test("HTTP answers: chunks, codings, and what crawlers took off already", async () => {
  const page = "<p>Żółw</p>";
  const head = (fields: string): string => `HTTP/1.1 200 OK\r\n${fields}\r\n`;
  const body = async (fields: string, bytes: Buffer | string): Promise<string> =>
    (await readHttpResponse(Buffer.concat([Buffer.from(head(fields)), Buffer.from(bytes)]))).body.toString();
  assert.equal(await body("", page), page);
  const packed = gzipSync(page);
  const chunked = Buffer.concat([
    Buffer.from("5;x=y\r\n"),
    packed.subarray(0, 5),
    Buffer.from(`\r\n${(packed.length - 5).toString(16)}\r\n`),
    packed.subarray(5),
    Buffer.from("\r\n0\r\n\r\n"),
  ]);
  assert.equal(await body("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked), page);
  assert.equal(await body("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", page), page);
  assert.equal(await body("Content-Encoding: deflate\r\n", deflateRawSync(page)), page);
  assert.equal(await body("Content-Encoding: br\r\n", page), page);
  await assert.rejects(readHttpResponse(Buffer.from("GET / HTTP/1.1\r\n\r\n")), /no HTTP answer/u);
  const wrong = Buffer.from(packed).fill(0x55, 12, 20);
  await assert.rejects(body("Content-Encoding: gzip\r\n", wrong));
});

test("only pages are asked for", async () => {
  const bytes = packEach([warcInfo(), responseRecord("http://paper.example/", "<p>x</p>"), ...records]);
  assert.equal((await readAll(bytes)).length, texts.length);
});
