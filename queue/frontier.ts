import type { Redis } from "ioredis";
import { z } from "zod";
import type { ErrorCode } from "../errors.ts";
import type { PageRequest } from "../types.ts";
import { crawlId, crawlPlanSchema, type CrawlPlan } from "./crawl-options.ts";
import {
  ADD,
  CANCEL,
  CLAIM,
  FEED,
  FETCHED,
  REFETCH,
  REST,
  RETRY,
  SETTLE,
  START,
  UNCLAIM,
} from "./frontier-scripts.ts";
import { parkedHosts, type ParkedHost } from "./host-trouble.ts";
import { forgetPages } from "./forget-pages.ts";
import { decodeKnown, encodeKnown, type KnownPage } from "./known-page.ts";
import { encodeFailure, type FailedPage } from "./dead-letter.ts";
import { readLetters } from "./read-letters.ts";
import { decodeEntry, encodeEntry, pageId } from "./page-entry.ts";
import { crawlKey, runKey, RUNS_KEY } from "./queue-keys.ts";
import { runScript, type RedisScript } from "./redis-script.ts";

/**
 * Entries between "handed out" and "settled", per run: enough to keep a few busy machines in work, few enough that
 * the queue stays small and that every one of them can be looked at again after a crash.
 */
export const WINDOW = 256;
/** A script that adds more links than this holds the server up; the rest go in further ones. */
const LINKS_PER_SCRIPT = 500;
/** A page that the archive loses more often than this fails: something is wrong with the archive. */
const MOST_LOSSES = 3;
/** Failures of a run that are listed at once: 300 bytes each. */
const MOST_FAILURES = 100_000;
/** With a delay between requests a second fetch of the same host could only wait. */
const POLITE_HOST_CAP = 1;

/** How a page of a crawl ended. */
export type PageOutcome = "stored" | "changed" | "unchanged" | "skipped" | "failed";

/** Each page is counted once, whatever crashed meanwhile: found = pending + inFlight + the five outcomes. */
export interface CrawlCounts {
  /** Pages in scope ever found, seeds included. */
  readonly found: number;
  /** Pages waiting to be fetched. */
  readonly pending: number;
  /** Pages handed to workers and not settled. */
  readonly inFlight: number;
  /** Pages fetched and archived. */
  readonly fetched: number;
  /** Articles stored for the first time. */
  readonly stored: number;
  /** Articles that were known and have a new revision. */
  readonly changed: number;
  /** Pages that are as they were in the run before, with an article or without; and articles that are as they were. */
  readonly unchanged: number;
  /** Pages that hold no article, or that redirect to a page known under its own URL. */
  readonly skipped: number;
  readonly failed: number;
  /** How many of the skipped and failed pages have which code (see errors.ts); codes that none has are not there. */
  readonly reasons: Readonly<Partial<Record<ErrorCode, number>>>;
}

export interface RunStatus {
  readonly runId: string;
  readonly state: RunState;
  readonly counts: CrawlCounts;
  /** Hosts that are left alone for now. */
  readonly parked: readonly ParkedHost[];
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** ISO 8601, UTC; null while it runs. A week later nothing is left of the run. */
  readonly endedAt: string | null;
}

const RUN_STATES = ["running", "finished", "cancelled"] as const;
export type RunState = (typeof RUN_STATES)[number];

/** How a page of a run that keeps its pages ended. */
export interface EndedPage {
  readonly url: string;
  readonly depth: number;
  readonly outcome: PageOutcome;
  /** Why it was skipped or failed, where that has a name. */
  readonly code: ErrorCode | null;
  /** Its raw page in the archive; null when it was never fetched. */
  readonly archiveKey: string | null;
}

export interface FedPage {
  readonly id: string;
  readonly host: string;
  readonly request: PageRequest;
  /** Until the host's politeness slot is free. */
  readonly waitMs: number;
}

/** An entry in flight, for those who look for lost jobs. */
export interface InFlightPage {
  readonly id: string;
  readonly host: string;
  readonly request: PageRequest;
  readonly stage: "fetch" | "extract";
  readonly archiveKey: string | null;
}

export interface Claim {
  /** null when the page is settled. */
  readonly stage: "fetch" | "extract" | null;
  /** How often a worker began with this stage of the page; 1 for the first time. */
  readonly starts: number;
  readonly archiveKey: string | null;
  /** What earlier runs of the crawl know of a page to fetch. */
  readonly known: KnownPage | null;
}

/** The pages of all crawls: found once, handed out once, settled once. */
export interface Frontier {
  /** Starts a run of the crawl, or resumes its unfinished one. Seeds are normalised. */
  start(plan: CrawlPlan): Promise<{ readonly runId: string; readonly resumed: boolean }>;
  plan(runId: string): Promise<CrawlPlan | null>;
  /** The runs that are not finished. */
  runs(): Promise<readonly string[]>;
  status(runId: string): Promise<RunStatus | null>;
  /** Adds pages that were never seen in this run; answers how many were new. */
  add(runId: string, requests: readonly PageRequest[]): Promise<number>;
  /** Hands out as many waiting pages as window, limit and hosts allow. */
  feed(runId: string): Promise<readonly FedPage[]>;
  inFlight(runId: string): Promise<readonly InFlightPage[]>;
  claim(runId: string, id: string, stage: "fetch" | "extract"): Promise<Claim>;
  /** The worker put the page back before it had done anything: this start does not count. */
  unclaim(runId: string, id: string): Promise<void>;
  /**
   * The page waits until its host is out of trouble, and others may have its place in the window.
   * @param begun `begun` when this worker had claimed the page: that start does not count.
   */
  rest(runId: string, id: string, begun?: "begun"): Promise<void>;
  /** The page will be fetched again later; its host may have another one meanwhile. */
  retryLater(runId: string, id: string): Promise<void>;
  /**
   * The page is in the archive: adds its links and moves it on, or settles it where it has not changed. Answers `here`
   * when the caller is to extract it, as its first start; else the stage it is in, null when it is settled.
   */
  fetched(runId: string, id: string, page: FetchedEntry): Promise<"here" | "fetch" | "extract" | null>;
  /**
   * The archive has lost the page that is to be extracted, or it lies on a machine that is gone: it will be fetched
   * again. Answers false when that was so too often, or when the page is not to be extracted.
   */
  refetch(runId: string, id: string): Promise<boolean>;
  /** The page is done with. Answers false when it was settled before. */
  settle(runId: string, id: string, outcome: PageOutcome, why?: SettleReason): Promise<boolean>;
  /** The pages that failed in this run and were neither put back nor done since; the first of them where they are very many. */
  failures(runId: string): Promise<readonly FailedPage[]>;
  /** Ends the run before its time. Answers false when it was not running. */
  cancel(runId: string): Promise<boolean>;
  /** The pages that have ended, in that order, of a run that keeps them (see crawl-options.ts). */
  pages(
    runId: string,
    range: { readonly from: number; readonly limit: number },
  ): Promise<readonly EndedPage[]>;
}

/** Why a page failed or was skipped, and what the crawl's next run is to know of it. */
export interface SettleReason {
  readonly failure?: FailedPage;
  /** How often a page that failed was tried; 1 unless said. */
  readonly attempts?: number;
  readonly code?: ErrorCode;
  readonly known?: KnownPage;
}

export interface FetchedEntry {
  /** The URL that answered, normalised. */
  readonly finalUrl: string;
  readonly archiveKey: string;
  readonly links: readonly PageRequest[];
  /** Settles the page at once instead of moving it on to extraction. */
  readonly outcome?: PageOutcome;
  /** For the next run. */
  readonly known?: KnownPage;
}

const startReply = z.tuple([z.string(), z.number()]);
const claimReply = z.union([z.tuple([]), z.tuple([z.string(), z.number(), z.string(), z.string()])]);
const feedReply = z.array(z.union([z.string(), z.number()]));

function entryArguments(requests: readonly PageRequest[]): readonly string[] {
  return requests.flatMap((request) => {
    const entry = encodeEntry(request);
    return [entry.id, entry.host, entry.text];
  });
}

function noteOf(known: KnownPage | undefined): string {
  return known === undefined ? "" : encodeKnown(known);
}

/** A retry waits for its fetch, and so does a page that rests: for those outside all are the fetch stage. */
function stageOf(stage: string): "fetch" | "extract" | null {
  if (stage === "fetch" || stage === "retry" || stage === "rest") return "fetch";
  return stage === "extract" ? "extract" : null;
}

const REASON = "why:";

function reasonsOf(fields: Readonly<Record<string, string>>): CrawlCounts["reasons"] {
  const named = Object.entries(fields).filter(([name]) => name.startsWith(REASON));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(REASON.length), Number(value)]));
}

function countsOf(fields: Readonly<Record<string, string>>, inFlight: number): CrawlCounts {
  const count = (name: string) => Number(fields[name] ?? 0);
  return {
    found: count("found"),
    pending: count("pending"),
    inFlight,
    fetched: count("fetched"),
    stored: count("stored"),
    changed: count("changed"),
    unchanged: count("unchanged"),
    skipped: count("skipped"),
    failed: count("failed"),
    reasons: reasonsOf(fields),
  };
}

/** @param seconds As Redis's TIME gives them. */
function timeOf(seconds: string | undefined): string {
  return new Date(Number(seconds ?? 0) * 1000).toISOString();
}

/** Written by the settle script: outcome, code, archive key, host and entry, with tabs between them. */
function endedPage(line: string): EndedPage {
  const [outcome = "", code = "", archiveKey = "", host = "", ...text] = line.split("\t");
  const { url, depth } = decodeEntry(text.join("\t"), host);
  return {
    url,
    depth,
    outcome: outcome as PageOutcome,
    code: code === "" ? null : (code as ErrorCode),
    archiveKey: archiveKey === "" ? null : archiveKey,
  };
}

/** Entries of one host that may be fetched at a time. */
export function hostCapOf(plan: CrawlPlan, window: number): number {
  return plan.options.delayMs > 0 ? POLITE_HOST_CAP : window;
}

export function openFrontier(redis: Redis, window: number = WINDOW): Frontier {
  const run = (script: RedisScript, runId: string, args: readonly (string | number)[]) =>
    runScript(redis, script, [runKey(runId), RUNS_KEY], args);

  async function add(runId: string, requests: readonly PageRequest[]): Promise<number> {
    let added = 0;
    for (let from = 0; from < requests.length; from += LINKS_PER_SCRIPT) {
      const slice = requests.slice(from, from + LINKS_PER_SCRIPT);
      added += Number(await run(ADD, runId, entryArguments(slice)));
    }
    return added;
  }

  return {
    add,
    async start(plan) {
      const id = crawlId(plan);
      const hostCap = hostCapOf(plan, window);
      const seeds = plan.seeds.map((url) => ({ url, depth: 0, referrer: null }));
      const limit = plan.options.limit ?? "";
      const keepPages = plan.options.keepPages ? 1 : 0;
      const args = [id, JSON.stringify(plan), limit, window, hostCap, keepPages, ...entryArguments(seeds)];
      const [runId, resumed] = startReply.parse(
        await runScript(redis, START, [crawlKey(id), RUNS_KEY], args),
      );
      if (resumed !== 1) await forgetPages(redis, id);
      return { runId, resumed: resumed === 1 };
    },
    async plan(runId) {
      const text = await redis.hget(runKey(runId), "options");
      return text === null ? null : crawlPlanSchema.parse(JSON.parse(text));
    },
    runs: () => redis.smembers(RUNS_KEY),
    async status(runId) {
      const [fields, inFlight, parked] = await Promise.all([
        redis.hgetall(runKey(runId)),
        redis.scard(`${runKey(runId)}:inflight`),
        parkedHosts(redis, runId),
      ]);
      if (fields["state"] === undefined) return null;
      const state = RUN_STATES.find((known) => known === fields["state"]) ?? "running";
      const endedAt = fields["finishedAt"] === undefined ? null : timeOf(fields["finishedAt"]);
      return {
        runId,
        state,
        counts: countsOf(fields, inFlight),
        parked,
        startedAt: timeOf(fields["startedAt"]),
        endedAt,
      };
    },
    async feed(runId) {
      const reply = feedReply.parse(await run(FEED, runId, [window]));
      const pages: FedPage[] = [];
      for (let i = 0; i + 2 < reply.length; i += 3) {
        const [host, text, waitMs] = [String(reply[i]), String(reply[i + 1]), Number(reply[i + 2])];
        const request = decodeEntry(text, host);
        pages.push({ id: pageId(request.url), host, request, waitMs });
      }
      return pages;
    },
    async inFlight(runId) {
      const ids = await redis.smembers(`${runKey(runId)}:inflight`);
      const entries = await Promise.all(ids.map((id) => redis.hgetall(`${runKey(runId)}:e:${id}`)));
      return entries.flatMap((entry, index) => {
        const { host, text, stage = "", key } = entry;
        const known = stageOf(stage);
        if (host === undefined || text === undefined || known === null) return [];
        return [
          {
            id: ids[index] ?? "",
            host,
            request: decodeEntry(text, host),
            stage: known,
            archiveKey: key ?? null,
          },
        ];
      });
    },
    async claim(runId, id, stage) {
      const [current, starts = 0, key = "", note = ""] = claimReply.parse(
        await run(CLAIM, runId, [id, stage]),
      );
      return {
        stage: stageOf(current ?? ""),
        starts,
        archiveKey: key === "" ? null : key,
        known: decodeKnown(note),
      };
    },
    async unclaim(runId, id) {
      await run(UNCLAIM, runId, [id]);
    },
    async rest(runId, id, begun) {
      await run(REST, runId, [id, begun === undefined ? "" : 1]);
    },
    async retryLater(runId, id) {
      await run(RETRY, runId, [id]);
    },
    async fetched(runId, id, page) {
      // What exceeds one script goes first: when the last one moves the page on, all of its links are in.
      const last = Math.max(0, page.links.length - LINKS_PER_SCRIPT);
      await add(runId, page.links.slice(0, last));
      const facts = [pageId(page.finalUrl), page.archiveKey, page.outcome ?? "", noteOf(page.known)];
      const args = [id, ...facts, ...entryArguments(page.links.slice(last))];
      const stage = String(await run(FETCHED, runId, args));
      return stage === "here" ? stage : stageOf(stage);
    },
    async refetch(runId, id) {
      return Number(await run(REFETCH, runId, [id, MOST_LOSSES])) === 1;
    },
    async settle(runId, id, outcome, why = {}) {
      const failure = why.failure === undefined ? "" : encodeFailure(why.failure, why.attempts ?? 1);
      const args = [id, outcome, failure, why.failure?.code ?? why.code ?? "", noteOf(why.known)];
      return Number(await run(SETTLE, runId, args)) === 1;
    },
    async failures(runId) {
      const failures: FailedPage[] = [];
      for await (const letter of readLetters(redis, runId.replace(/\.\d+$/u, ""))) {
        if (letter.runId === runId)
          failures.push({ url: letter.url, code: letter.code, message: letter.message });
        if (failures.length >= MOST_FAILURES) break;
      }
      return failures;
    },
    async cancel(runId) {
      return Number(await run(CANCEL, runId, [])) === 1;
    },
    async pages(runId, { from, limit }) {
      const lines = await redis.lrange(`${runKey(runId)}:pages`, from, from + limit - 1);
      return lines.map(endedPage);
    },
  };
}
