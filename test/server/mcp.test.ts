import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { runGalley } from "../cli/run-galley.ts";
import type { Site } from "../site/site-types.ts";
import { startSite } from "../site/start-site.ts";

// `galley mcp` as an assistant runs it: the whole command, over its stdin and stdout.

let site: Site;
let folder: string;
before(async () => {
  site = await startSite();
  folder = await mkdtemp(join(tmpdir(), "galley-mcp-"));
});
after(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const NETWORK = ["--allow-net", "127.0.0.0/8", "--delay", "0"];

test("an assistant fetches, finds and reads articles, and is told what it does wrong", async (t) => {
  const seed = `${site.origin("kestrel")}/`;
  const crawled = await runGalley(["crawl", seed, "--data", folder, ...NETWORK]);
  assert.equal(crawled.code, 0, crawled.stderr);
  const client = new Client({ name: "test", version: "0" });
  const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [main, "mcp", "--data", folder, ...NETWORK],
      stderr: "inherit",
    }),
  );
  t.after(() => client.close());
  const call = async (
    name: string,
    given: Record<string, unknown>,
  ): Promise<{ text: string; failed: boolean }> => {
    const { content, isError } = await client.callTool({ name, arguments: given });
    const [first] = content as { text: string }[];
    return { text: first?.text ?? "", failed: isError === true };
  };
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map(({ name }) => name).toSorted(), [
    "fetch_article",
    "get_article",
    "list_sources",
    "search_articles",
  ]);
  const article = site.articles.find(({ host }) => host === "kestrel.localhost");
  assert.ok(article !== undefined);
  const fetched = await call("fetch_article", { url: article.url });
  assert.ok(
    fetched.text.startsWith(`# ${article.title}\n`) && fetched.text.includes(article.paragraphs[1] ?? "?"),
  );
  const found = await call("search_articles", { query: '"varnish it"' });
  const id = /\(id (\w+),/u.exec(found.text)?.[1];
  assert.ok(id !== undefined, found.text);
  assert.ok((await call("get_article", { id })).text.includes("varnish it"));
  assert.deepEqual(JSON.parse((await call("list_sources", {})).text), []);
  for (const [name, given, says] of [
    ["fetch_article", { url: "http://10.0.0.1/" }, /10\.0\.0\.1/u],
    ["fetch_article", { url: "nonsense" }, /nonsense/u],
    ["get_article", { id: "nobody" }, /no article/u],
    ["search_articles", { query: "x", publishedFrom: "soon" }, /no date/u],
  ] as const) {
    const answer = await call(name, given);
    assert.ok(answer.failed, name);
    assert.match(answer.text, says);
  }
});
