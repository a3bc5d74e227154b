import assert from "node:assert/strict";
import { test } from "node:test";
import { cutSiteName } from "../../../extractor/metadata/cut-site-name.ts";

const SITE = ["Valley Gazette"];
const TITLE = "The mill reopens at last";

test("whatever parts a title from the site's name, the name goes", () => {
  for (const mark of [" | ", " - ", " – ", " :: ", " » ", ": ", " < ", " ~ ", " @ ", "_", "｜", " ǀ ", " ● "])
    assert.equal(cutSiteName(`${TITLE}${mark}Valley Gazette`, SITE), TITLE, mark);
  for (const mark of [" | ", " - ", " » ", "_", " ǀ "])
    assert.equal(cutSiteName(`Valley Gazette${mark}${TITLE}`, SITE), TITLE, mark);
  assert.equal(cutSiteName(`${TITLE} 【Valley Gazette】`, SITE), TITLE);
  assert.equal(cutSiteName(`[valley gazette] ${TITLE}`, SITE), TITLE);
});

test("the name stays where it is a part of what is said", () => {
  for (const title of [
    "Who reads the Valley Gazette",
    "A letter to “Valley Gazette”",
    "Mill, sluice & Valley Gazette",
    "Who pays? Valley Gazette",
    "Valley Gazette: the paper that turned",
    "Valley Gazette",
    "| Valley Gazette",
    "Anti-Valley Gazette",
  ])
    assert.equal(cutSiteName(title, SITE), title, title);
});
