import assert from "node:assert/strict";
import { get } from "node:http";
import { after, before, test } from "node:test";
import { extract } from "../../extractor/extract.ts";
import { startSite } from "../site/start-site.ts";
import type { Site, SiteArticle } from "../site/site-types.ts";

let site: Site;

before(async () => {
  site = await startSite();
});

after(async () => {
  await site.close();
});

const fold = (text: string): string => text.replace(/\s+/gu, " ").trim();

function fetchHtml({ host, path }: SiteArticle): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port: site.port, path, headers: { host: `${host}:${site.port}` } };
    get(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    }).on("error", reject);
  });
}

test("every article page of the local site yields all its paragraphs in order and no boilerplate line", async (t) => {
  for (const article of site.articles.filter(({ needsBrowser }) => !needsBrowser)) {
    await t.test(article.url.replace(/:\d+/u, ""), async () => {
      const { articleBody } = extract({ html: await fetchHtml(article), url: article.url });
      const text = fold(articleBody);
      const lines = new Set(articleBody.split("\n").map(fold));
      let from = 0;
      for (const paragraph of article.paragraphs) {
        const at = text.indexOf(fold(paragraph), from);
        assert.notEqual(at, -1, `lost or out of order: ${paragraph}`);
        from = at + fold(paragraph).length;
      }
      assert.deepEqual(
        article.boilerplate.filter((line) => lines.has(fold(line))),
        [],
      );
    });
  }
});
