import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { isSince, readListedDate, type Listing } from "../../crawler/listing.ts";
import { readListing, sniffListing } from "../../crawler/read-listing.ts";
import { SITEMAP_MAX_URLS } from "../../crawler/read-sitemap.ts";
import { GalleyError } from "../../errors.ts";

const URL_OF_FILE = "https://weir.example/files/list";

async function* inPieces(body: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < body.byteLength; from += size) yield body.subarray(from, from + size);
}

function read(body: string | Uint8Array, { type = "application/xml", size = 7 } = {}): Promise<Listing> {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const source = { url: URL_OF_FILE, contentTypeHeader: type, maxFeedBytes: 1_000_000 };
  return readListing(inPieces(bytes, size), source);
}

const SITEMAP_NS = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`;
const NEWS = `<?xml version="1.0"?><!-- made by hand --><?xml-stylesheet href="x.xsl"?>
<urlset ${SITEMAP_NS} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="i" xmlns:video="v">
<url><loc> https://weir.example/a?x=1&amp;y=2&amp;utm_source=map </loc><lastmod>2026-03-01</lastmod>
<news:news><news:publication_date>2026-03-02T10:00:00+01:00</news:publication_date></news:news>
<image:image><image:loc>https://weir.example/a.jpg</image:loc></image:image>
<video:video><video:publication_date>2027-01-01</video:publication_date></video:video></url>
<url><loc><![CDATA[https://weir.example/b]]></loc></url>
<url><loc>/c</loc><lastmod>soon</lastmod></url>
<url><loc>ftp://weir.example/d</loc></url>
<url><loc></loc></url>
</urlset>`;
const NEWS_ENTRIES = [
  { url: "https://weir.example/a?x=1&y=2", kind: "page", modified: "2026-03-02T10:00:00+01:00" },
  { url: "https://weir.example/b", kind: "page", modified: null },
  { url: "https://weir.example/c", kind: "page", modified: null },
];

test("a sitemap with extensions gives its pages with the later of their dates, whole or in pieces", async () => {
  for (const size of [1, 64, 100_000]) {
    assert.deepEqual(await read(NEWS, { size }), { kind: "sitemap", entries: NEWS_ENTRIES, cut: false });
  }
});

test("gzip is seen from the bytes, whatever the type says", async () => {
  for (const type of ["application/gzip", "application/xml", "application/octet-stream"]) {
    assert.deepEqual((await read(gzipSync(NEWS), { type })).entries, NEWS_ENTRIES);
  }
});

test("prefixes, raw ampersands, UTF-16 and a missing end are forgiven", async () => {
  const text = `<sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9"><sm:url><sm:loc>https://weir.example/p?a=1&b=2</sm:loc></sm:url><sm:url><sm:loc>https://weir.example/q</sm:loc></sm:url><sm:url><sm:lo`;
  const expected = ["https://weir.example/p?a=1&b=2", "https://weir.example/q"];
  assert.deepEqual(
    (await read(text)).entries.map(({ url }) => url),
    expected,
  );
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  assert.deepEqual(
    (await read(utf16)).entries.map(({ url }) => url),
    expected,
  );
});

test("an index gives sitemaps, a text file its lines", async () => {
  const index = await read(
    `<sitemapindex ${SITEMAP_NS}><sitemap><loc>https://weir.example/1.xml.gz</loc><lastmod>2026-01-05</lastmod></sitemap></sitemapindex>`,
  );
  assert.equal(index.kind, "sitemap-index");
  assert.deepEqual(index.entries, [
    { url: "https://weir.example/1.xml.gz", kind: "sitemap", modified: "2026-01-05" },
  ]);
  const lines = await read("https://weir.example/one\r\nhttps://weir.example/two\n\nnot a line\n", {
    type: "text/plain",
  });
  assert.deepEqual(
    lines.entries.map(({ url }) => url),
    ["https://weir.example/one", "https://weir.example/two"],
  );
});

const DAY = "2026-03-04T05:06:07Z";
const FEEDS: readonly (readonly [kind: Listing["kind"], file: string])[] = [
  [
    "rss",
    `<rss version="2.0"><channel><title>Weir</title><item><title>x</title><link>/1?utm_medium=feed</link><guid isPermaLink="false">17</guid><pubDate>Wed, 04 Mar 2026 06:06:07 +0100</pubDate></item><item><title>y</title><guid>https://weir.example/2</guid></item></channel></rss>`,
  ],
  [
    "atom",
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://weir.example/"><title>Weir</title><id>u:1</id><updated>${DAY}</updated><entry><title>x</title><id>u:2</id><link rel="enclosure" href="/1.mp3"/><link href="1"/><published>2026-03-01T00:00:00Z</published><updated>${DAY}</updated></entry><entry><title>y</title><id>u:3</id><link rel="alternate" href="https://weir.example/2"/></entry></feed>`,
  ],
  [
    "rdf",
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Weir</title></channel><item><title>x</title><link>https://weir.example/1</link><dc:date>${DAY}</dc:date></item><item><title>y</title><link>https://weir.example/2</link></item></rdf:RDF>`,
  ],
  [
    "json-feed",
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Weir",
      items: [
        { id: "1", url: "/1", date_published: DAY },
        { id: "2", external_url: "https://weir.example/2" },
      ],
    }),
  ],
];

for (const [kind, file] of FEEDS) {
  test(`a feed is read: ${kind}`, async () => {
    const listing = await read(file, { type: kind === "json-feed" ? "application/json" : "text/xml" });
    assert.equal(listing.kind, kind);
    assert.deepEqual(
      listing.entries.map(({ url, modified }) => [url, modified === null ? null : Date.parse(modified)]),
      [
        ["https://weir.example/1", Date.parse(DAY)],
        ["https://weir.example/2", null],
      ],
    );
  });
}

test("what is neither is refused by name, and so is a feed beyond its limit", async () => {
  const isNotHtml = (error: unknown) => error instanceof GalleyError && error.code === "not-html";
  await assert.rejects(read("<svg xmlns='http://www.w3.org/2000/svg'/>"), isNotHtml);
  await assert.rejects(read('{"tides":[1.2]}', { type: "application/json" }), isNotHtml);
  await assert.rejects(read("", { type: "text/plain" }), isNotHtml);
  const long = `<rss version="2.0"><channel><title>${"x".repeat(1_000_100)}</title></channel></rss>`;
  await assert.rejects(
    read(long, { size: 65_536 }),
    (error) => error instanceof GalleyError && error.code === "too-large",
  );
  assert.equal(sniffListing(Buffer.from("<!doctype html><html><head>")), null);
});

/** A sitemap of `count` URLs, made as it is read. */
async function* longSitemap(count: number, read = { urls: 0 }): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`<urlset ${SITEMAP_NS}>`);
  const filler = " ".repeat(800);
  for (let from = 0; from < count; from += 100) {
    const urls = Array.from(
      { length: Math.min(100, count - from) },
      (_, index) =>
        `<url><loc>https://weir.example/story/${from + index}</loc><lastmod>2026-03-04T05:06:07Z</lastmod>${filler}</url>`,
    );
    read.urls += urls.length;
    yield Buffer.from(urls.join(""));
  }
  yield Buffer.from("</urlset>");
}

test("fifty thousand URLs are read as they arrive, and what is behind them is left unread", async () => {
  const source = { url: URL_OF_FILE, contentTypeHeader: "text/xml", maxFeedBytes: 1 };
  const whole = await readListing(longSitemap(SITEMAP_MAX_URLS), source);
  assert.deepEqual([whole.entries.length, whole.cut], [SITEMAP_MAX_URLS, false]);
  const asked = { urls: 0 };
  const more = await readListing(longSitemap(SITEMAP_MAX_URLS * 4, asked), source);
  assert.deepEqual([more.entries.length, more.cut], [SITEMAP_MAX_URLS, true]);
  assert.ok(asked.urls <= SITEMAP_MAX_URLS + 100, `${asked.urls} were asked for`);
});

test("what is kept of a sitemap of 43 MB is its entries alone", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const heapMb = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const before = heapMb();
  const source = { url: URL_OF_FILE, contentTypeHeader: "text/xml", maxFeedBytes: 1 };
  const { entries } = await readListing(longSitemap(SITEMAP_MAX_URLS), source);
  const kept = heapMb() - before;
  assert.ok(kept < 25, `${entries.length} entries keep ${kept.toFixed(1)} MB`);
});

test("a file behind 50 MiB is cut, and a gzip bomb stops there", async () => {
  const bomb = gzipSync(
    Buffer.concat([
      Buffer.from(`<urlset ${SITEMAP_NS}><url><loc>https://weir.example/first</loc></url>`),
      Buffer.alloc(60 * 1024 * 1024, " "),
      Buffer.from("<url><loc>https://weir.example/last</loc></url></urlset>"),
    ]),
  );
  const listing = await read(bomb, { size: 16_384 });
  assert.deepEqual(
    [listing.entries.map(({ url }) => url), listing.cut],
    [["https://weir.example/first"], true],
  );
});

test("dates are read as feeds write them, and a day counts until its end", () => {
  assert.equal(readListedDate("2026-03-04 05:06:07Z"), "2026-03-04T05:06:07Z");
  assert.equal(readListedDate("Wed, 04 Mar 2026 05:06:07 GMT"), "2026-03-04T05:06:07.000Z");
  assert.equal(readListedDate("2026-03"), "2026-03");
  assert.equal(readListedDate("yesterday"), null);
  const since = Date.parse("2026-03-04T12:00:00Z");
  assert.deepEqual(
    ["2026-03-04", "2026-03-03", "2026-03-04T11:59:59Z", "2026-03-04T13:00:00+01:00", null].map((date) =>
      isSince(date, since),
    ),
    [true, false, false, true, true],
  );
});
