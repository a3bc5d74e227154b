import assert from "node:assert/strict";
import { test } from "node:test";
import { alignBlocks, labelBySnippets } from "../../../scripts/train/align-labels.ts";

const CONTENT = `The ferry left at dawn and nobody waved.

Harbour

By noon the fog had lifted, and the lighthouse keeper counted eleven sails.

The ferry came back empty.`;

test("blocks of the content are found, others are not", () => {
  const blocks = [
    "Harbour",
    "The ferry left at dawn and nobody waved.",
    "Harbour",
    "By noon the fog had lifted, and the lighthouse keeper counted eleven sails.",
    "Share this story with a friend",
    "The ferry came back empty.",
    "Harbour",
  ];
  assert.deepEqual(alignBlocks(blocks, CONTENT), [0, 1, 1, 1, 0, 1, 0]);
});

test("a paragraph that the content has elsewhere still counts", () => {
  const blocks = [
    "The ferry came back empty.",
    "The ferry left at dawn and nobody waved.",
    "By noon the fog had lifted, and the lighthouse keeper counted eleven sails.",
  ];
  assert.deepEqual(alignBlocks(blocks, CONTENT), [1, 1, 1]);
});

test("a page without content has no content blocks", () => {
  assert.deepEqual(alignBlocks(["Menu", "Contact"], ""), [0, 0]);
});

test("snippets label only the blocks that hold them", () => {
  const blocks = ["Eleven sails  were counted that day.", "Read our newsletter", "Something else"];
  assert.deepEqual(labelBySnippets(blocks, ["sails were counted"], ["newsletter"]), [1, 0, null]);
});
