import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { legacyHookDecode } from "@exodus/bytes/encoding.js";
import { ODD_ARTICLES } from "./odd/odd-articles.ts";
import { oddPages } from "./odd/odd-pages.ts";
import { requestPage } from "./request-page.ts";
import type { RawAnswer } from "./request-page.ts";
import type { Site } from "./site-types.ts";
import { startSite } from "./start-site.ts";

let site: Site;
before(async () => {
  site = await startSite({ slowMs: 30 });
});
after(() => site.close());

const at = (path: string): string => site.origin("odd") + path;

function contentOf({ headers, body }: RawAnswer): Uint8Array {
  switch (headers["content-encoding"]) {
    case "gzip":
      return gunzipSync(body);
    case "br":
      return brotliDecompressSync(body);
    case "zstd":
      return zstdDecompressSync(body);
    case "deflate":
      return inflateSync(body);
    default:
      return body;
  }
}

/** Reads an answer's body until it is longer than `bytes`, then hangs up; gives what had come by then. */
function readSome(url: string, bytes: number): Promise<number> {
  const { host, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const path = pathname + search;
    const outgoing = request({ host: "127.0.0.1", port, path, headers: { host }, agent: false }, (answer) => {
      let length = 0;
      answer.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (length <= bytes) return;
        outgoing.destroy();
        resolve(length);
      });
      answer.once("end", () => resolve(length));
      answer.on("error", () => resolve(length));
    });
    outgoing.once("error", reject);
    outgoing.end();
  });
}

test("every page answers first with its status", async () => {
  const special = new Set(["/endless", "/huge", "/truncated", "/hang-up"]);
  for (const page of oddPages.filter(({ path }) => !special.has(path))) {
    assert.equal((await requestPage(at(page.path))).status, page.status, page.path);
  }
});

test("every odd article decodes back to its text", async () => {
  for (const article of ODD_ARTICLES) {
    // The second request is past the 429 of the limited article.
    await requestPage(at(`${article.path}?fresh`));
    const answer = await requestPage(at(`${article.path}?fresh`));
    assert.equal(answer.headers["content-encoding"] ?? null, article.coding, article.path);
    const html = legacyHookDecode(contentOf(answer), article.charset);
    assert.ok(html.includes(article.title), article.path);
    for (const line of article.paragraphs) assert.ok(html.includes(line), `${article.path}: ${line}`);
  }
  const charsets = new Set(ODD_ARTICLES.map(({ charset }) => charset));
  assert.deepEqual([...charsets].toSorted(), ["euc-kr", "shift_jis", "utf-16le", "utf-8", "windows-1251"]);
});

test("the header of one article lies about its charset", async () => {
  const lying = ODD_ARTICLES.find(({ contentType }) => contentType.includes("iso-8859-1"));
  assert.equal(lying?.charset, "utf-8");
  const { headers } = await requestPage(at(lying?.path ?? ""));
  assert.equal(headers["content-type"], "text/html; charset=iso-8859-1");
});

test("redirects end at the article they name", async () => {
  for (const page of oddPages.filter(({ leadsTo, status }) => leadsTo !== null && status !== 200)) {
    let url = at(page.path);
    let answer = await requestPage(url);
    for (let hops = 0; answer.status >= 300 && answer.status < 400 && hops < 10; hops++) {
      url = new URL(answer.headers.location ?? "", url).href;
      answer = await requestPage(url);
    }
    assert.equal(url, at(page.leadsTo ?? ""), page.path);
  }
  const meta = await requestPage(at("/redirect/meta"));
  assert.match(meta.body.toString(), /http-equiv="refresh" content="0; url=\/articles\//);
});

test("the loops loop", async () => {
  const [a, b, self] = await Promise.all(
    ["loop-a", "loop-b", "self"].map((name) => requestPage(at(`/redirect/${name}`))),
  );
  assert.equal(a?.headers.location, "/redirect/loop-b");
  assert.equal(b?.headers.location, "/redirect/loop-a");
  assert.equal(self?.headers.location, "/redirect/self");
});

test("429 names its wait, and the next request succeeds", async () => {
  const path = ODD_ARTICLES.find(({ path }) => path.startsWith("/limited/"))?.path ?? "";
  const first = await requestPage(at(`${path}?visit=1`));
  assert.deepEqual([first.status, first.headers["retry-after"]], [429, "1"]);
  assert.equal((await requestPage(at(`${path}?visit=1`))).status, 200);
  assert.equal((await requestPage(at(`${path}?visit=2`))).status, 429);
});

test("the endless page goes on until the client hangs up, the huge one ends", async () => {
  assert.ok((await readSome(at("/endless"), 3_000_000)) > 3_000_000);
  const length = await readSome(at("/huge?mb=2"), Infinity);
  assert.ok(length >= 2_000_000 && length < 2_200_000, `${length} bytes`);
  assert.ok((await readSome(at("/huge"), 5_000_000)) > 5_000_000);
});

test("the truncated page and the hung-up one fail", async () => {
  await assert.rejects(requestPage(at("/truncated")), { code: "ECONNRESET" });
  await assert.rejects(requestPage(at("/hang-up")), { code: "ECONNRESET" });
});

test("the calendar has no end", async () => {
  let path = "/calendar/2026/11";
  for (const next of ["/calendar/2026/12", "/calendar/2027/01", "/calendar/2027/02"]) {
    const { body } = await requestPage(at(path));
    path = /rel="next" href="([^"]+)"/.exec(body.toString())?.[1] ?? "";
    assert.equal(path, next);
  }
});

test("the sitemap index leads to every open article, the gzip one included", async () => {
  const index = (await requestPage(at("/sitemap-index.xml"))).body.toString();
  const maps = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => url);
  const texts = await Promise.all(
    maps.map(async (url) => {
      const { body } = await requestPage(url);
      return url.endsWith(".gz") ? gunzipSync(body).toString() : body.toString();
    }),
  );
  const feeds = await Promise.all(
    ["/feed.rss", "/feed.atom"].map(async (path) => (await requestPage(at(path))).body),
  );
  for (const { path } of ODD_ARTICLES.filter(({ path }) => path.startsWith("/articles/"))) {
    assert.equal(texts.filter((text) => text.includes(`<loc>${at(path)}</loc>`)).length, 1, path);
    for (const feed of feeds) assert.ok(feed.toString().includes(path), path);
  }
});

test("the PDF and the image are what they say", async () => {
  const pdf = await requestPage(at("/files/minutes.pdf"));
  assert.equal(pdf.headers["content-type"], "application/pdf");
  assert.match(pdf.body.toString("latin1"), /^%PDF-1\.4[\s\S]*%%EOF\n$/);
  const png = await requestPage(at("/files/picture.png"));
  assert.deepEqual([...png.body.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
});
