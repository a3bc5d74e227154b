import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createPageFetcher } from "../../crawler/fetch-page.ts";
import type { EarlierPage, FetchedBody, PageFetcher } from "../../crawler/page-fetcher.ts";
import { GalleyError } from "../../errors.ts";
import { startServer, storyPage } from "./loopback-server.ts";

const html = { "content-type": "text/html; charset=utf-8" };
const DATE = "Sun, 15 Mar 2026 06:00:00 GMT";

function fetcherFor(context: TestContext): PageFetcher {
  const fetcher = createPageFetcher({
    render: "never",
    guard: createAddressGuard({ allowNet: ["127.0.0.0/8"] }),
    userAgent: "GalleyBot/test",
    robots: "ignore",
    executablePath: () => assert.fail("a browser was asked for"),
  });
  context.after(() => fetcher.close());
  return fetcher;
}

const ask = (url: string) => ({ url, depth: 0, referrer: null });

function earlierOf({ page, body }: FetchedBody): EarlierPage {
  const { html: _, ...meta } = page;
  return { meta, body };
}

/** A server whose page has the given validators, honours them, and notes the conditions it was asked with. */
async function startConditional(context: TestContext, validators: Readonly<Record<string, string>>) {
  const conditions: (readonly (string | undefined)[])[] = [];
  const state = { text: "Fog", etag: validators["etag"] };
  const server = await startServer(context, (incoming, outgoing) => {
    if (incoming.url === "/old") {
      outgoing.writeHead(301, { location: "/story" }).end();
      return;
    }
    const { "if-none-match": match, "if-modified-since": since } = incoming.headers;
    conditions.push([match, since]);
    const same = match === undefined ? since === DATE : match === state.etag;
    const now = state.etag === undefined ? validators : { ...validators, etag: state.etag };
    if (same) outgoing.writeHead(304, now).end();
    else outgoing.writeHead(200, { ...html, ...now }).end(storyPage(state.text));
  });
  return { server, conditions, state };
}

const VALIDATORS: readonly Readonly<Record<string, string>>[] = [
  { etag: '"v1"' },
  { etag: 'W/"weak, with a comma"' },
  { "last-modified": DATE },
  { etag: '"v1"', "last-modified": DATE },
];
for (const validators of VALIDATORS) {
  test(`a page with ${JSON.stringify(validators)} is asked for on condition`, async (context) => {
    const { server, conditions, state } = await startConditional(context, validators);
    const fetcher = fetcherFor(context);
    const first = await fetcher.fetch(ask(`${server.origin}/story`));
    assert.equal(await fetcher.fetchIfChanged(ask(`${server.origin}/story`), earlierOf(first)), null);
    assert.deepEqual(conditions, [
      [undefined, undefined],
      [validators["etag"], validators["last-modified"]],
    ]);
    if (validators["etag"] === undefined) return;
    state.text = "Rain";
    state.etag = '"v2"';
    const changed = await fetcher.fetchIfChanged(ask(`${server.origin}/story`), earlierOf(first));
    assert.match(changed?.page.html ?? "", /Rain/u);
  });
}

test("validators go to the URL they came from alone, also behind a redirect", async (context) => {
  const { server, conditions } = await startConditional(context, { etag: '"v1"' });
  const fetcher = fetcherFor(context);
  const first = await fetcher.fetch(ask(`${server.origin}/old`));
  assert.equal(first.page.finalUrl, `${server.origin}/story`);
  assert.equal(await fetcher.fetchIfChanged(ask(`${server.origin}/old`), earlierOf(first)), null);
  const elsewhere = { ...earlierOf(first), meta: { ...first.page, finalUrl: `${server.origin}/moved` } };
  const fetched = await fetcher.fetchIfChanged(ask(`${server.origin}/story`), elsewhere);
  assert.equal(fetched?.page.status, 200, "the same bytes from another URL are another page");
  assert.deepEqual(
    conditions.map(([match]) => match),
    [undefined, '"v1"', undefined],
  );
});

test("the same bytes without validators are the same page; what no header can hold is not sent", async (context) => {
  const server = await startServer(context, (incoming, outgoing) => {
    assert.equal(incoming.headers["if-none-match"], undefined);
    outgoing.writeHead(200, html).end(storyPage("Fog"));
  });
  const fetcher = fetcherFor(context);
  const first = await fetcher.fetch(ask(server.origin));
  assert.equal(await fetcher.fetchIfChanged(ask(server.origin), earlierOf(first)), null);
  const odd = { ...earlierOf(first), meta: { ...first.page, headers: { etag: '"a\r\nx-evil: 1"' } } };
  assert.equal(await fetcher.fetchIfChanged(ask(server.origin), odd), null);
});

test("'not modified' in answer to no condition is no page", async (context) => {
  const server = await startServer(context, (_, outgoing) => outgoing.writeHead(304).end());
  await assert.rejects(
    fetcherFor(context).fetch(ask(server.origin)),
    (error) => error instanceof GalleyError && error.code === "http-status",
  );
});
