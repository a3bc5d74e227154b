import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { runGalley } from "./run-galley.ts";

const STORY =
  "The tram depot opened its doors to the swallows again on Monday, as it has for sixty springs. ";
const page = (title: string, more = ""): string =>
  `<title>${title}</title><article><h1>${title}</h1><p>${STORY.repeat(6)}</p>${more}</article>`;
const line = (id: string): string => JSON.stringify({ id, html: page(id) });

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "galley-packed-"));
});
after(() => rm(folder, { recursive: true }));

test("a packed page is unpacked, from a file and from a pipe; one that is cut off is named", async () => {
  const packed = gzipSync(page("Swallows"));
  const file = join(folder, "swallows.html.gz");
  await writeFile(file, packed);
  assert.match((await runGalley(["extract", file])).stdout, /^Swallows\n\nThe tram depot/u);
  const piped = await runGalley(["explain", "-"], { input: packed });
  assert.match(piped.stdout, /<h1 dir="auto">Swallows<\/h1>/u);
  const cut = await runGalley(["extract", "-"], { input: packed.subarray(0, 120) });
  assert.equal(cut.code, 16);
  assert.match(cut.stderr, /^galley: stdin cannot be unpacked: unexpected end of file\. .+\n$/u);
});

test("lines may be packed and begin with a byte order mark, and what they lack is named", async () => {
  const input = `\ufeff${line("a")}\n{"html":"<p>x"}\n[1]\n${line("b")}\r\n`;
  for (const given of [input, gzipSync(input)]) {
    const run = await runGalley(["extract", "-", "--input", "jsonl"], { input: Buffer.from(given) });
    const ids = run.stdout.trimEnd().split("\n");
    assert.deepEqual(
      ids.map((record) => (JSON.parse(record) as { id: string }).id),
      ["a", "b"],
    );
    assert.match(
      run.stderr,
      /^galley: stdin, line 2: "id" is missing\. .+\n.+line 3: it is not an object\. /u,
    );
    assert.equal(run.code, 10);
  }
});

test("one page has limits too: its bytes, and what its extraction takes", async () => {
  const huge = await runGalley(["extract", "-"], { input: Buffer.alloc(129 * 2 ** 20, " x") });
  assert.equal(huge.code, 13);
  assert.match(huge.stderr, /^galley: stdin is larger than 128 MB: .+ --input jsonl or warc\.\n$/u);
  const rows = "<tr><td>a<td>b<td>c".repeat(900_000);
  const wide = await runGalley(["explain", "-"], { input: page("Tables", `<table>${rows}</table>`) });
  assert.equal(wide.code, 22, wide.stderr);
  assert.match(wide.stderr, /^galley: stdin: Extraction took more than .+ and was stopped\.\n$/u);
});
