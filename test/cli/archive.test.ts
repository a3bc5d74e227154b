import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { WARCParser, type WARCRecord } from "warcio";
import { openFileArchive } from "../../storage/file-archive.ts";
import type { ArchivedPage } from "../../storage/page-archive.ts";
import { startSmallSite } from "../queue/small-site.ts";
import { testFolder } from "../queue/test-place.ts";
import { startS3Server } from "../storage/s3-server.ts";
import { samplePage } from "../storage/sample-page.ts";
import { runGalley } from "./run-galley.ts";
import { packEach, responseRecord, warcInfo, warcRecord } from "./warc/make-warc.ts";

/** Pages that a WARC file could get wrong: every byte, codings of the wire, a header over two lines, a browser's page. */
function oddPages(): readonly ArchivedPage[] {
  const every = samplePage(Uint8Array.from({ length: 1024 }, (_, i) => i % 256));
  const wire = { "content-encoding": "br", "transfer-encoding": "chunked", "content-length": "77" };
  const coded = samplePage("<p>Unpacked by the fetcher</p>");
  const built = samplePage("<html><body>Built by a script</body></html>");
  return [
    every,
    { ...coded, meta: { ...coded.meta, headers: { ...coded.meta.headers, ...wire } } },
    {
      ...built,
      meta: { ...built.meta, renderer: "browser", charset: "utf-8", fetchedAt: "2026-02-01T00:00:00.000Z" },
    },
    samplePage(new Uint8Array(0)),
    samplePage("WARC/1.1\r\n\r\n"),
  ];
}

async function filled(pages: readonly ArchivedPage[]): Promise<{ data: string; keys: string[] }> {
  const data = await testFolder();
  const archive = await openFileArchive(join(data, "pages"));
  const keys: string[] = [];
  for (const page of pages) keys.push(await archive.put(page));
  return { data, keys };
}

interface ReadRecord {
  readonly record: WARCRecord;
  readonly payload: Uint8Array;
}

/** As warcio reads a file. */
async function readWithWarcio(file: string): Promise<ReadRecord[]> {
  const read: ReadRecord[] = [];
  for await (const record of new WARCParser(createReadStream(file)))
    read.push({ record, payload: await record.readFully(false) });
  return read;
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function sha1(bytes: Uint8Array): string {
  let value = BigInt(`0x${createHash("sha1").update(bytes).digest("hex")}`);
  let text = "";
  for (let i = 0; i < 32; i += 1, value /= 32n) text = `${BASE32[Number(value % 32n)]}${text}`;
  return `sha1:${text}`;
}

test("an export is WARC 1.1 that warcio reads: types, addresses, times, bodies and digests", async () => {
  const pages = oddPages();
  const { data, keys } = await filled(pages);
  const file = join(data, "pages.warc.gz");
  const run = await runGalley(["archive", "export", file, "--data", data]);
  assert.deepEqual([run.code, run.stdout, run.stderr], [0, "", `galley: 5 pages → ${file}\n`]);
  const read = await readWithWarcio(file);
  assert.equal(read.length, 1 + 2 * pages.length);
  assert.equal(read[0]?.record.warcType, "warcinfo");
  const byKey = new Map(keys.map((key, index) => [key, pages[index]!]));
  for (const [index, key] of keys.toSorted().entries()) {
    const facts = read[1 + 2 * index]!;
    const { record, payload } = read[2 + 2 * index]!;
    const page = byKey.get(key)!;
    assert.equal(facts.record.warcHeader("WARC-Refers-To"), record.warcHeader("WARC-Record-ID"));
    assert.equal(record.warcType, page.meta.renderer === "http" ? "response" : "resource");
    assert.deepEqual([record.warcTargetURI, record.warcDate], [page.meta.finalUrl, page.meta.fetchedAt]);
    assert.deepEqual(Buffer.from(payload), Buffer.from(page.body));
    assert.equal(record.warcHeader("WARC-Payload-Digest"), sha1(page.body));
    if (record.warcType === "response") {
      assert.equal(record.httpHeaders?.statusCode, 200);
      assert.equal(record.httpHeaders?.headers.get("content-length"), String(page.body.length));
      assert.equal(record.httpHeaders?.headers.get("content-encoding") ?? null, null);
    }
  }
});

test("every record is a gzip member of its own, its block's digest holds, and two exports are alike", async () => {
  const { data } = await filled(oddPages());
  const [first, second] = [join(data, "one.warc.gz"), join(data, "one.warc")];
  for (const file of [first, second])
    assert.equal((await runGalley(["archive", "export", file, "--data", data])).code, 0);
  const packed = await readFile(first);
  const members = packed.toString("latin1").split("\x1f\x8b\x08").length - 1;
  assert.equal(members, 11);
  const afterInfo = (bytes: Buffer): string =>
    bytes.toString("latin1").replace(/^.*?(?=WARC\/1\.1\r\nWARC-Type: metadata)/su, "");
  assert.equal(afterInfo(gunzipSync(packed)), afterInfo(await readFile(second)));
  const text = (await readFile(second)).toString("latin1");
  let checked = 0;
  for (const match of text.matchAll(
    /^WARC\/1\.1\r\n(?:[^\r\n]+\r\n)+?WARC-Block-Digest: (\S+)\r\nContent-Length: (\d+)\r\n\r\n/gmu,
  )) {
    const start = match.index + match[0].length;
    const block = Buffer.from(text.slice(start, start + Number(match[2])), "latin1");
    assert.equal(match[1], sha1(block));
    checked += 1;
  }
  assert.equal(checked, 11);
});

test("an import of an export gives the same keys; --since leaves out what is older", async () => {
  const { data, keys } = await filled(oddPages());
  const file = join(data, "pages.warc.gz");
  await runGalley(["archive", "export", file, "--data", data]);
  const other = await testFolder();
  const run = await runGalley(["archive", "import", file, "--data", other]);
  assert.deepEqual([run.code, run.stderr], [0, "galley: 5 pages → the archive\n"]);
  const listed = await runGalley(["archive", "--data", other]);
  assert.deepEqual(listed.stdout.match(/^[0-9a-f]{64}(?=\t)/gmu), keys.toSorted());
  const recent = await runGalley(["archive", "export", "-", "--since", "2026-01-01", "--data", other]);
  assert.equal(recent.stdout.match(/^WARC-Type: resource\r$/gmu)?.length, 1);
  assert.equal(recent.stdout.match(/^WARC-Type: response\r$/gmu), null);
});

test("a file of another crawler: its pages come in unpacked, its images do not, its broken records are told", async () => {
  const folder = await testFolder();
  const html = "<p>Zażółć gęślą jaźń na nabrzeżu.</p>";
  const file = join(folder, "other.warc.gz");
  const records = [
    warcInfo(),
    responseRecord("http://paper.example/a", gzipSync(html), { headers: { "Content-Encoding": "gzip" } }),
    responseRecord("http://paper.example/b.png", "not a page", { headers: { "Content-Type": "image/png" } }),
    responseRecord("http://paper.example/gone", html, { status: 404 }),
    responseRecord("no address", html),
    warcRecord(
      {
        "WARC-Type": "resource",
        "WARC-Target-URI": "http://paper.example/c",
        "WARC-Date": "2025-11-04T09:15:00Z",
        "Content-Type": "text/html; charset=iso-8859-2",
      },
      Buffer.from([0x3c, 0x70, 0x3e, 0xb1]),
    ),
  ];
  await writeFile(file, packEach(records));
  const run = await runGalley(["archive", "import", file, "--data", folder]);
  assert.equal(run.code, 10);
  assert.match(
    run.stderr,
    /offset \d+: the record is broken: its address is "no address"\. The other records go on\.\n/u,
  );
  const addresses = run.stdout
    .trim()
    .split("\n")
    .map((line) => line.split("\t")[1]);
  assert.deepEqual(addresses, ["http://paper.example/a", "http://paper.example/c"]);
  const archive = await openFileArchive(join(folder, "pages"));
  const [a, c] = await Promise.all(
    run.stdout
      .trim()
      .split("\n")
      .map((line) => archive.get(line.split("\t")[0]!)),
  );
  assert.equal(Buffer.from(a!.body).toString(), html);
  assert.deepEqual(
    [a!.meta.fetchedAt, a!.meta.charset, c!.meta.charset],
    ["2025-11-04T09:15:00.000Z", "utf-8", "iso-8859-2"],
  );
});

test("a crawl keeps its pages in S3, and wrong credentials are one line with a code", async (t) => {
  const account = { accessKeyId: "QUAY", secret: "fog horn", region: "us-east-1" };
  const s3 = await startS3Server({ bucket: "raw", account });
  t.after(() => s3.close());
  const site = await startSmallSite({ hosts: 1, storiesPerHost: 3 });
  t.after(() => site.close());
  const data = await testFolder();
  const url = `s3://raw/news?endpoint=http://127.0.0.1:${s3.port}`;
  const env = { AWS_ACCESS_KEY_ID: account.accessKeyId, AWS_SECRET_ACCESS_KEY: account.secret };
  const options = ["--data", data, "--archive", url];
  const crawl = [
    "crawl",
    ...site.seeds,
    "--allow-net",
    "127.0.0.0/8",
    "--delay",
    "0",
    "--render",
    "never",
    ...options,
  ];
  const crawled = await runGalley(crawl, { env });
  assert.equal(crawled.code, 0, crawled.stderr);
  assert.equal(s3.objects.size, 4);
  const listed = await runGalley(["archive", "list", "--data", data], {
    env: { ...env, GALLEY_ARCHIVE: url },
  });
  assert.equal(listed.stdout.split("\n").length - 1, 4);
  const refused = await runGalley(crawl, { env: { ...env, AWS_SECRET_ACCESS_KEY: "wrong" } });
  assert.deepEqual([refused.code, refused.stdout], [24, ""]);
  assert.match(refused.stderr, /^galley: The archive s3:\/\/raw\/news refused .*AWS_SECRET_ACCESS_KEY.*\n$/u);
});

test("what reads an archive that is not there says so, and makes none", async () => {
  const data = join(await testFolder(), "mistyped");
  for (const args of [["list"], ["export", "-"]]) {
    const run = await runGalley(["archive", ...args, "--data", data]);
    assert.deepEqual([run.code, run.stdout], [17, ""]);
    assert.match(run.stderr, /^galley: There are no raw pages at .*mistyped\/pages\. Name .*--archive.*\n$/u);
  }
  assert.equal(existsSync(data), false);
});
