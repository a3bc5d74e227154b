import assert from "node:assert/strict";
import { test } from "node:test";
import { metaRefreshTarget } from "../../crawler/meta-refresh.ts";

const BASE = "https://paper.example/old";
const meta = (content: string): string => `<meta http-equiv="Refresh" content="${content}">`;

const CASES: readonly (readonly [html: string, target: string | null])[] = [
  [meta("0; url=/new"), "https://paper.example/new"],
  [meta("0;URL='/new'"), "https://paper.example/new"],
  [meta("0;url=&quot;/new&quot;"), "https://paper.example/new"],
  [meta("0, /new"), "https://paper.example/new"],
  [meta("1.5; url=https://o.example/x#part"), "https://o.example/x"],
  [meta("; url=/new"), "https://paper.example/new"],
  [`<base href="https://b.example/">${meta("0; url=new")}`, "https://b.example/new"],
  [meta("30; url=/new"), null],
  [meta("300"), null],
  [meta("0"), null],
  [meta("0; url=/old"), null],
  [meta("0; url=javascript:alert(1)"), null],
  [meta("0; url=http://["), null],
  [`<noscript>${meta("0; url=/plain")}</noscript>`, null],
  [`<!-- ${meta("0; url=/new")} -->`, null],
  [`<meta content="0; url=/new" HTTP-EQUIV = refresh>`, "https://paper.example/new"],
  [`<meta http-equiv=" &#114;efresh" content="0; url=/new">`, "https://paper.example/new"],
  [`<meta http-equiv="X-UA-Compatible" content="IE=edge">`, null],
  ["<p>none", null],
];

for (const [html, target] of CASES) {
  test(`${html} → ${target}`, () => assert.equal(metaRefreshTarget(html, BASE), target));
}
