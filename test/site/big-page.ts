import { headline, paragraph, seededNumbers } from "./big-prose.ts";

/** Where a page stands in the big site. */
export interface BigPagePlace {
  readonly origin: string;
  readonly host: number;
  /** From 1 on. */
  readonly story: number;
  /** Bytes that the page has at least. */
  readonly bytes: number;
  readonly links: readonly string[];
  /** A paragraph of its own at the end of the text, or null. */
  readonly note?: string | null;
}

/** A third of a news page is its text at most; the rest is what stands around it. */
const TEXT_SHARE = 0.35;
/** A long read; what is larger than this in a large page is not its text. */
const LONGEST_TEXT = 12_000;
const SECTIONS = [
  "Harbour",
  "Valley",
  "Markets",
  "Weather",
  "Letters",
  "Sport",
  "Schools",
  "Archive",
] as const;

function articleOf(next: () => number, chars: number): string {
  const paragraphs: string[] = [];
  for (let length = 0; length < chars;) {
    const text = paragraph(next);
    paragraphs.push(`<p>${text}</p>`);
    length += text.length;
  }
  return paragraphs.join("\n");
}

/** Cards, styles and data as papers put around their stories, up to the page's size. */
function furniture(next: () => number, bytes: number): string {
  const parts: string[] = [];
  for (let length = 0, card = 0; length < bytes; card += 1) {
    const id = next().toString(36);
    const part =
      card % 4 === 0
        ? `<script type="application/json" data-slot="${id}">${JSON.stringify({ id, weights: Array.from({ length: 40 }, next) })}</script>`
        : `<div class="card card--${id}"><svg viewBox="0 0 24 24"><path d="M${next() % 24} ${next() % 24}h4v4z"/></svg><a href="#${id}">${headline(next)}</a><span class="when">${next() % 60} min</span></div>`;
    parts.push(part);
    length += part.length;
  }
  return parts.join("\n");
}

/** A story's page: the same bytes for the same place, in every run. */
export function bigPage({ origin, host, story, bytes, links, note = null }: BigPagePlace): string {
  const next = seededNumbers(host * 1_000_003 + story);
  const title = `${headline(next)}, day ${story}`;
  const url = `${origin}/story/${story}`;
  const facts = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: title,
    datePublished: `2026-0${1 + (story % 9)}-1${host % 10}T06:00:00+00:00`,
    author: { "@type": "Person", name: "Tamsin Orrery" },
  };
  const menu = SECTIONS.map((name) => `<li><a href="/#${name.toLowerCase()}">${name}</a></li>`).join("");
  const more = links.map((link) => `<li><a href="${link}">Read on: ${link}</a></li>`).join("\n");
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="canonical" href="${url}"><meta property="og:type" content="article">
<script type="application/ld+json">${JSON.stringify(facts)}</script></head>
<body><header><nav><ul>${menu}</ul></nav></header>`;
  const main = `<main><article><h1>${title}</h1>\n${articleOf(next, Math.min(bytes * TEXT_SHARE, LONGEST_TEXT))}${note === null ? "" : `<p>${note}</p>`}</article></main>`;
  const left = bytes - head.length - main.length - more.length;
  const aside = `<aside class="more"><ul>${more}</ul>${furniture(next, left)}</aside>`;
  return `${head}\n${main}\n${aside}\n<footer>Printed on paper of our own</footer></body></html>`;
}
