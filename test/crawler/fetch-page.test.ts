import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { test, type TestContext } from "node:test";
import { createAddressGuard, type AddressGuard } from "../../crawler/address-guard.ts";
import { createPageFetcher, type PageFetcherOptions } from "../../crawler/fetch-page.ts";
import { findChromium } from "../../crawler/find-chromium.ts";
import type { PageFetcher } from "../../crawler/page-fetcher.ts";
import { userAgentOf } from "../../crawler/user-agent.ts";
import { GalleyError, PermanentError, TransientError, type ErrorCode } from "../../errors.ts";
import { startServer, storyPage } from "./loopback-server.ts";

const CHROMIUM = findChromium({ configured: process.env["GALLEY_CHROMIUM"] ?? null });
const BROWSER = { skip: CHROMIUM === null ? "no Chromium here" : false };
const UA = userAgentOf({ version: "0.0.1", contact: "https://paper.example/bot" });
const OPEN = createAddressGuard({ allowNet: ["127.0.0.0/8"] });

const PROSE = "The lighthouse keeper counted nine boats before the fog came in from the west. ".repeat(6);
const SHELL = `<!doctype html><html><head><title>App</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>`;
const APP = `fetch("/api").then((r) => r.text()).then((t) => { document.getElementById("root").innerHTML = "<article><p>" + t + "</p></article>"; });`;

function fetcherFor(context: TestContext, options: Partial<PageFetcherOptions> = {}): PageFetcher {
  const fetcher = createPageFetcher({
    render: "auto",
    guard: OPEN,
    userAgent: UA,
    robots: "ignore",
    timeoutMs: 120_000,
    executablePath: async () => CHROMIUM ?? assert.fail("no Chromium"),
    ...options,
  });
  context.after(() => fetcher.close());
  return fetcher;
}

const ask = (url: string) => ({ url, depth: 0, referrer: null });

function isError(
  code: ErrorCode,
  kind: typeof PermanentError | typeof TransientError,
): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof GalleyError, String(error));
    assert.equal(error.code, code, error.message);
    return error instanceof kind;
  };
}

/** A guard that knows the test's own names: 127.0.0.3 is open, 127.0.0.1 is not. */
function guardOf(names: Readonly<Record<string, string>>): AddressGuard {
  return createAddressGuard({
    allowNet: ["127.0.0.3/32"],
    resolveHost: async (name) => [{ address: names[name] ?? "127.0.0.1", family: 4 }],
  });
}

const html = { "content-type": "text/html; charset=utf-8" };

test("a static page is read over HTTP and no browser is asked for", async (context) => {
  const server = await startServer(context, (_, outgoing) =>
    outgoing.writeHead(200, html).end(storyPage("Fog")),
  );
  const fetcher = fetcherFor(context, { executablePath: () => assert.fail("a browser was asked for") });
  const { page } = await fetcher.fetch(ask(`${server.origin}/story`));
  assert.equal(page.renderer, "http");
  assert.equal(page.robots.verdict, "ignored");
});

test("a missing browser is reported as the caller names it; with render never the shell is the page", async (context) => {
  const server = await startServer(context, (_, outgoing) => outgoing.writeHead(200, html).end(SHELL));
  const executablePath = (): Promise<string> =>
    Promise.reject(new PermanentError("chromium-missing", "no browser here"));
  await assert.rejects(
    fetcherFor(context, { executablePath }).fetch(ask(server.origin)),
    isError("chromium-missing", PermanentError),
  );
  const { page } = await fetcherFor(context, { executablePath, render: "never" }).fetch(ask(server.origin));
  assert.equal(page.html, SHELL);
});

test("robots.txt is obeyed, on redirects too, and its verdict stays with the page", async (context) => {
  const server = await startServer(context, (incoming, outgoing) => {
    if (incoming.url === "/robots.txt") outgoing.end("user-agent: GalleyBot\ndisallow: /private");
    else if (incoming.url === "/turn") outgoing.writeHead(302, { location: "/private/x" }).end();
    else outgoing.writeHead(200, html).end(storyPage("Fog"));
  });
  const fetcher = fetcherFor(context, { robots: "obey", render: "never" });
  const { page } = await fetcher.fetch(ask(`${server.origin}/open`));
  assert.deepEqual(page.robots, { verdict: "allowed", source: `${server.origin}/robots.txt` });
  await assert.rejects(
    fetcher.fetch(ask(`${server.origin}/private/x`)),
    isError("robots-disallowed", PermanentError),
  );
  await assert.rejects(
    fetcher.fetch(ask(`${server.origin}/turn`)),
    isError("robots-disallowed", PermanentError),
  );
  assert.ok(!server.asked.includes("/private/x"));
});

test(
  "a shell comes through Chromium: same user agent, no images, the DOM as UTF-8",
  BROWSER,
  async (context) => {
    const agents = new Set<string>();
    const server = await startServer(context, (incoming, outgoing) => {
      agents.add(incoming.headers["user-agent"] ?? "");
      if (incoming.url === "/app.js") outgoing.writeHead(200, { "content-type": "text/javascript" }).end(APP);
      else if (incoming.url === "/api") setTimeout(() => outgoing.end(`Їжак. ${PROSE}`), 700);
      else
        outgoing
          .writeHead(200, { "content-type": "text/html; charset=windows-1251" })
          .end(SHELL.replace("<body>", `<body><img src="/photo.png">`));
    });
    const fetcher = fetcherFor(context);
    const { page, body } = await fetcher.fetch(ask(`${server.origin}/start`));
    assert.equal(page.renderer, "browser");
    assert.ok(page.html.includes("Їжак. The lighthouse keeper"), "waits for what the script fetches");
    assert.equal(page.charset, "utf-8");
    assert.equal(page.headers["content-type"], "text/html; charset=utf-8");
    assert.equal(Buffer.from(body).toString("utf8"), page.html);
    assert.equal(page.url, `${server.origin}/start`);
    assert.equal(page.status, 200);
    assert.deepEqual([...agents], [UA]);
    assert.ok(!server.asked.includes("/photo.png"));
  },
);

test(
  "in the browser: statuses, types, redirects, refused ports, time-outs, interruptions",
  BROWSER,
  async (context) => {
    const server = await startServer(context, (incoming, outgoing) => {
      if (incoming.url === "/gone") outgoing.writeHead(410, html).end("<p>gone");
      else if (incoming.url === "/busy")
        outgoing.writeHead(503, { ...html, "retry-after": "9" }).end("<p>busy");
      else if (incoming.url === "/json")
        outgoing.writeHead(200, { "content-type": "application/json" }).end("{}");
      else if (incoming.url === "/pdf")
        outgoing
          .writeHead(200, { "content-type": "application/pdf", "content-disposition": "attachment" })
          .end("%PDF");
      else if (incoming.url === "/turn") outgoing.writeHead(302, { location: "/story" }).end();
      else if (incoming.url === "/slow") outgoing.writeHead(200, html).write("<p>wait");
      else if (incoming.url === "/big") outgoing.writeHead(200, html).end(`<p>${"x".repeat(3_000_000)}`);
      else outgoing.writeHead(200, html).end(storyPage("Fog"));
    });
    const fetcher = fetcherFor(context, { render: "always", maxBytes: 1_000_000 });
    await assert.rejects(fetcher.fetch(ask(`${server.origin}/gone`)), isError("http-status", PermanentError));
    await assert.rejects(
      fetcher.fetch(ask(`${server.origin}/busy`)),
      (error) => error instanceof TransientError && error.retryAfterMs === 9000,
    );
    await assert.rejects(fetcher.fetch(ask(`${server.origin}/json`)), isError("not-html", PermanentError));
    await assert.rejects(fetcher.fetch(ask(`${server.origin}/pdf`)), isError("not-html", PermanentError));
    await assert.rejects(fetcher.fetch(ask(`${server.origin}/big`)), isError("too-large", PermanentError));
    const { page } = await fetcher.fetch(ask(`${server.origin}/turn`));
    assert.equal(page.finalUrl, `${server.origin}/story`);
    assert.deepEqual(page.redirects, [`${server.origin}/turn`]);
    const shut = createTcpServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => shut.once("listening", resolve));
    const { port } = shut.address() as AddressInfo;
    await new Promise((resolve) => shut.close(resolve));
    for (const scheme of ["http", "https"]) {
      await assert.rejects(
        fetcher.fetch(ask(`${scheme}://127.0.0.1:${port}/`)),
        isError("connection-failed", TransientError),
      );
    }
    const controller = new AbortController();
    const pending = fetcher.fetch(ask(`${server.origin}/slow`), controller.signal);
    setTimeout(() => controller.abort(), 300);
    await assert.rejects(pending, isError("interrupted", TransientError));
    const hasty = fetcherFor(context, { render: "always", timeoutMs: 4000 });
    await assert.rejects(hasty.fetch(ask(`${server.origin}/slow`)), isError("timeout", TransientError));
  },
);

const INWARD = (port: number): readonly string[] => [
  `http://127.0.0.1:${port}/literal`,
  `http://0x7f.1:${port}/hex`,
  `http://localhost:${port}/localhost`,
  `http://x.localhost:${port}/sub-localhost`,
  `http://[::ffff:127.0.0.1]:${port}/mapped`,
  `http://inside.example:${port}/name`,
];

test("no request of the browser reaches a refused address", BROWSER, async (context) => {
  const inside = await startServer(context, (_, outgoing) => {
    outgoing.writeHead(200, { ...html, "access-control-allow-origin": "*" }).end("secret");
  });
  const targets = INWARD(inside.port);
  const loads = targets.flatMap((url) => [
    `<script src="${url}/script"></script><link rel="stylesheet" href="${url}/css"><iframe src="${url}/frame"></iframe>`,
    `<link rel="preload" as="fetch" href="${url}/preload"><link rel="dns-prefetch" href="${url}"><link rel="preconnect" href="${url}">`,
    `<link rel="prefetch" href="${url}/prefetch"><object data="${url}/object"></object><embed src="${url}/embed">`,
  ]);
  const script = `
    const all = ${JSON.stringify(targets)}.flatMap((url) => [
      fetch(url + "/fetch"), fetch(url + "/nocors", { mode: "no-cors" }), fetch("/turn?" + encodeURIComponent(url + "/turned"), { mode: "no-cors" }),
      new Promise((done) => { const socket = new WebSocket(url.replace("http", "ws") + "/ws"); socket.onopen = () => done("open"); socket.onerror = () => done("error"); }),
      new Promise((done) => { const source = new EventSource(url + "/events"); source.onopen = () => done("open"); source.onerror = () => { source.close(); done("error"); }; }),
      navigator.sendBeacon(url + "/beacon", "x"),
    ]);
    const worker = new Worker(URL.createObjectURL(new Blob(["fetch(" + JSON.stringify(${JSON.stringify(targets[0])} + "/worker") + ").finally(() => postMessage(1))"])));
    all.push(new Promise((done) => { worker.onmessage = done; worker.onerror = done; }));
    Promise.allSettled(all).then(() => { document.title = "tried"; document.body.append("all were tried"); });`;
  const { createServer } = await import("node:http");
  const outside = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith("/turn?") === true)
      outgoing.writeHead(302, { location: decodeURIComponent(incoming.url.slice(6)) }).end();
    else
      outgoing
        .writeHead(200, html)
        .end(
          `<!doctype html><title>x</title><body>${loads.join("")}<p>${PROSE}</p><script>${script}</script>`,
        );
  });
  await new Promise<void>((resolve) => {
    outside.listen(0, "127.0.0.3", resolve);
  });
  context.after(() => {
    outside.closeAllConnections();
    outside.close();
  });
  const { port } = outside.address() as AddressInfo;
  const guard = guardOf({ "outside.example": "127.0.0.3", "inside.example": "127.0.0.1" });
  const fetcher = fetcherFor(context, { render: "always", guard });
  // The second time in a tab that has shown a page before.
  for (const path of ["/", "/again"]) {
    const { page } = await fetcher.fetch(ask(`http://outside.example:${port}${path}`));
    assert.ok(page.html.includes("all were tried"), "the page did try");
    assert.deepEqual(inside.asked, []);
  }
  // The page itself, at a refused address, directly and behind a redirect.
  for (const url of [
    ...targets,
    `http://outside.example:${port}/turn?${encodeURIComponent(targets[1] ?? "")}`,
  ]) {
    await assert.rejects(fetcher.fetch(ask(url)), isError("address-refused", PermanentError), url);
  }
  await assert.rejects(
    fetcher.fetch(ask(`https://inside.example:${inside.port}/`)),
    isError("address-refused", PermanentError),
  );
  assert.deepEqual(inside.asked, []);
});

test("a rebinding name gets nowhere in the browser", BROWSER, async (context) => {
  const inside = await startServer(context, (_, outgoing) => outgoing.writeHead(200, html).end("secret"));
  const { createServer } = await import("node:http");
  const page = `<!doctype html><title>x</title><p>${PROSE}</p><script>
    (async () => { for (let n = 0; n < 4; n += 1) await fetch("/again" + n).catch(() => 0); document.body.append("all were tried"); })();</script>`;
  const outside = createServer((_, outgoing) =>
    outgoing.writeHead(200, { ...html, connection: "close" }).end(page),
  );
  await new Promise<void>((resolve) => {
    outside.listen(inside.port, "127.0.0.3", resolve);
  });
  context.after(() => {
    outside.closeAllConnections();
    outside.close();
  });
  let looks = 0;
  const guard = createAddressGuard({
    allowNet: ["127.0.0.3/32"],
    resolveHost: async () => {
      looks += 1;
      return [{ address: looks === 1 ? "127.0.0.3" : "127.0.0.1", family: 4 }];
    },
  });
  const { page: fetched } = await fetcherFor(context, { render: "always", guard }).fetch(
    ask(`http://rebinding.example:${inside.port}/`),
  );
  assert.ok(fetched.html.includes("all were tried"));
  assert.ok(looks > 1, "the name was looked up again");
  assert.deepEqual(inside.asked, []);
});

test("WebRTC sends no packet past the proxy", BROWSER, async (context) => {
  const packets: number[] = [];
  const udp = createSocket("udp4", (message) => packets.push(message.length));
  await new Promise<void>((resolve) => {
    udp.bind(0, "127.0.0.1", resolve);
  });
  context.after(() => udp.close());
  const { port } = udp.address();
  const script = `const c = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${port}" }] });
    c.createDataChannel("x"); c.onicegatheringstatechange = () => { if (c.iceGatheringState === "complete") document.body.append("gathered"); };
    c.createOffer().then((o) => c.setLocalDescription(o));`;
  const server = await startServer(context, (_, outgoing) =>
    outgoing.writeHead(200, html).end(`<!doctype html><p>${PROSE}</p><script>${script}</script>`),
  );
  await fetcherFor(context, { render: "always" }).fetch(ask(server.origin));
  assert.deepEqual(packets, []);
});

test("a wall against machines is named in the browser too", BROWSER, async (context) => {
  const server = await startServer(context, (_, outgoing) =>
    outgoing
      .writeHead(403, html)
      .end("<!doctype html><title>Attention Required!</title><h1>You have been blocked</h1>"),
  );
  const fetcher = fetcherFor(context, { render: "always" });
  await assert.rejects(fetcher.fetch(ask(server.origin)), isError("blocked", PermanentError));
});

test("a browser that dies is started again, and none stays behind", BROWSER, async (context) => {
  const { execFileSync } = await import("node:child_process");
  const children = (): readonly number[] =>
    execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)], { encoding: "utf8" })
      .split("\n")
      .filter((line) => line.includes("--headless"))
      .map((line) => Number(line.trim().split(/\s+/u)[0]));
  const server = await startServer(context, (_, outgoing) =>
    outgoing.writeHead(200, html).end(storyPage("Fog")),
  );
  const fetcher = fetcherFor(context, { render: "always" });
  assert.equal((await fetcher.fetch(ask(`${server.origin}/1`))).page.renderer, "browser");
  const [first] = children();
  assert.ok(first !== undefined, "Chromium runs");
  process.kill(first, "SIGKILL");
  assert.equal((await fetcher.fetch(ask(`${server.origin}/2`))).page.status, 200);
  const [second] = children();
  assert.notEqual(second, first);
  await fetcher.close();
  assert.deepEqual(children(), []);
});
