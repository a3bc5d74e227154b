import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { SmallSite } from "../queue/small-site.ts";

const run = promisify(execFile);

/** How a program elsewhere uses the package; it is type-checked and run. */
function program(story: string, missing: string): string {
  return `
import { createPipeline, extract, extractText, fetchArticle, GalleyError } from "galley";
import type { ArticleRecord, StoredArticle } from "galley";
import { extract as pure, BLOCK_TYPES, type Extraction } from "galley/extractor";

const html = "<main><h1>Ferry</h1>" + "<p>The ferry left at noon with the post and came back with salt.</p>".repeat(4) + "</main>";
const extraction: Extraction = pure({ html, url: null }, { drop: ["caption"] });
if (extraction.articleBody !== extract({ html, url: null }).articleBody || BLOCK_TYPES.length < 10) throw new Error("extract");
extractText({ text: html, url: null });
const local = { allowNet: ["127.0.0.0/8"], render: "never", delayMs: 0 } as const;
const article: ArticleRecord = await fetchArticle(${JSON.stringify(story)}, { ...local, signal: AbortSignal.timeout(60_000) });
const lines: string[] = [article.headline ?? ""];
await using pipeline = createPipeline({ ...local, dataDir: "data" });
for await (const outcome of pipeline.fetch([${JSON.stringify(missing)}])) {
  if (!outcome.ok && outcome.error instanceof GalleyError) lines.push(outcome.error.code);
}
for await (const stored of pipeline.crawl([${JSON.stringify(story)}])) {
  const kept: StoredArticle = stored;
  lines.push(String(kept.revision.n));
}
console.log(JSON.stringify(lines));
`;
}

const TSCONFIG = {
  compilerOptions: {
    target: "es2024",
    lib: ["es2025", "esnext.disposable", "dom"],
    module: "nodenext",
    strict: true,
    noEmit: true,
    types: ["node"],
  },
  files: ["program.ts"],
};

export interface Consumer {
  /** A folder in whose node_modules galley and @types/node are. */
  readonly folder: string;
  readonly tsc: string;
  /** Runs galley's program there: an executable and its first arguments. */
  readonly galley: readonly [string, ...string[]];
  readonly site: SmallSite;
}

/** The package as others get it: its types hold, both entry points run, and its program fetches and extracts. */
export async function checkConsumer({ folder, tsc, galley, site }: Consumer): Promise<void> {
  const story = site.stories.at(-1) ?? assert.fail();
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }), {
    flag: "wx",
  }).catch(() => {});
  await writeFile(join(folder, "program.ts"), program(story, `${site.seeds[0]}none`));
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(TSCONFIG));
  const checked = await run(process.execPath, [tsc, "-p", folder]).catch(
    (error: { stdout: string }) => error,
  );
  assert.equal(checked.stdout, "");
  const { stdout } = await run(process.execPath, ["program.ts"], { cwd: folder });
  const [headline, code, ...revisions] = JSON.parse(stdout) as string[];
  assert.match(headline ?? "", /^Story \d+ of port 0$/u);
  assert.deepEqual([code, new Set(revisions)], ["http-status", new Set(["1"])]);
  const [command, ...first] = galley;
  const fetched = await run(command, [...first, "fetch", story, "--allow-net", "127.0.0.0/8"], {
    cwd: folder,
  });
  assert.match(fetched.stdout, /^Story \d+ of port 0\n\nOn day/u);
  await writeFile(join(folder, "page.html"), await (await fetch(story)).text());
  const extracted = await run(command, [...first, "extract", "page.html"], { cwd: folder });
  assert.equal(extracted.stdout, fetched.stdout);
}
