/**
 * A writer process for crash tests: node put-until-stopped.ts STORE PREFIX BATCH COUNT
 * Puts articles PREFIX-0, PREFIX-1, … in batches and writes a JSON line for each batch that was acknowledged:
 * {"put": articles so far, "new": of them new}. A failure of put becomes {"error": class, "code", "message"} and the end.
 */
import { writeSync } from "node:fs";
import { GalleyError } from "../../errors.ts";
import type { ArticleStore } from "../../storage/article-store.ts";
import { openStore } from "../../storage/open-store.ts";
import { sampleArticle } from "./sample-article.ts";

const [url = "", prefix = "", batch = "10", count = "1000000"] = process.argv.slice(2);
/** Filler that makes a record about 6 KB, so that a batch is written in several pages. */
const FILLER = "The tide table hangs by the door. ".repeat(50);

function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

let store: ArticleStore | null = null;
let fresh = 0;
try {
  store = await openStore(url);
  for (let put = 0; put < Number(count); put += Number(batch)) {
    const numbers = Array.from({ length: Number(batch) }, (_, i) => put + i);
    const articles = numbers.map((n) => sampleArticle(`${prefix}-${n}`, `${FILLER}${n}`));
    const outcomes = await store.put(articles);
    fresh += outcomes.filter(({ outcome }) => outcome === "new").length;
    say({ put: put + Number(batch), new: fresh });
  }
} catch (error) {
  if (!(error instanceof GalleyError)) throw error;
  say({ error: error.name, code: error.code, message: error.message });
} finally {
  await store?.close();
}
