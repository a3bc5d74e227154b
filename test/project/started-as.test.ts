import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { STARTED_AS } from "../soak/started-as.ts";

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

for (const file of [
  "Dockerfile",
  "deploy/systemd/galley-work.service",
  "deploy/systemd/galley-serve.service",
]) {
  test(`${file} starts a worker as its memory is measured`, () => {
    for (const [name, value] of Object.entries(STARTED_AS))
      assert.ok(read(file).includes(`${name}=${value}`), name);
  });
}

test("so does scripts/start.sh, where the user has not set it otherwise", () => {
  const script = read("scripts/start.sh");
  for (const [name, value] of Object.entries(STARTED_AS))
    assert.ok(script.includes(`${name}="\${${name}:-${value}}"`), name);
});
