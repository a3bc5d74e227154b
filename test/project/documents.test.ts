import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "deploy/README.md", "examples/README.md"];
/** A README with pictures is still read on a train. */
const MOST_PICTURE_BYTES = 100_000;

const LINK = /(?<picture>!?)\[(?<text>[^\]]*)\]\((?<target>[^)\s]+)\)/gu;

test("what the documents link to is there, and their pictures are described and small", () => {
  let pictures = 0;
  for (const document of DOCUMENTS) {
    const source = readFileSync(join(root, document), "utf8");
    for (const { groups = {} } of source.matchAll(LINK)) {
      const { picture, text = "", target = "" } = groups;
      if (/^(?:https?:|#)/u.test(target)) continue;
      const { size } = statSync(join(root, dirname(document), target));
      if (picture !== "!") continue;
      pictures += 1;
      assert.ok(size <= MOST_PICTURE_BYTES, `${target} has ${size} bytes`);
      assert.ok(text.length > 10, `${target} says nothing to those who cannot see it`);
    }
  }
  assert.ok(pictures >= 4, `${pictures} pictures`);
});

test("every script that the documents name exists", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  for (const document of DOCUMENTS) {
    const source = readFileSync(join(root, document), "utf8");
    for (const [, name = ""] of source.matchAll(/`npm run ([\w:]+)/gu))
      assert.ok(name in scripts, `${document} names npm run ${name}`);
  }
});
