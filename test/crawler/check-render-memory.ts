import assert from "node:assert/strict";
import { LOOK_AGAIN_EVERY, SHELLS_UNTIL_KNOWN, type RenderMemory } from "../../crawler/render-memory.ts";

const APP = "https://paper.example/app/1";

/** What every memory does. The other one, shared over Redis, is tested with the queue. */
export async function testRenderMemory(memory: RenderMemory): Promise<void> {
  assert.equal(await memory.needsBrowser(APP), false);
  for (let n = 1; n < SHELLS_UNTIL_KNOWN; n += 1) await memory.note(APP, "shell");
  assert.equal(await memory.needsBrowser(APP), false, "a few shells may be accidents");
  await memory.note("https://paper.example/app/2", "shell");
  assert.equal(await memory.needsBrowser("https://paper.example/app/3"), true);
  assert.equal(await memory.needsBrowser("https://paper.example/news/3"), false, "another part of the site");
  assert.equal(await memory.needsBrowser("https://other.example/app/3"), false, "another site");
  const answers: boolean[] = [];
  for (let n = 0; n < LOOK_AGAIN_EVERY; n += 1) answers.push(await memory.needsBrowser(APP));
  assert.equal(answers.filter((needed) => !needed).length, 1, "a look now and then");
  await memory.note(APP, "shell");
  assert.equal(await memory.needsBrowser(APP), true, "the look changed nothing");
  await memory.note(APP, "page");
  assert.equal(await memory.needsBrowser(APP), false, "the site was rebuilt");
  await memory.note(APP, "page");
  await memory.note(APP, "shell");
  assert.equal(await memory.needsBrowser(APP), false, "counted anew");
}
