/** Everything that Galley keeps in Redis stands under this prefix; BullMQ's own keys too. */
export const KEY_PREFIX = "galley";

/** The runs that are not finished. */
export const RUNS_KEY = `${KEY_PREFIX}:runs`;

/** Number of the newest run of a crawl. */
export function crawlKey(crawlId: string): string {
  return `${KEY_PREFIX}:crawl:${crawlId}`;
}

/** What a crawl's runs know of its pages, by page id; see known-page.ts. Frontier scripts derive it from the run's key. */
export function knownKey(crawlId: string): string {
  return `${KEY_PREFIX}:known:${crawlId}`;
}

/** The crawls that have dead letters; a crawl's letters stand under this and `:CRAWL`. See dead-letters.ts. */
export const FAILED_KEY = `${KEY_PREFIX}:failed`;

/** Set while a crawl's known pages need no looking through. */
export function knownLookedThroughKey(crawlId: string): string {
  return `${KEY_PREFIX}:known-looked-through:${crawlId}`;
}

/** Hash of a run: options, state, counters. The run's other keys are this with `:seen`, `:ready` and so on. */
export function runKey(runId: string): string {
  return `${KEY_PREFIX}:run:${runId}`;
}

/** A host's politeness slot, shared by all crawls. */
export function slotKey(host: string): string {
  return `${KEY_PREFIX}:slot:${host}`;
}

/** The hosts that are left alone for now, by the time (milliseconds since the epoch) when they are asked again. */
export const PARKED_KEY = `${KEY_PREFIX}:parked`;

/** Names of the pages of a host that failed in a row; see host-trouble.ts. */
export function troubleKey(host: string): string {
  return `${KEY_PREFIX}:trouble:${host}`;
}

/** Which kinds of a host's pages need the browser; see shared-render-memory.ts. */
export function renderKey(host: string): string {
  return `${KEY_PREFIX}:render:${host}`;
}

/** The Crawl-delay of a host's robots.txt in milliseconds, as the last worker read it. */
export function crawlDelayKey(host: string): string {
  return `${KEY_PREFIX}:crawl-delay:${host}`;
}

/** Set while a process looks after a run. */
export function attendedKey(runId: string): string {
  return `${KEY_PREFIX}:attended:${runId}`;
}

/** Set for a moment by the process that looks for entries whose job was lost. */
export function sweepKey(runId: string): string {
  return `${KEY_PREFIX}:sweep:${runId}`;
}
