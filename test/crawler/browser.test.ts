import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type BrowserContext } from "playwright";
import { createBrowserContexts } from "../../crawler/browser-contexts.ts";
import { createRenderMemory, SHELLS_UNTIL_KNOWN } from "../../crawler/render-memory.ts";
import { BROWSER, CHROMIUM, fetcherFor } from "./browser-fetcher.ts";
import { startServer, storyPage } from "./loopback-server.ts";

const html = { "content-type": "text/html; charset=utf-8" };
const ask = (url: string) => ({ url, depth: 0, referrer: null });

/** Pids of the browsers that a process started. */
function browsersOf(parent: number): readonly number[] {
  const list = execFileSync("ps", ["-e", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  return list
    .map((line) => /^\s*(?<pid>\d+)\s+(?<ppid>\d+)\s+(?<args>.*)$/u.exec(line)?.groups)
    .filter(
      (fields) => Number(fields?.["ppid"]) === parent && fields?.["args"]?.includes("--headless") === true,
    )
    .map((fields) => Number(fields?.["pid"]));
}

function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

test("what adds no text is not loaded, and scripts are loaded once for a host", BROWSER, async (context) => {
  const clutter = `<img src="/a.png"><video src="/v.mp4"></video><style>@font-face{font-family:f;src:url(/f.woff2)}p{font-family:f}</style>
    <iframe src="/frame"></iframe><script src="http://www.google-analytics.com/analytics.js"></script>
    <a id="out" target="_blank" href="/pop-link">x</a><form id="form" target="_blank" action="/pop-form"></form>
    <script>navigator.sendBeacon("/beacon", "x"); window.open("/pop-up"); window.open("/pop-free", "", "noopener");
    document.getElementById("out").click(); document.getElementById("form").requestSubmit();</script><script src="/app.js"></script>`;
  const server = await startServer(context, (incoming, outgoing) => {
    if (incoming.url === "/app.js")
      outgoing
        .writeHead(200, { "content-type": "text/javascript", "cache-control": "max-age=600" })
        .end("document.body.append('the script ran')");
    else outgoing.writeHead(200, html).end(storyPage("Fog").replace("</body>", `${clutter}</body>`));
  });
  const fetcher = fetcherFor(context);
  for (const path of ["/1", "/2"]) {
    const { page } = await fetcher.fetch(ask(server.origin + path));
    assert.ok(page.html.includes("the script ran"));
  }
  assert.deepEqual(
    server.asked.filter((path) => path !== "/favicon.ico"),
    ["/1", "/app.js", "/2"],
  );
});

test("pages leave nothing to each other, unless cookies are kept", BROWSER, async (context) => {
  const cookies: (string | undefined)[] = [];
  const script = `document.body.append("seen " + (localStorage.getItem("n") || "nothing")); localStorage.setItem("n", "something"); document.cookie = "b=2";`;
  const server = await startServer(context, (incoming, outgoing) => {
    if (incoming.url?.startsWith("/p") === true) cookies.push(incoming.headers.cookie);
    outgoing
      .writeHead(200, { ...html, "set-cookie": "a=1" })
      .end(storyPage("Fog").replace("</body>", `<script>${script}</script></body>`));
  });
  const forgetful = fetcherFor(context);
  for (const path of ["/p1", "/p2"])
    assert.match((await forgetful.fetch(ask(server.origin + path))).page.html, /seen nothing/u);
  assert.deepEqual(cookies, [undefined, undefined]);
  const keeping = fetcherFor(context, { cookies: "keep" });
  await keeping.fetch(ask(`${server.origin}/p3`));
  assert.match((await keeping.fetch(ask(`${server.origin}/p4`))).page.html, /seen something/u);
  assert.deepEqual(cookies.slice(2), [undefined, "a=1; b=2"]);
});

test("a host's pages share a context until it is recycled", BROWSER, async (context) => {
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
  context.after(() => browser.close());
  const contexts = createBrowserContexts(browser, {
    userAgent: "x",
    cookies: "forget",
    proxy: { username: "", password: "" },
    pagesPerContext: 2,
  });
  const seen: BrowserContext[] = [];
  for (const [host, health] of [
    ["a.example", "well"],
    ["a.example", "well"],
    ["a.example", "sick"],
    ["a.example", "well"],
    ["b.example", "well"],
  ] as const) {
    const lent = await contexts.lend(host);
    seen.push(lent.tab.page.context());
    await lent.giveBack(health);
  }
  assert.deepEqual(
    seen.map((it) => seen.indexOf(it)),
    [0, 0, 2, 3, 4],
  );
  assert.ok(browser.contexts().length <= 3, "used up and sick ones are closed");
});

const BANNER = `<div id="onetrust-banner-sdk" role="dialog" style="position:fixed;bottom:0;width:100%;height:40%;background:#fff">
  <p>We and our partners use cookies and other tracking technologies for advertising. You can accept all cookies or reject all of them.</p>
  <button id="onetrust-pc-btn-handler">Cookie settings</button><button id="onetrust-reject-all-handler">Reject all</button><button id="onetrust-accept-btn-handler">Accept all</button></div>
  <script>window.OneTrust = {}; window.OptanonActiveGroups = ",C1,";
  const done = (how) => () => { document.getElementById("onetrust-banner-sdk").remove(); window.OptanonActiveGroups = "";
    const p = document.createElement("p"); p.textContent = "The body came after the banner: " + how; document.querySelector("article").append(p); };
  document.getElementById("onetrust-reject-all-handler").onclick = done("rejected");
  document.getElementById("onetrust-accept-btn-handler").onclick = done("accepted");</script>`;

test(
  "a page is read as it stands, whatever its scripts make of the methods for it",
  BROWSER,
  async (context) => {
    const script = `document.body.append("the script ran");
    for (const name of ["outerHTML", "innerHTML"]) Object.defineProperty(Element.prototype, name, { get: () => "nothing to see" });
    XMLSerializer.prototype.serializeToString = () => "nothing to see";`;
    const server = await startServer(context, (_, outgoing) => {
      outgoing
        .writeHead(200, html)
        .end(storyPage("Fog").replace("</body>", `<script>${script}</script></body>`));
    });
    const { page, body } = await fetcherFor(context).fetch(ask(`${server.origin}/1`));
    assert.match(page.html, /^<!DOCTYPE html><html/u);
    assert.match(page.html, /the script ran.*<\/html>$/su);
    assert.equal(new TextDecoder().decode(body), page.html);
  },
);

test("a cookie banner is refused, and what it held back is there", BROWSER, async (context) => {
  const server = await startServer(context, (_, outgoing) =>
    outgoing.writeHead(200, html).end(storyPage("Fog").replace("</body>", `${BANNER}</body>`)),
  );
  const { page } = await fetcherFor(context).fetch(ask(server.origin));
  assert.match(page.html, /The body came after the banner: rejected/u);
  assert.ok(!page.html.includes(`id="onetrust-banner-sdk"`));
});

test(
  "a browser that is killed under a page is started again, and the page is read",
  BROWSER,
  async (context) => {
    const asked = Promise.withResolvers<void>();
    let times = 0;
    const server = await startServer(context, (incoming, outgoing) => {
      if (incoming.url === "/slow.js") {
        times += 1;
        asked.resolve();
        // The first browser waits for this script until it is killed.
        if (times > 1)
          outgoing
            .writeHead(200, { "content-type": "text/javascript" })
            .end("document.body.append('it ran')");
        return;
      }
      outgoing
        .writeHead(200, html)
        .end(storyPage("Fog").replace("</body>", `<script src="/slow.js"></script></body>`));
    });
    const fetcher = fetcherFor(context);
    const reading = fetcher.fetch(ask(server.origin));
    await asked.promise;
    const [browser] = browsersOf(process.pid);
    assert.ok(browser !== undefined);
    process.kill(browser, "SIGKILL");
    assert.match((await reading).page.html, /it ran/u);
    assert.equal(times, 2);
  },
);

test("no browser outlives its parent, however that ends", BROWSER, async (context) => {
  const server = await startServer(context, (_, outgoing) =>
    outgoing.writeHead(200, html).end(storyPage("Fog")),
  );
  const child = spawn(
    process.execPath,
    [new URL("./hold-browser.ts", import.meta.url).pathname, server.origin],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  context.after(() => child.kill("SIGKILL"));
  await once(child.stdout, "data");
  const browsers = browsersOf(child.pid ?? 0);
  assert.equal(browsers.length, 1, "Chromium runs");
  child.kill("SIGKILL");
  await once(child, "exit");
  for (const browser of browsers) while (isRunning(browser)) await sleep(50);
});

test("auto learns what needs the browser, by part of the site", BROWSER, async (context) => {
  const APP = `<!doctype html><html><head><title>App</title></head><body><div id="root"></div><script>document.getElementById("root").innerHTML = "<article><p>" + "The tide came in twice. ".repeat(20) + "</p></article>"</script></body></html>`;
  const seen: string[] = [];
  const server = await startServer(context, (incoming, outgoing) => {
    if (incoming.url === "/favicon.ico") {
      outgoing.writeHead(404).end();
      return;
    }
    seen.push(incoming.headers["sec-fetch-dest"] === "document" ? "browser" : "http");
    const app = incoming.url?.startsWith("/app/") === true;
    outgoing.writeHead(200, html).end(app ? APP : storyPage("Fog"));
  });
  const renderMemory = createRenderMemory();
  const fetcher = fetcherFor(context, { render: "auto", renderMemory });
  const fetchAll = async (paths: readonly string[]): Promise<readonly string[]> => {
    seen.length = 0;
    for (const path of paths) await fetcher.fetch(ask(server.origin + path));
    return [...seen];
  };
  assert.deepEqual(await fetchAll(["/app/1", "/app/2"]), ["http", "browser", "http", "browser"]);
  for (let n = 2; n < SHELLS_UNTIL_KNOWN; n += 1) await renderMemory.note(`${server.origin}/app/x`, "shell");
  assert.deepEqual(await fetchAll(["/app/5", "/news/1", "/app/6"]), ["browser", "http", "browser"]);
});
