/**
 * `npm run bench:ledger -- --data DIR [--limit N]`: holds the ledger to the pages of a folder. What an extraction kept and
 * removed, together, must be all visible text of the page as jsdom reads it: word by word, as multisets. Pages whose words
 * differ are listed; a page whose letters differ makes it end with status 1. Pages of which a body is read that they do not show
 * have more in their account than a reader sees; they are counted apart.
 */
import { setImmediate } from "node:timers/promises";
import { parseHtml } from "../extractor/dom/parse-html.ts";
import { extract } from "../extractor/extract.ts";
import { readBenchOptions, readPages } from "./page-files.ts";
import {
  accountedText,
  differenceOf,
  lettersOf,
  visibleText,
  withoutOpenFrames,
  wordsOf,
} from "./visible-words.ts";

const PAGE_URL = "https://paper.example/section/story.html";

/** Words shown of each kind of difference. */
const SHOWN = 8;

async function main(): Promise<void> {
  const options = readBenchOptions("npm run bench:ledger");
  const counts = { pages: 0, words: 0, removed: 0, letterPages: 0, wordPages: 0, wordsApart: 0, unseen: 0 };
  for (const { name, html } of readPages(options)) {
    const extraction = extract({ html, url: PAGE_URL });
    if (extraction.extraction.warnings.some((warning) => warning.startsWith("unseen:"))) {
      counts.unseen++;
      continue;
    }
    const page = visibleText(parseHtml(withoutOpenFrames(html), { url: PAGE_URL, engine: "jsdom" }).body);
    // jsdom lets go of a page only once the event loop has turned.
    await setImmediate();
    const accounted = accountedText(extraction);
    const words = wordsOf(page);
    const { lost, invented } = differenceOf(words, wordsOf(accounted));
    const letters = differenceOf(lettersOf(page), lettersOf(accounted));
    const lettersApart = letters.lost.length + letters.invented.length;
    counts.pages++;
    counts.words += words.length;
    counts.removed += extraction.extraction.removed.length;
    if (lost.length + invented.length > 0) {
      counts.wordPages++;
      counts.wordsApart += lost.length;
      console.log(
        `${name}: ${lettersApart} letters; lost ${lost.length} words (${lost.slice(0, SHOWN).join(" ")}), ` +
          `not on the page ${invented.length} (${invented.slice(0, SHOWN).join(" ")})`,
      );
    }
    if (lettersApart > 0) counts.letterPages++;
  }
  console.log(`${counts.pages} pages, ${counts.words} words, ${counts.removed} entries of removed text`);
  if (counts.unseen > 0) console.log(`${counts.unseen} pages more, whose body stands in no visible text`);
  console.log(`letters: ${counts.letterPages} pages differ`);
  console.log(
    `words:   ${counts.wordPages} pages differ, ${counts.wordsApart} words (${((100 * counts.wordsApart) / counts.words).toFixed(4)} %)`,
  );
  process.exitCode = counts.letterPages > 0 ? 1 : 0;
}

await main();
