import assert from "node:assert/strict";
import { test } from "node:test";
import { pageId } from "../../queue/page-entry.ts";

test("no page's id looks like an option of a command, and each page has its own", () => {
  const ids = Array.from({ length: 2000 }, (_, at) => pageId(`https://harbour.example/logbook/${at}`));
  assert.deepEqual(
    ids.filter((id) => id.startsWith("-")),
    [],
  );
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.every((id) => id.length === 14));
});
