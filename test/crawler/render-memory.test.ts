import assert from "node:assert/strict";
import { test } from "node:test";
import { createRenderMemory, kindOf } from "../../crawler/render-memory.ts";
import { testRenderMemory } from "./check-render-memory.ts";

test("kinds of pages are told apart by host and first part of the path", () => {
  assert.deepEqual(kindOf("https://paper.example:8443/app/a/b?c=1"), {
    host: "paper.example:8443",
    prefix: "/app/",
  });
  assert.deepEqual(kindOf("https://paper.example/story-1"), { host: "paper.example", prefix: "/" });
});

test("a memory of one process", () => testRenderMemory(createRenderMemory()));
