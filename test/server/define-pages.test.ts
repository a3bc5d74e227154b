import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as fc from "fast-check";
import type { Browser } from "playwright";
import { readSources } from "../../queue/sources/read-sources.ts";
import { sourceSchema } from "../../queue/sources/source-schema.ts";
import { writeSources } from "../../queue/sources/write-sources.ts";
import { findFaults, launchBrowser, showPage } from "./show-page.ts";
import { startTestServer } from "./test-server.ts";

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const HERON = `sources:
  - name: heron
    seeds:
      - https://heron.example/
      - https://heron.example/feed.xml
    cron: "*/15 * * * *"   # a quarter of an hour
    timezone: Europe/Oslo
`;

test("a source is made, mended where its text is wrong, changed and removed, without a script", async (t) => {
  const server = await startTestServer(t, { work: false });
  const { schedules } = server.parts;
  const { page } = await showPage(browser, `${server.origin}/`, { javaScriptEnabled: false });
  await page.getByRole("link", { name: "New source" }).click();
  const form = page.getByLabel(/^Definition/u);
  const save = async (text: string): Promise<void> => {
    await form.fill(text);
    await page.getByRole("button", { name: "Save" }).click();
  };
  await save(HERON.replace("*/15", "99").replace("timezone", "timezon"));
  const problems = await page.getByRole("alert").innerText();
  assert.match(problems, /2 things are wrong; nothing was saved/u);
  assert.match(problems, /Line 6, column 11: sources\[0\]\.cron .*"99 \* \* \* \*" is no cron expression/u);
  assert.match(problems, /Line 7, column 5: .*unknown key "timezon"; did you mean timezone\?/u);
  assert.equal((await schedules.list()).length, 0);
  assert.match(await form.inputValue(), /timezon: Europe\/Oslo/u, "what was typed is still there");

  await save(HERON);
  await page.waitForURL("**/sources/heron");
  const made = await schedules.get("heron");
  assert.deepEqual([made.definition.cron, made.definition.timezone], ["*/15 * * * *", "Europe/Oslo"]);
  assert.notEqual(made.next, null);

  await page.getByRole("link", { name: "Change or remove" }).click();
  const shown = await form.inputValue();
  assert.deepEqual(readSources(shown), { ok: true, sources: [made.definition] });
  await save(shown.replace("*/15", "0"));
  await page.waitForURL("**/sources/heron");
  assert.equal((await schedules.get("heron")).definition.cron, "0 * * * *");

  await page.goto(`${server.origin}/define?source=heron`);
  await page.getByLabel(/Forget heron/u).check();
  await page.getByRole("button", { name: "Remove heron" }).click();
  await page.waitForURL(`${server.origin}/`);
  assert.equal((await schedules.list()).length, 0);
  await page.context().close();
});

test("what is wrong is said to everybody, in light and dark, on a phone", async (t) => {
  const server = await startTestServer(t, { work: false });
  for (const colorScheme of ["light", "dark"] as const) {
    const viewport = { width: 390, height: 800 };
    const options = { colorScheme, viewport, bypassCSP: true };
    const { page } = await showPage(browser, `${server.origin}/define`, options);
    await page.getByLabel(/^Definition/u).fill(`sources:\n  - name: ${"long".repeat(60)}\n    seeds: []\n`);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").waitFor();
    assert.deepEqual(await findFaults(page), []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${overflow} pixels too wide`);
    await page.context().close();
  }
});

test("another site's page makes no source, and hostile text is inert", async (t) => {
  const server = await startTestServer(t, { work: false });
  const post = (path: string, fields: Record<string, string>, site: string): Promise<Response> =>
    fetch(`${server.origin}${path}`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "sec-fetch-site": site },
      redirect: "manual",
    });
  assert.equal((await post("/define", { definition: HERON }, "cross-site")).status, 401);
  assert.equal((await server.parts.schedules.list()).length, 0);
  assert.equal(
    (await post("/define", { definition: HERON.replaceAll("\n", "\r\n") }, "same-origin")).status,
    303,
  );
  assert.equal((await post("/define/remove", { source: "heron" }, "same-origin")).status, 400);
  assert.equal((await post("/define/remove", { source: "heron", sure: "yes" }, "cross-site")).status, 401);
  assert.equal((await server.parts.schedules.list()).length, 1);
  const hostile = "sources: </textarea><script>globalThis.hacked = 1</script>";
  const answer = await post("/define", { definition: hostile }, "same-origin");
  assert.equal(answer.status, 422);
  const page = await answer.text();
  assert.ok(!page.includes("<script>globalThis"));
  assert.ok(page.includes("&lt;/textarea&gt;&lt;script&gt;"));
  assert.equal((await post("/define", { definition: "sources: []" }, "same-origin")).status, 422);
  assert.equal((await post("/define", {}, "same-origin")).status, 400);
  assert.equal((await fetch(`${server.origin}/define?source=nobody`)).status, 404);
});

test("every source reads back as it was written", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
  const source = fc.record(
    {
      name: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/u),
      seeds: fc.array(fc.webUrl(), { minLength: 1, maxLength: 3 }),
      cron: fc.constantFrom(null, "@daily", "*/5 * * * *", "0 0 1 1 *"),
      timezone: fc.constantFrom("UTC", "Asia/Tokyo"),
      include: fc.array(
        text.map((part) => `/${encodeURIComponent(part.toWellFormed())}/*`),
        { maxLength: 2 },
      ),
      depth: fc.option(fc.nat(9)),
      delay: fc.nat(9999),
      keep: fc.subarray(["caption", "tags", "dateline"] as const),
      since: fc.constantFrom(null, "7d", "2026-03-01"),
      discover: fc.boolean(),
    },
    { requiredKeys: ["name", "seeds"] },
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(source, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
      (inputs) => {
        const sources = inputs.map((input) => sourceSchema.parse(input));
        assert.deepEqual(readSources(writeSources(sources)), { ok: true, sources });
      },
    ),
  );
});
