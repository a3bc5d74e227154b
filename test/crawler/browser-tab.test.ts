import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test, type TestContext } from "node:test";
import { chromium, type Browser } from "playwright";
import { createBrowserContexts, type BrowserContexts } from "../../crawler/browser-contexts.ts";
import { FEATURES_OFF } from "../../crawler/browser-process.ts";
import type { BrowserTab } from "../../crawler/browser-tab.ts";
import { BROWSER, CHROMIUM, fetcherFor } from "./browser-fetcher.ts";
import { startServer, storyPage } from "./loopback-server.ts";

const html = { "content-type": "text/html; charset=utf-8" };
const ask = (url: string) => ({ url, depth: 0, referrer: null });

async function launch(context: TestContext): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
  context.after(() => browser.close());
  return browser;
}

async function contextsFor(context: TestContext): Promise<{ contexts: BrowserContexts; browser: Browser }> {
  const browser = await launch(context);
  const proxy = { username: "", password: "" };
  return { browser, contexts: createBrowserContexts(browser, { userAgent: "x", cookies: "forget", proxy }) };
}

const STORES = `
  const seen = [];
  const note = (name, value) => { if (value) seen.push(name + "=" + value); };
  note("cookie", document.cookie); note("name", window.name); note("history", history.length > 2 && history.length);
  note("session", sessionStorage.getItem("n")); note("local", localStorage.getItem("n")); note("keys", sessionStorage.length + localStorage.length);
  const opened = indexedDB.open("n");
  opened.onupgradeneeded = (event) => note("database", event.oldVersion);
  opened.onsuccess = async () => {
    note("database", opened.result.version > 1 && opened.result.version);
    opened.result.close();
    note("caches", (await caches.keys()).join());
    await caches.open("n");
    await new Promise((done) => { indexedDB.open("n", 7).onsuccess = done; });
    document.body.append("Seen: " + (seen.join() || "nothing") + ".");
    document.cookie = "n=1"; window.name = "n"; sessionStorage.setItem("n", "1"); localStorage.setItem("n", "1");
  };
  // The last word of a page, said while it goes.
  window.addEventListener("pagehide", () => { sessionStorage.setItem("n", "2"); localStorage.setItem("n", "2"); document.cookie = "late=1"; });`;

test("a page finds nothing of the one that its tab has shown before", BROWSER, async (context) => {
  const cookies: (string | undefined)[] = [];
  // Names of `.localhost` are trustworthy to Chromium: the page has everything that pages may store in.
  const server = await startServer(context, (incoming, outgoing) => {
    if (incoming.url?.startsWith("/p") === true) cookies.push(incoming.headers.cookie);
    outgoing.writeHead(200, { ...html, "set-cookie": "a=1; HttpOnly" });
    outgoing.end(storyPage("Fog").replace("</body>", `<script>${STORES}</script></body>`));
  });
  const fetcher = fetcherFor(context);
  for (const path of ["/p1", "/p2", "/p3"]) {
    const { page } = await fetcher.fetch(ask(`http://shop.localhost:${server.port}${path}`));
    assert.match(page.html, /Seen: nothing\./u, path);
  }
  assert.deepEqual(cookies, [undefined, undefined, undefined]);
});

test("the documents of one visit find what it has stored", BROWSER, async (context) => {
  const first = `sessionStorage.setItem("n", "session"); localStorage.setItem("n", "local"); document.cookie = "n=cookie"; location.href = "/second";`;
  const second = `document.body.append([sessionStorage.getItem("n"), localStorage.getItem("n"), document.cookie, sessionStorage.length].join());`;
  const server = await startServer(context, (incoming, outgoing) => {
    const script = incoming.url === "/second" ? second : first;
    outgoing
      .writeHead(200, html)
      .end(storyPage("Fog").replace("</body>", `<script>${script}</script></body>`));
  });
  const fetcher = fetcherFor(context);
  for (const path of ["/1", "/2"]) {
    const { page } = await fetcher.fetch(ask(server.origin + path));
    assert.match(page.html, /session,local,n=cookie,1/u, path);
  }
});

test("a page that has been read runs no more, and asks for nothing", BROWSER, async (context) => {
  // Style sheets: a page that loads them all the time has come to rest all the same.
  const busy = `const link = document.head.appendChild(document.createElement("link")); link.rel = "stylesheet";
    let n = 0; setInterval(() => { link.href = "/tick?" + (n += 1); }, 20);
    window.addEventListener("beforeunload", (event) => event.preventDefault());`;
  const server = await startServer(context, (incoming, outgoing) => {
    const script = incoming.url === "/busy" ? busy : "";
    outgoing
      .writeHead(200, html)
      .end(storyPage("Fog").replace("</body>", `<script>${script}</script></body>`));
  });
  const fetcher = fetcherFor(context);
  await fetcher.fetch(ask(`${server.origin}/busy`));
  assert.ok(server.asked.includes("/tick?1"));
  const before = server.asked.length;
  await fetcher.fetch(ask(`${server.origin}/calm`));
  // What was on its way when the page went may still arrive: nothing that is asked for later.
  const after = server.asked.slice(before).filter((path) => path.startsWith("/tick"));
  assert.ok(after.length <= 1, `${after.length} requests of a page that is gone`);
});

test("a host's next page is shown by the tab and the process of the last one", BROWSER, async (context) => {
  const { contexts, browser } = await contextsFor(context);
  const visit = async (host: string): Promise<BrowserTab> => {
    const { tab, giveBack } = await contexts.lend(host);
    await giveBack("well");
    return tab;
  };
  const first = await visit("a.example");
  assert.equal(await visit("a.example"), first);
  assert.notEqual(await visit("b.example"), first);
  assert.equal(browser.contexts().length, 2);
});

test(
  "who comes while a host's tab is in use waits a little for it, but not for long",
  BROWSER,
  async (context) => {
    const { contexts } = await contextsFor(context);
    const first = await contexts.lend("a.example");
    const next = contexts.lend("a.example");
    await first.giveBack("well");
    const second = await next;
    assert.equal(second.tab, first.tab, "it was worth waiting for");
    const third = await contexts.lend("a.example");
    assert.notEqual(third.tab, second.tab);
    assert.notEqual(
      third.tab.page.context(),
      second.tab.page.context(),
      "pages at the same time share nothing",
    );
    await Promise.all([second.giveBack("well"), third.giveBack("well")]);
  },
);

test("our list of features replaces Playwright's and has all of it", BROWSER, async (context) => {
  await launch(context);
  const own = readdirSync("/proc").flatMap((pid) => {
    try {
      // proc(5): the parent follows the name in brackets and the state.
      const [, parent] = /\) \S (\d+)/u.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
      return Number(parent) === process.pid ? readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0") : [];
    } catch {
      // No process, or one that has ended meanwhile.
      return [];
    }
  });
  const list = own.find((argument) => argument.startsWith("--disable-features="))?.split("=")[1] ?? "";
  assert.ok(list.includes("PaintHolding"), "Playwright was seen to give one");
  const missing = list.split(",").filter((feature) => !FEATURES_OFF.includes(feature));
  assert.deepEqual(missing, []);
});
