import { createExtractPool } from "../../queue/extract-pool.ts";
import type { PageToReextract } from "../../queue/reextract/find-pages.ts";
import type { ReextractOutcome } from "../../queue/reextract/reextract-job.ts";
import { openReextract } from "../../queue/reextract/run-reextract.ts";
import { messageOf } from "../../errors.ts";
import type { BlockType, ExtractMode } from "../../types.ts";
import type { Config } from "../config.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { openExistingArchive } from "../open-archive.ts";
import { openQueueRedis } from "../open-redis.ts";
import { openExistingStore } from "../open-store.ts";
import { stopSignal } from "../stop-signal.ts";
import { toJsonLine, writeOutput } from "../write-output.ts";

export interface ReextractCommandOptions {
  readonly source: string | null;
  /** ISO 8601. */
  readonly since: string | null;
  readonly publish: boolean;
  readonly format: "text" | "jsonl";
  readonly keep: readonly BlockType[];
  readonly drop: readonly BlockType[];
  readonly mode: ExtractMode;
  readonly dataDir: string;
  readonly config: Config;
}

/** States in which there is something to see. */
const SHOWN: ReadonlySet<ReextractOutcome["state"]> = new Set(["changed", "new", "gone", "failed"]);

/** An outcome for people: what, which article, and under it each field with its lines. */
export function describeOutcome({ state, articleId, pageKey, url, diff, reason }: ReextractOutcome): string {
  const head = `${state}\t${articleId ?? pageKey}\t${url}${reason === null ? "" : `\t${reason}`}\n`;
  const fields = diff.map(({ field, lines, more }) => {
    const cut = more === 0 ? [] : [`… and ${more} more lines`];
    return `  ${field}\n${[...lines, ...cut].map((line) => `    ${line}\n`).join("")}`;
  });
  return head + fields.join("");
}

interface Tally {
  readonly states: Map<ReextractOutcome["state"], number>;
  readonly fields: Map<string, number>;
  readonly toPublish: PageToReextract[];
}

function count(tally: Tally, { state, diff, articleId, pageKey }: ReextractOutcome): void {
  tally.states.set(state, (tally.states.get(state) ?? 0) + 1);
  for (const { field } of diff) tally.fields.set(field, (tally.fields.get(field) ?? 0) + 1);
  if (state === "changed") tally.toPublish.push({ articleId, pageKey });
  if (state === "new") tally.toPublish.push({ articleId: null, pageKey });
}

function summaryOf({ states, fields }: Tally): string {
  const of = (state: ReextractOutcome["state"]): number => states.get(state) ?? 0;
  const most = [...fields].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = most.map(([field, times]) => `${field} ${times}`).join(", ");
  const changed = `${of("changed")} changed${named === "" ? "" : ` (${named})`}`;
  return `${changed}, ${of("new")} new, ${of("gone")} gone, ${of("same")} the same, ${of("none")} without an article, ${of("failed")} failed`;
}

/**
 * `galley reextract`: the current extractor over the archived pages, as queue jobs and with no network. Shows what would differ
 * and, with `--publish`, stores it then. Answers the exit code.
 */
export async function reextractCommand(options: ReextractCommandOptions): Promise<number> {
  await using opened = new AsyncDisposableStack();
  const { dataDir, config, keep, drop, mode } = options;
  const say = (line: string): void => void process.stderr.write(`galley: ${line}\n`);
  const store = opened.adopt(await openExistingStore(dataDir, config.store), (it) => it.close());
  const archive = await openExistingArchive(options);
  const redis = opened.adopt(await openQueueRedis(dataDir, config), (it) => it.close());
  const pool = opened.adopt(createExtractPool(), (it) => it.close());
  const { signal } = opened.adopt(stopSignal(), (it) => it.release());
  const reextract = opened.adopt(
    openReextract({
      store,
      archive,
      pool,
      signal,
      redis: redis.client,
      source: options.source,
      since: options.since,
      options: { keep, drop, mode },
      onWarning: (error) => say(messageOf(error)),
    }),
    (it) => it.close(),
  );
  const tally: Tally = { states: new Map(), fields: new Map(), toPublish: [] };
  try {
    for await (const outcome of reextract.compare()) {
      count(tally, outcome);
      if (!SHOWN.has(outcome.state)) continue;
      await writeOutput(options.format === "jsonl" ? toJsonLine(outcome) : describeOutcome(outcome));
    }
    say(summaryOf(tally));
    if (!options.publish) {
      if (tally.toPublish.length > 0) say("nothing was stored; --publish stores it");
      return (tally.states.get("failed") ?? 0) > 0 ? EXIT_CODES["extraction-failed"] : 0;
    }
    let published = 0;
    for await (const { state } of reextract.publish(tally.toPublish)) {
      if (state === "changed" || state === "new") published += 1;
    }
    say(`${published} articles stored`);
    return (tally.states.get("failed") ?? 0) > 0 ? EXIT_CODES["extraction-failed"] : 0;
  } catch (error) {
    if (!signal.aborted) throw error;
    say("stopped; the same command begins anew");
    return EXIT_CODES.interrupted;
  }
}
