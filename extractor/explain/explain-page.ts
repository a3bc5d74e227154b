import type { BlockType, Extraction } from "../../types.ts";
import { countWords } from "../count-words.ts";
import type { ExtractOptions } from "../extract.ts";
import { type Account, accountFor, type AccountEntry, type AccountInput } from "./account.ts";
import { escapeHtml } from "./escape-html.ts";
import { explainStyle } from "./explain-style.ts";
import { explainFacts } from "./explain-facts.ts";

/** How much of the page one type took away, or was kept. */
interface Total {
  readonly blocks: number;
  readonly words: number;
}

/** Nothing is fetched and nothing runs, whatever the page's text says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * One self-contained HTML page that shows a page's text in order: what was kept plain, what was removed in the colour
 * of its type with the rule that pointed at it, totals on top. No script, no request.
 */
export function explainPage(input: AccountInput, options: ExtractOptions = {}): string {
  return showAccount(accountFor(input, options), input.url);
}

/** The same of an account that stands; `url` is the page's address. */
export function showAccount(account: Account, url: string | null): string {
  const { extraction } = account;
  const removed = totalsByType(account);
  const title = extraction.headline ?? url ?? "A page without a headline";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeHtml(`Explained: ${title}`)}</title>
<style>${explainStyle([...removed.keys()])}</style>
</head>
<body>
<header>
<p class="tool">galley explain, rules ${escapeHtml(extraction.extraction.version)}: all text of the page in its order. Plain text was kept.</p>
<h1 dir="auto">${escapeHtml(title)}</h1>
${addressOf(url)}
</header>
<main>
${totalsOf(account, removed)}
${legendOf(removed, account)}
${explainFacts(extraction)}
<h2>The page</h2>
${account.entries.map((entry) => entryOf(entry, extraction)).join("\n")}
</main>
</body>
</html>
`;
}

/** Only an address of the web becomes a link. */
function addressOf(url: string | null): string {
  if (url === null) {
    return "";
  }
  const isWeb = URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);
  const shown = escapeHtml(url);
  return `<p class="tool">${isWeb ? `<a href="${shown}" rel="noreferrer noopener">${shown}</a>` : shown}</p>`;
}

const wordsOf = (text: string, { inLanguage }: Extraction): number => countWords(text, inLanguage);

function totalsByType({ entries, extraction }: Account): ReadonlyMap<BlockType, Total> {
  const totals = new Map<BlockType, Total>();
  for (const entry of entries) {
    if (!entry.kept) {
      const { blocks, words } = totals.get(entry.type) ?? { blocks: 0, words: 0 };
      totals.set(entry.type, { blocks: blocks + 1, words: words + wordsOf(entry.text, extraction) });
    }
  }
  return new Map([...totals].toSorted(([, a], [, b]) => b.words - a.words || b.blocks - a.blocks));
}

function totalsOf({ entries, extraction }: Account, removed: ReadonlyMap<BlockType, Total>): string {
  const kept = entries.filter((entry) => entry.kept);
  const keptWords = kept.reduce((sum, { text }) => sum + wordsOf(text, extraction), 0);
  const cut = [...removed.values()];
  const cutWords = cut.reduce((sum, { words }) => sum + words, 0);
  const cutBlocks = cut.reduce((sum, { blocks }) => sum + blocks, 0);
  const share = (words: number): string => `flex: ${Math.max(words, 0.001)} 0 0`;
  const parts = [...removed].map(
    ([type, { words }]) =>
      `<span class="type-${type}" style="${share(words)}" title="${type}: ${plural(words, "word")}"></span>`,
  );
  const { pageType, confidence, warnings } = extraction.extraction;
  return `<div class="bar" role="img" aria-label="${plural(keptWords, "word")} kept, ${plural(cutWords, "word")} removed">
<span class="bar-kept" style="${share(keptWords)}" title="kept: ${plural(keptWords, "word")}"></span>${parts.join("")}
</div>
<ul class="totals">
<li><b>Kept</b> ${plural(kept.length, "block")}, ${plural(keptWords, "word")}</li>
<li><b>Removed</b> ${plural(cutBlocks, "block")}, ${plural(cutWords, "word")}</li>
<li><b>Page type</b> ${escapeHtml(pageType)}</li>
<li><b>Confidence</b> ${confidence.toFixed(2)}</li>
${warnings.map((warning) => `<li><b>Warning</b> ${escapeHtml(warning)}</li>`).join("\n")}
</ul>`;
}

function legendOf(removed: ReadonlyMap<BlockType, Total>, { entries }: Account): string {
  if (removed.size === 0) {
    return `<p class="tool">${entries.length === 0 ? "The page has no text." : "Nothing was removed."}</p>`;
  }
  const items = [...removed].map(
    ([type, { blocks, words }]) =>
      `<li class="type-${type}"><label><input type="checkbox" id="show-${type}" checked><span class="swatch"></span>${type}<span class="count">${plural(blocks, "block")}, ${plural(words, "word")}</span></label></li>`,
  );
  return `<h2>Removed, by type</h2>
<p class="tool">An empty box hides the type. A removed block opens to show its rule and its place.</p>
<ul class="legend">
${items.join("\n")}
</ul>`;
}

function entryOf(entry: AccountEntry, extraction: Extraction): string {
  if (entry.kept) {
    const role = entry.role === "text" ? "" : ` kept-${entry.role}`;
    return `<p class="kept${role}" dir="auto">${escapeHtml(entry.text)}</p>`;
  }
  const { type, rule, path, text } = entry;
  const words = plural(wordsOf(text, extraction), "word");
  return `<details class="cut type-${type}"><summary title="${escapeHtml(`${type}: ${rule}`)}"><span class="chip"><b>${type}</b> ${escapeHtml(rule)}</span><span class="said" dir="auto">${escapeHtml(text)}</span></summary>
<dl class="why"><dt>Rule</dt><dd>${escapeHtml(rule)}</dd><dt>Place</dt><dd>${escapeHtml(path)}</dd><dt>Length</dt><dd>${words}</dd></dl></details>`;
}

function plural(count: number, thing: string): string {
  return `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;
}
