import type { ParseHtmlOptions } from "../../extractor/dom/parse-html.ts";

export const PAGE_URL = "https://paper.example/section/story.html";

/** A way to read a page. What it needs is loaded by its own process alone. */
export interface Way {
  readonly name: string;
  readonly load: () => Promise<(html: string) => unknown>;
}

async function readability(options: {
  readonly engine: ParseHtmlOptions["engine"];
  readonly prune: boolean;
}) {
  const [{ Readability }, { parseHtml }, { pruneHtml }] = await Promise.all([
    import("@mozilla/readability"),
    import("../../extractor/dom/parse-html.ts"),
    import("../../extractor/dom/prune-html.ts"),
  ]);
  const { engine, prune } = options;
  return (html: string): unknown =>
    new Readability(parseHtml(prune ? pruneHtml(html) : html, { url: PAGE_URL, engine })).parse();
}

/** The first is what the others are compared with. */
export const WAYS: readonly Way[] = [
  {
    name: "new JSDOM + Readability",
    async load() {
      const [{ Readability }, { JSDOM, VirtualConsole }] = await Promise.all([
        import("@mozilla/readability"),
        import("jsdom"),
      ]);
      // jsdom reports style sheets that it cannot read; nobody listens.
      const virtualConsole = new VirtualConsole();
      return (html) => {
        const { window } = new JSDOM(html, { url: PAGE_URL, virtualConsole });
        new Readability(window.document).parse();
        window.close();
      };
    },
  },
  { name: "shared window + Readability", load: () => readability({ engine: "jsdom", prune: false }) },
  {
    name: "Galley, everything on",
    async load() {
      const { extract } = await import("../../extractor/extract.ts");
      return (html) => extract({ html, url: PAGE_URL });
    },
  },
  { name: "slim DOM + Readability", load: () => readability({ engine: "slim", prune: false }) },
  { name: "pruned, slim DOM + Readability", load: () => readability({ engine: "slim", prune: true }) },
  {
    name: "pruned, slim DOM (the floor)",
    async load() {
      const [{ parseHtml }, { pruneHtml }] = await Promise.all([
        import("../../extractor/dom/parse-html.ts"),
        import("../../extractor/dom/prune-html.ts"),
      ]);
      return (html) => parseHtml(pruneHtml(html), { url: PAGE_URL, engine: "slim" });
    },
  },
];
