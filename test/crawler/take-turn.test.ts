import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createPageFetcher, type PageFetcherOptions } from "../../crawler/fetch-page.ts";
import { findChromium } from "../../crawler/find-chromium.ts";
import type { TakeTurn } from "../../crawler/host-turn.ts";
import type { PageFetcher } from "../../crawler/page-fetcher.ts";
import { PermanentError, TransientError } from "../../errors.ts";
import { startServer, storyPage } from "./loopback-server.ts";

const CHROMIUM = findChromium({ configured: process.env["GALLEY_CHROMIUM"] ?? null });
const BROWSER = { skip: CHROMIUM === null ? "no Chromium here" : false };
const html = { "content-type": "text/html; charset=utf-8" };

function fetcherFor(context: TestContext, options: Partial<PageFetcherOptions> = {}): PageFetcher {
  const fetcher = createPageFetcher({
    render: "never",
    guard: createAddressGuard({ allowNet: ["127.0.0.0/8"] }),
    userAgent: "GalleyBot/test",
    robots: "obey",
    executablePath: async () => CHROMIUM ?? assert.fail("no Chromium"),
    ...options,
  });
  context.after(() => fetcher.close());
  return fetcher;
}

/** Writes down what is asked and released, and which requests had arrived by then. */
function diary(arrived: readonly string[]): { readonly lines: readonly string[]; readonly take: TakeTurn } {
  const lines: string[] = [];
  return {
    lines,
    async take({ host, kind, crawlDelayMs }) {
      const name = `${host.replace(/:\d+$/u, "")} ${kind}`;
      lines.push(`take ${name} ${crawlDelayMs} after ${arrived.length}`);
      return {
        release: async (pauseMs) => void lines.push(`release ${name} ${pauseMs} after ${arrived.length}`),
      };
    },
  };
}

const ask = (url: string) => ({ url, depth: 0, referrer: null });

test("every request has a turn of its own host: robots.txt, the page, each redirect", async (context) => {
  const server = await startServer(context, (incoming, outgoing) => {
    const { url, headers } = incoming;
    if (url === "/robots.txt" && headers.host?.startsWith("b.") === true)
      outgoing.writeHead(301, { location: "/moved.txt" }).end();
    else if (url === "/robots.txt" || url === "/moved.txt") outgoing.end("user-agent: *\ncrawl-delay: 3");
    else if (url === "/turn")
      outgoing.writeHead(302, { location: `http://b.localhost:${server.port}/story` }).end();
    else outgoing.writeHead(200, html).end(storyPage("Fog"));
  });
  const { lines, take } = diary(server.asked);
  const fetcher = fetcherFor(context);
  await fetcher.fetch(ask(`http://a.localhost:${server.port}/turn`), undefined, take);
  assert.deepEqual(lines, [
    "take a.localhost robots null after 0",
    "release a.localhost robots 0 after 1",
    "take a.localhost page 3000 after 1",
    "release a.localhost page 0 after 2",
    "take b.localhost robots null after 2",
    "release b.localhost robots 0 after 3",
    "take b.localhost robots null after 3",
    "release b.localhost robots 0 after 4",
    "take b.localhost page 3000 after 4",
    "release b.localhost page 0 after 5",
  ]);
});

test("a turn is released with the pause that the host asked for, and after a broken connection", async (context) => {
  const server = await startServer(context, (incoming, outgoing) => {
    if (incoming.url === "/busy") outgoing.writeHead(503, { "retry-after": "7" }).end();
    else incoming.socket.destroy();
  });
  const { lines, take } = diary(server.asked);
  const fetcher = fetcherFor(context, { robots: "ignore" });
  await assert.rejects(fetcher.fetch(ask(`${server.origin}/busy`), undefined, take), TransientError);
  await assert.rejects(fetcher.fetch(ask(`${server.origin}/broken`), undefined, take), TransientError);
  assert.deepEqual(
    lines.filter((line) => line.startsWith("release")).map((line) => line.split(" after ")[0]),
    ["release 127.0.0.1 page 7000", "release 127.0.0.1 page 0"],
  );
});

test("waiting for a turn takes nothing from the page's time, and a turn that does not come sends nothing", async (context) => {
  const server = await startServer(context, (_, outgoing) =>
    outgoing.writeHead(200, html).end(storyPage("Fog")),
  );
  const fetcher = fetcherFor(context, { robots: "ignore", timeoutMs: 4000 });
  const late: TakeTurn = () =>
    new Promise((resolve) => {
      setTimeout(() => resolve({ release: async () => {} }), 4200);
    });
  const { page } = await fetcher.fetch(ask(`${server.origin}/story`), undefined, late);
  assert.equal(page.status, 200);
  const never: TakeTurn = () => Promise.reject(new TransientError("timeout", "the host was busy"));
  await assert.rejects(fetcher.fetch(ask(`${server.origin}/other`), undefined, never), /the host was busy/u);
  assert.deepEqual(server.asked, ["/story"]);
});

test("a turn for robots.txt that does not come is not held against the host", async (context) => {
  const server = await startServer(context, (_, outgoing) =>
    outgoing.writeHead(200, html).end(storyPage("Fog")),
  );
  const fetcher = fetcherFor(context);
  const never: TakeTurn = () => Promise.reject(new TransientError("timeout", "the host was busy"));
  await assert.rejects(fetcher.fetch(ask(`${server.origin}/story`), undefined, never), /the host was busy/u);
  const { page } = await fetcher.fetch(ask(`${server.origin}/story`));
  assert.equal(page.robots.verdict, "allowed");
});

test("a robots.txt that cannot be reached is told as the page's failure", async (context) => {
  const fetcher = fetcherFor(context, {
    guard: createAddressGuard({
      allowNet: ["127.0.0.0/8"],
      resolveHost: () => Promise.reject(Object.assign(new Error("not found"), { code: "ENOTFOUND" })),
    }),
  });
  await assert.rejects(fetcher.fetch(ask("http://nowhere.example/story")), (error) => {
    assert.ok(error instanceof TransientError);
    assert.equal(error.url, "http://nowhere.example/story");
    assert.match(error.message, /^http:\/\/nowhere\.example\/story was not fetched: .*robots\.txt/u);
    return error.code === "host-not-found";
  });
});

test(
  "in the browser each document has a turn: redirects and where scripts lead, not frames",
  BROWSER,
  async (context) => {
    const server = await startServer(context, (incoming, outgoing) => {
      const away = `http://b.localhost:${server.port}`;
      if (incoming.url === "/robots.txt") outgoing.end("user-agent: *\ndisallow: /private\ncrawl-delay: 2");
      else if (incoming.url === "/turn") outgoing.writeHead(302, { location: `${away}/lead` }).end();
      else if (incoming.url === "/lead")
        outgoing.writeHead(200, html).end(`<p>On the way<script>location.href = "/story"</script>`);
      else if (incoming.url === "/astray") outgoing.writeHead(302, { location: `${away}/private/x` }).end();
      else
        outgoing
          .writeHead(200, html)
          .end(`${storyPage("Fog")}<iframe src="/frame"></iframe><script src="/part.js"></script>`);
    });
    const { lines, take } = diary([]);
    const fetcher = fetcherFor(context, { render: "always", timeoutMs: 120_000 });
    const { page } = await fetcher.fetch(ask(`http://a.localhost:${server.port}/turn`), undefined, take);
    assert.equal(page.finalUrl, `http://b.localhost:${server.port}/story`);
    assert.deepEqual(page.robots.verdict, "allowed");
    const documents = lines.filter((line) => line.startsWith("take")).map((line) => line.split(" after ")[0]);
    assert.deepEqual(documents, [
      "take a.localhost robots null",
      "take a.localhost page 2000",
      "take b.localhost robots null",
      "take b.localhost page 2000",
      "take b.localhost page 2000",
    ]);
    assert.equal(lines.filter((line) => line.startsWith("release")).length, 5);
    assert.ok(server.asked.includes("/part.js") && !server.asked.includes("/frame"));
    await assert.rejects(
      fetcher.fetch(ask(`http://a.localhost:${server.port}/astray`), undefined, take),
      (error) => error instanceof PermanentError && error.code === "robots-disallowed",
    );
    assert.ok(!server.asked.includes("/private/x"), "a redirect into the disallowed is not followed");
    assert.equal(lines.at(-1)?.startsWith("release a.localhost page"), true);
  },
);
