import { styleText } from "node:util";
import { UsageError } from "../../errors.ts";
import { changedFacts, unifiedDiff, wordDiff } from "../../storage/diff-revisions.ts";
import type { StoredArticle } from "../../types.ts";
import { writeOutput } from "../write-output.ts";
import { type StorePlace, unknownArticle, withStore } from "./articles.ts";

export interface DiffOptions extends StorePlace {
  /** Numbers of versions; null is the last one, and the one before the other. */
  readonly from: number | null;
  readonly to: number | null;
  /** Words within the text rather than whole paragraphs. */
  readonly words: boolean;
}

/** `galley articles diff ID`: what changed between two versions of an article, facts first, then the text. */
export function diffArticle(id: string, options: DiffOptions): Promise<number> {
  return withStore(options, async (store) => {
    const versions = await store.revisions(id);
    const last = versions.at(-1);
    if (last === undefined) throw unknownArticle(id);
    const to = versionOf(versions, options.to ?? last.revision.n);
    const earlier = versions.findLast(({ revision }) => revision.n < to.revision.n);
    if (options.from === null && earlier === undefined) {
      process.stderr.write(
        `galley: there is no version of ${id} before number ${to.revision.n} to compare with\n`,
      );
      return 0;
    }
    const from = options.from === null ? (earlier as StoredArticle) : versionOf(versions, options.from);
    await writeOutput(factLines(from, to).join(""));
    await writeOutput(options.words ? wordLines(from, to) : textLines(from, to));
    return 0;
  });
}

function versionOf(versions: readonly StoredArticle[], n: number): StoredArticle {
  const version = versions.find(({ revision }) => revision.n === n);
  if (version !== undefined) return version;
  const there = versions.map(({ revision }) => revision.n).join(", ");
  throw new UsageError("usage", `The article has no version ${n}. Versions: ${there}.`);
}

function factLines(from: StoredArticle, to: StoredArticle): string[] {
  return changedFacts(from, to).map(
    (change) =>
      `${change.field}: ${colour("red", JSON.stringify(change.from))} → ${colour("green", JSON.stringify(change.to))}\n`,
  );
}

function textLines(from: StoredArticle, to: StoredArticle): string {
  return unifiedDiff(from, to)
    .split(/(?<=\n)/u)
    .map((line) =>
      line.startsWith("+") ? colour("green", line) : line.startsWith("-") ? colour("red", line) : line,
    )
    .join("");
}

/** As `git diff --word-diff` marks words: [-gone-] {+new+}. */
function wordLines(from: StoredArticle, to: StoredArticle): string {
  return wordDiff(from, to)
    .map(({ value, added, removed }) =>
      added ? colour("green", `{+${value}+}`) : removed ? colour("red", `[-${value}-]`) : value,
    )
    .join("");
}

/** Colours on a terminal alone. */
function colour(name: "red" | "green", text: string): string {
  return process.stdout.isTTY ? styleText(name, text) : text;
}
