import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { findObstacle } from "../../crawler/obstacles/find-obstacle.ts";
import { extract } from "../../extractor/extract.ts";
import type { PageMeta } from "../../types.ts";

// A fixture's first line is a comment with its case: where it was asked for, where it answered, what it is.

interface Case {
  readonly url: string;
  readonly finalUrl?: string;
  /** null for a page that is what was asked for. */
  readonly expect: string | null;
}

const FOLDER = fileURLToPath(new URL("../fixtures/obstacles/", import.meta.url));
const files = globSync("*.html", { cwd: FOLDER }).toSorted();

function metaOf({ url, finalUrl = url }: Case): PageMeta {
  return {
    url,
    finalUrl,
    redirects: finalUrl === url ? [] : [url],
    status: 200,
    headers: {},
    contentType: "text/html",
    charset: "utf-8",
    renderer: "http",
    fetchedAt: "2026-03-02T06:00:00.000Z",
    robots: { verdict: "allowed", source: null },
    bytes: 0,
    ms: 0,
  };
}

test("there are fixtures of each kind, and look-alikes", () => {
  const names = files.map((file) => file.split("-")[0]);
  for (const kind of ["blocked", "soft", "login", "consent", "paywalled", "article"])
    assert.ok(names.filter((name) => name === kind).length >= 3, kind);
});

for (const file of files) {
  test(basename(file, ".html"), () => {
    const text = readFileSync(join(FOLDER, file), "utf8");
    const [first = "", ...rest] = text.split("\n");
    const fixture = JSON.parse(first.slice("<!--".length, -"-->".length)) as Case;
    const html = rest.join("\n");
    const meta = metaOf(fixture);
    const extraction = extract({ html, url: meta.finalUrl }, { keep: [], drop: [] });
    const found = findObstacle({ meta, html: () => html }, extraction);
    const seen = `${extraction.extraction.pageType}, ${extraction.wordCount} words, ${JSON.stringify(found)}`;
    assert.equal(found?.code ?? null, fixture.expect, seen);
  });
}
