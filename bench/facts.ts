/**
 * `npm run bench:facts -- --data DIR`: reads headline, authors and date of the pages of a folder whose facts are known
 * (`truth.jsonl.gz` beside `pages/<id>.html.gz`), and shows how many are exact; 1 host in 4 apart, as the trainers keep it back.
 */
import { parseArgs } from "node:util";
import { extract } from "../extractor/extract.ts";
import { isValidation, type KnownPage, readHtml, readKnownPages } from "../scripts/train/read-pages.ts";
import { allAuthors, sameDay, sameTitle } from "./judge-facts.ts";

interface KnownFacts extends KnownPage {
  readonly title?: string | null;
  readonly author?: string | null;
  readonly published?: string | null;
}

const { values } = parseArgs({ options: { data: { type: "string" } } });
const folder = values.data;
if (folder === undefined) {
  console.error("usage: npm run bench:facts -- --data DIR");
  process.exit(2);
}

type Fact = "title" | "authors" | "day";
const FACTS: readonly Fact[] = ["title", "authors", "day"];

/** For each fact that is known of the page, whether it was read. */
function judge(page: KnownFacts, data: string): Partial<Record<Fact, boolean>> {
  const { headline, author, datePublished } = extract({ html: readHtml(data, page), url: page.url });
  const names = author.map(({ name }) => name);
  return {
    ...(page.title ? { title: sameTitle(page.title, headline) } : {}),
    ...(page.author ? { authors: allAuthors(String(page.author), names) } : {}),
    ...(page.published ? { day: sameDay(page.published, datePublished) } : {}),
  };
}

const judged = readKnownPages(folder).map((page) => ({
  isHeldBack: isValidation(page.url),
  facts: judge(page, folder),
}));
for (const [name, part] of [
  ["all hosts   ", judged],
  ["3 hosts in 4", judged.filter(({ isHeldBack }) => !isHeldBack)],
  ["the others  ", judged.filter(({ isHeldBack }) => isHeldBack)],
] as const) {
  const figures = FACTS.map((fact) => {
    const known = part.map(({ facts }) => facts[fact]).filter((is) => is !== undefined);
    const share = known.filter(Boolean).length / Math.max(1, known.length);
    return `${fact} ${share.toFixed(3)} of ${known.length}`;
  });
  console.log(`${name}  ${figures.join("  ")}`);
}
