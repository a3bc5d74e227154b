/**
 * `npm run soak:memory [-- --pages N --bytes N]`: the memory of a worker over 20,000 pages: the resident set of the process,
 * its threads included, looked at ten times a second and averaged over each thousand pages. Ends with 0 when the last thousand
 * took at most 5 % more than the second.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runMemorySoak } from "../test/soak/run-memory-soak.ts";
import { growthSince } from "../test/soak/watch-memory.ts";

const EVERY = 1000;
const MOST_GROWTH = 0.05;
const MEGABYTE = 2 ** 20;

const { values } = parseArgs({
  options: { pages: { type: "string", default: "20000" }, bytes: { type: "string", default: "10000" } },
});
const folder = await mkdtemp(join(tmpdir(), "galley-soak-"));
try {
  const pages = Number(values.pages);
  const stretches = await runMemorySoak({ folder, pages, pageBytes: Number(values.bytes), every: EVERY });
  for (const { from, mean, lowest } of stretches)
    console.log(
      `from page ${String(from).padStart(6)}  ${(mean / MEGABYTE).toFixed(0)} MB, ${(lowest / MEGABYTE).toFixed(0)} MB at the least`,
    );
  const growth = growthSince(stretches, EVERY);
  console.log(`${(growth * 100).toFixed(1)} % growth from page ${EVERY} on (at most ${MOST_GROWTH * 100} %)`);
  process.exitCode = growth <= MOST_GROWTH ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
