import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { runGalley } from "../cli/run-galley.ts";
import { startSmallSite } from "../queue/small-site.ts";
import { testFolder } from "../queue/test-place.ts";
import { startTestServer } from "../server/test-server.ts";
import { sampleArticle, sampleArticles, withText } from "../storage/sample-article.ts";
import type { ArticleStore } from "../../storage/article-store.ts";
import { openSqliteStore } from "../../storage/sqlite-store.ts";
import type { Site } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";
import { runExample, startExample, takeLines } from "./run-example.ts";

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
const STORIES = 10;
const PIERS = ["article-pier-0", "article-pier-1", "article-pier-2"];

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const jsonLines = <Line>(output: string): readonly Line[] =>
  output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);

/** The bakery of the local site, and words of what stands around its story. */
const STORY = "/town/2026/02/21/tollivers-bakery-shuts";
const FURNITURE = /cookies|More from the Post|newsletter/iu;

test("Crawlee crawls, Galley keeps the article", async (t) => {
  const port = await startSmallSite({ hosts: 1, storiesPerHost: 4 });
  t.after(() => port.close());
  const folder = await testFolder();
  const env = { CRAWLEE_STORAGE_DIR: folder, CRAWLEE_LOG_LEVEL: "ERROR", CRAWLEE_MEMORY_MBYTES: "1024" };
  const run = await runExample(t, "crawlee/crawl-news.ts", port.seeds, { env, cwd: folder });
  assert.equal(run.code, 0, run.stderr);
  const dataset = join(folder, "datasets", "default");
  const files = (await readdir(dataset)).filter((file) => /^\d+\.json$/u.test(file));
  const articles = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(dataset, file), "utf8")) as Crawled),
  );
  const urls = new Set(articles.map(({ url }) => new URL(url).pathname));
  assert.deepEqual([...urls].toSorted(), ["/story/1", "/story/2", "/story/3", "/story/4"]);
  for (const { articleBody } of articles) {
    assert.match(articleBody, /before breakfast/u);
    assert.doesNotMatch(articleBody, /Front|Again|Next/u);
  }
});

interface Crawled {
  readonly url: string;
  readonly articleBody: string;
}

test("a LangChain loader gives documents of clean Markdown, and says which pages gave none", async (t) => {
  const origin = site.origin("kestrel");
  const env = { ALLOW_NET: "127.0.0.0/8" };
  const run = await runExample(t, "langchain/load-articles.ts", [`${origin}${STORY}`, `${origin}/nowhere`], {
    env,
  });
  assert.equal(run.code, 0, run.stderr);
  assert.match(run.stderr, /^http-status\thttp:\S+\/nowhere\t/mu);
  const [document, ...others] = jsonLines<LoadedDocument>(run.stdout);
  assert.equal(others.length, 0);
  assert.match(document?.pageContent ?? "", /varnish it/u);
  assert.doesNotMatch(document?.pageContent ?? "", FURNITURE);
  assert.equal(document?.metadata.source, `${origin}${STORY}`);
  assert.match(document.metadata.title, /Tolliver/u);
});

interface LoadedDocument {
  readonly pageContent: string;
  readonly metadata: { readonly source: string; readonly title: string };
}

test("the cron script writes what is new into the file of the day, once, and is quiet", async (t) => {
  const folder = await testFolder();
  const galley = `${process.execPath} ${MAIN}`;
  const places = { DATA: join(folder, "data"), OUT: join(folder, "daily") };
  const env = { ...places, GALLEY: galley, GALLEY_ALLOW_NET: "127.0.0.0/8" };
  const seed = `${site.origin("kestrel")}/rss.xml`;
  const night = () => runExample(t, "cron/nightly.sh", [seed, "--delay", "0", "--render", "never"], { env });
  const dayFiles = async () => {
    const names = await readdir(places.OUT);
    const texts = await Promise.all(names.map((name) => readFile(join(places.OUT, name), "utf8")));
    return { names, lines: jsonLines<{ type: string; article: { url: string } }>(texts.join("")) };
  };
  for (let nights = 0; nights < 2; nights += 1) {
    assert.deepEqual(await night(), { code: 0, stdout: "", stderr: "" });
    const { names, lines } = await dayFiles();
    assert.ok(names.every((name) => /^\d{4}-\d\d-\d\d\.jsonl$/u.test(name)));
    assert.equal(lines.length, STORIES);
    assert.equal(new Set(lines.map(({ article }) => article.url)).size, STORIES);
  }
  const broken = await runExample(t, "cron/nightly.sh", ["no-url"], { env });
  assert.equal(broken.code, 3);
  assert.match(broken.stderr, /^galley: .*no-url/u);
});

test("the webhook receiver takes what is signed, once, and refuses the rest", async (t) => {
  const folder = await testFolder();
  const data = join(folder, "data");
  const store = await openTestStore(data);
  await store.put(sampleArticles("pier", 3));
  await store.close();
  const secretFile = join(folder, "hook.secret");
  const receiver = startExample(t, "webhook/receive-webhooks.mjs", [], {
    env: { PORT: "0", SECRET_FILE: secretFile },
  });
  const [ready] = (await once(receiver.stderr!, "data")) as [Buffer];
  const url = /http:\S+/u.exec(String(ready))?.[0] ?? "";
  const net = ["--allow-net", "127.0.0.0/8", "--data", data];
  const added = await runGalley(["sink", "add", "webhook", "hook", url, "--since", "0", ...net]);
  await writeFile(secretFile, added.stdout);
  const said = text(receiver.stdout!);
  assert.equal((await runGalley(["sink", "run", "--once", ...net])).code, 0);
  const forged = { "webhook-id": "x", "webhook-timestamp": String(Math.floor(Date.now() / 1000)) };
  const body = JSON.stringify({ type: "article.new", data: { id: "x", articleId: "forged", revision: 1 } });
  const signatures = ["", "v1,", `v1,${Buffer.alloc(32).toString("base64")}`];
  for (const signature of signatures) {
    const headers = { ...forged, "webhook-signature": signature };
    assert.equal((await fetch(url, { method: "POST", body, headers })).status, 401);
  }
  receiver.kill("SIGTERM");
  const lines = jsonLines<{ articleId: string; type: string }>(await said);
  assert.deepEqual(
    lines.map(({ type, articleId }) => [type, articleId]).toSorted(),
    PIERS.map((id) => ["article.new", id]),
  );
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;

test(
  "Python follows the stream, and goes on where it was killed",
  { skip: hasPython ? false : "python3 is not here" },
  async (t) => {
    const server = await startTestServer(t, { work: false, tokens: { reader: "a-reader's-token" } });
    const cursor = join(await testFolder(), "cursor.txt");
    const { store } = server.parts;
    await store.put(sampleArticles("pier", 3));
    const env = { GALLEY_TOKEN: "a-reader's-token" };
    const follow = () =>
      startExample(t, "python/follow_articles.py", [server.origin, "--cursor", cursor], { env });
    const first = follow();
    const seen = jsonLines<Followed>((await takeLines(first, 3)).join("\n"));
    assert.deepEqual(
      seen.map(({ event, id }) => [event, id]),
      PIERS.map((id) => ["new", id]),
    );
    assert.ok(seen.every(({ articleBody }) => (articleBody ?? "").length > 0));
    while ((await readFile(cursor, "utf8").catch(() => "")) !== "3")
      await new Promise((resolve) => setTimeout(resolve, 20));
    first.kill("SIGKILL");
    await once(first, "exit");
    await store.put([withText(sampleArticle("pier-2"), "The tide came back."), sampleArticle("late")]);
    const rest = jsonLines<Followed>((await takeLines(follow(), 2)).join("\n"));
    assert.deepEqual(
      rest.map(({ event, id, revision }) => [event, id, revision]),
      [
        ["changed", "article-pier-2", 2],
        ["new", "article-late", 1],
      ],
    );
    assert.equal(rest[0]?.articleBody, "The tide came back.");
    const refused = await runExample(t, "python/follow_articles.py", [server.origin, "--cursor", cursor], {
      env: { GALLEY_TOKEN: "another" },
    });
    assert.deepEqual([refused.code, refused.stdout], [1, ""]);
    assert.match(refused.stderr, /refuses the token; set GALLEY_TOKEN/u);
  },
);

interface Followed {
  readonly event: string;
  readonly id: string;
  readonly revision: number;
  readonly articleBody?: string;
}

async function openTestStore(data: string): Promise<ArticleStore> {
  await mkdir(data, { recursive: true });
  return openSqliteStore(join(data, "galley.db"));
}
