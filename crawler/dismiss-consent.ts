import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "playwright";
import { z } from "zod";
import type { AskPage } from "./ask-page.ts";

/** From the first sign of a banner to the last click; what takes longer is left as it is. */
const CONSENT_TIMEOUT_MS = 5_000;
/** Half a second each: banners are there when a page has come to rest, or never. */
const DETECT_RETRIES = 2;

/**
 * What autoconsent (DuckDuckGo's engine and rules for consent banners, MPL-2.0) does in a page: it refuses where it
 * can, and confirms a mere notice.
 */
const CONFIG = {
  enabled: true,
  autoAction: "optOut",
  disabledCmps: [],
  enablePrehide: false,
  enableCosmeticRules: true,
  enableGeneratedRules: true,
  enableHeuristicDetection: true,
  heuristicMode: "tier1",
  detectRetries: DETECT_RETRIES,
} as const;

/** Messages of the engine that matter here. A page can send any: all that they do is done in the page itself. */
const messageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("init"), url: z.string() }),
  z.object({ type: z.literal("eval"), id: z.string(), code: z.string() }),
  z.object({ type: z.literal("optOutResult"), result: z.boolean() }),
  z.object({ type: z.literal("autoconsentDone") }),
  z.object({ type: z.literal("report"), state: z.object({ lifecycle: z.string() }) }),
]);
type EngineMessage = z.output<typeof messageSchema>;

function parseMessage(given: unknown): EngineMessage | null {
  return messageSchema.safeParse(given).data ?? null;
}

/** States of the engine after which nothing more comes. */
const ENDS: ReadonlySet<string> = new Set(["nothingDetected", "optOutFailed", "done"]);

/** Closes consent banners. */
export interface ConsentDismisser {
  /**
   * Answers the page's consent banner, where it seems to have one.
   * @returns Whether a banner was answered: the page may go on building itself then.
   */
  dismiss(shown: { readonly page: Page; readonly ask: AskPage }): Promise<boolean>;
}

interface Engine {
  readonly script: string;
  /** Rules for a page, as the engine takes them. */
  readonly rulesFor: (url: string) => unknown;
}

/** The engine's script and rules come as files of its package; both are read once, when the first banner is met. */
async function loadEngine(): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("@duckduckgo/autoconsent"));
  const [script, text, { filterCompactRules }] = await Promise.all([
    readFile(join(folder, "autoconsent.playwright.js"), "utf8"),
    readFile(require.resolve("@duckduckgo/autoconsent/rules/compact-rules.json"), "utf8"),
    import("@duckduckgo/autoconsent"),
  ]);
  const rules = JSON.parse(text) as Parameters<typeof filterCompactRules>[0];
  return { script, rulesFor: (url) => filterCompactRules(rules, { url, mainFrame: true }) };
}

/** Runs in the page: whether it is worth it to load the engine, which is a hundred times as much script. */
function showsBanner(): boolean {
  const names = "cookie,consent,gdpr,cmp,onetrust,didomi,truste,usercentrics,privacy";
  const selector = names
    .split(",")
    .flatMap((name) => [`body [id*="${name}" i]`, `body [class*="${name}" i]`])
    .join(",");
  const shown = (element: Element): boolean => element.getClientRects().length > 0;
  return "__tcfapi" in window || [...document.querySelectorAll(selector)].slice(0, 200).some(shown);
}

async function answer(page: Page, engine: Engine, message: EngineMessage): Promise<void> {
  if (message.type === "init") {
    const reply = { type: "initResp", config: CONFIG, rules: { compact: engine.rulesFor(message.url) } };
    await page.evaluate(`autoconsentReceiveMessage(${JSON.stringify(reply)})`);
  } else if (message.type === "eval") {
    const result: unknown = await page.evaluate(message.code).catch(() => false);
    const reply = { type: "evalResp", id: message.id, result };
    await page.evaluate(`autoconsentReceiveMessage(${JSON.stringify(reply)})`);
  }
}

/** Runs in the page before the engine: keeps its messages until they are asked for. */
function openMailbox(): void {
  const mail: unknown[] = [];
  const state: { wake: () => void } = { wake: () => undefined };
  Object.assign(window, {
    autoconsentSendMessage(message: unknown) {
      mail.push(message);
      state.wake();
      return Promise.resolve();
    },
    async autoconsentTakeMessages() {
      if (mail.length === 0)
        await new Promise<void>((resolve) => {
          state.wake = resolve;
        });
      return mail.splice(0);
    },
  });
}

/** Runs the engine until it has answered a banner (true) or found none, or cannot go on (false). */
async function converse(page: Page, engine: Engine): Promise<boolean> {
  await page.evaluate(openMailbox);
  await page.evaluate(engine.script);
  for (;;) {
    const given: unknown = await page.evaluate("autoconsentTakeMessages()");
    for (const message of Array.isArray(given) ? given.map(parseMessage) : []) {
      if (message?.type === "autoconsentDone") return true;
      if (message?.type === "report" && ENDS.has(message.state.lifecycle)) return false;
      // Not waited for: what it evaluates may take as long as the banner does.
      if (message !== null) answer(page, engine, message).catch(() => undefined);
    }
  }
}

/** The same, but for no longer than is worth it. A page that goes on meanwhile has no banner any more. */
async function runEngine(page: Page, engine: Engine): Promise<boolean> {
  const giveUp = new AbortController();
  const late = delay(CONSENT_TIMEOUT_MS, false, { signal: giveUp.signal }).catch(() => false);
  try {
    return await Promise.race([converse(page, engine).catch(() => false), late]);
  } finally {
    giveUp.abort();
  }
}

export function createConsentDismisser(): ConsentDismisser {
  const state: { engine: Promise<Engine> | null } = { engine: null };
  return {
    async dismiss({ page, ask }) {
      if (!(await ask(showsBanner, "among-scripts"))) return false;
      state.engine ??= loadEngine();
      return runEngine(page, await state.engine);
    },
  };
}
