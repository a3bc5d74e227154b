import assert from "node:assert/strict";
import { test } from "node:test";
import { SHELLS_UNTIL_KNOWN } from "../../crawler/render-memory.ts";
import { createSharedRenderMemory } from "../../queue/shared-render-memory.ts";
import { testRenderMemory } from "../crawler/check-render-memory.ts";
import { testFolder, testRedis } from "./test-place.ts";

test("a memory that workers share", async (t) => {
  const { client } = await testRedis(t, await testFolder());
  await testRenderMemory(createSharedRenderMemory(client));
  await client.flushall();
  const [one, other] = [createSharedRenderMemory(client), createSharedRenderMemory(client)];
  for (let shells = 0; shells < SHELLS_UNTIL_KNOWN; shells += 2)
    for (const memory of [one, other]) await memory.note("https://paper.example/app/1", "shell");
  assert.equal(await createSharedRenderMemory(client).needsBrowser("https://paper.example/app/3"), true);
  assert.ok((await client.ttl("galley:render:paper.example")) > 0);
});
