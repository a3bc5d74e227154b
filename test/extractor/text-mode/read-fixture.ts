import { readFileSync, readdirSync } from "node:fs";

const FOLDER = new URL("../../fixtures/text-mode/", import.meta.url);

/** A line of a dump and what must become of it: `keep`, a block type, or `any` type. */
export interface ExpectedLine {
  readonly text: string;
  readonly fate: string;
}

export interface TextFixture {
  readonly name: string;
  readonly url: string | null;
  readonly dump: string;
  readonly lines: readonly ExpectedLine[];
}

const MARKED = /^([a-z-]+|~)\|(.*)$/u;

function readFixture(name: string): TextFixture {
  let url: string | null = null;
  const dump: string[] = [];
  const lines: ExpectedLine[] = [];
  for (const line of readFileSync(new URL(name, FOLDER), "utf8").split("\n")) {
    const [, fate, text = ""] = MARKED.exec(line) ?? [];
    if (fate === "~") {
      url = text.trim();
    } else if (fate === undefined) {
      if (line.trim() !== "") throw new Error(`${name}: a line without its fate: ${line}`);
      dump.push(line);
    } else {
      dump.push(text);
      lines.push({ text: text.trim(), fate });
    }
  }
  return { name, url, dump: dump.join("\n"), lines };
}

/** Every fixture of text mode; see test/fixtures/text-mode/README.md. */
export function readTextFixtures(): TextFixture[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".txt"))
    .map(readFixture);
}
