import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

// ARCHITECTURE.md's import table, held to the code. Types count like values.

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Which rooms a room may import, itself aside. `.` is the top: types.ts and errors.ts. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ".": [],
  crawler: ["."],
  extractor: ["."],
  storage: ["."],
  queue: [".", "crawler", "extractor", "storage"],
  library: [".", "crawler", "extractor", "storage", "queue"],
  server: [".", "crawler", "extractor", "storage", "queue", "library"],
  cli: [".", "crawler", "extractor", "storage", "queue", "library", "server"],
};

/** Packages that only the named rooms may import. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  bullmq: ["queue"],
  ioredis: ["queue", "storage"],
  jsdom: ["extractor"],
  "@mozilla/readability": ["extractor"],
  playwright: ["crawler"],
  "bullmq-otel": ["server"],
  "@opentelemetry": ["server"],
};

/** What would make the extractor impure. */
const IMPURE =
  /^node:(?:fs|net|http|https|http2|dns|child_process|worker_threads|timers|os|process|readline|stream)/u;

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

const IMPORT =
  /(?:^|[^.\w])(?:import|export)\s[^"'`;]*?from\s*["']([^"']+)["']|(?:^|[^.\w])import\s*\(?\s*["']([^"']+)["']/gmu;

const roomOf = (path: string): string => (path.includes("/") ? (path.split("/")[0] ?? ".") : ".");

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), "utf8");
  return [...source.matchAll(IMPORT)].map((match) => {
    const specifier = match[1] ?? match[2] ?? "";
    const target = specifier.startsWith(".")
      ? relative(root, join(root, dirname(file), specifier))
      : specifier;
    return { file, room: roomOf(file), target };
  });
}

const files = globSync(
  [
    "*.ts",
    ...Object.keys(MAY_IMPORT)
      .filter((room) => room !== ".")
      .map((room) => `${room}/**/*.ts`),
  ],
  { cwd: root },
);
const imports = files.flatMap(importsOf);
const isLocal = ({ file, target }: Import): boolean =>
  files.includes(target) || target.startsWith("..") || /\.(?:ts|json)$/u.test(target) || file === target;

test("the scan sees the code", () => {
  assert.ok(files.length > 30, `${files.length} files`);
  assert.ok(imports.length > 100, `${imports.length} imports`);
  assert.ok(imports.some(({ file, target }) => file.startsWith("cli/") && target === "errors.ts"));
});

test("rooms import only what the table allows", () => {
  const wrong = imports
    .filter((found) => isLocal(found))
    .filter(
      ({ room, target }) => roomOf(target) !== room && !(MAY_IMPORT[room] ?? []).includes(roomOf(target)),
    )
    // The demo serves the local site, which lives with the tests.
    .filter(({ file, target }) => !(file === "cli/commands/demo.ts" && target === "test/site/start-site.ts"));
  assert.deepEqual(wrong, []);
});

test("packages stay in the rooms that own them", () => {
  const wrong = imports.filter(({ room, target }) => {
    const owner = Object.keys(OWNERS).find((name) => target === name || target.startsWith(`${name}/`));
    return owner !== undefined && !OWNERS[owner]?.includes(room);
  });
  assert.deepEqual(wrong, []);
});

test("the extractor is pure: no network, disk, clock or randomness", () => {
  const impure = imports.filter(({ room, target }) => room === "extractor" && IMPURE.test(target));
  assert.deepEqual(impure, []);
  const CLOCK =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bfetch\(|\bprocess\.env\b|\bsetTimeout\(/u;
  const calls = files.filter(
    (file) => file.startsWith("extractor/") && CLOCK.test(readFileSync(join(root, file), "utf8")),
  );
  assert.deepEqual(calls, []);
});

test("process.env is read in cli/ alone", () => {
  const readers = files.filter((file) => /\bprocess\.env\b/u.test(readFileSync(join(root, file), "utf8")));
  assert.deepEqual(readers, ["cli/main.ts"]);
});

test("no import cycles, types included", () => {
  const targets = new Map(
    files.map((file) => [
      file,
      imports
        .filter((found) => found.file === file && files.includes(found.target))
        .map(({ target }) => target),
    ]),
  );
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    assert.ok(!path.includes(file), `cycle: ${[...path, file].join(" → ")}`);
    if (done.has(file)) return;
    for (const target of targets.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
});
