import type { ParseHtmlOptions } from "../../extractor/dom/parse-html.ts";

export const PAGE_URL = "https://paper.example/section/story.html";

/** A way to read a page. What it needs is loaded by its own process alone. */
export interface Way {
  readonly name: string;
  readonly load: () => Promise<(html: string) => unknown>;
}

export const REFERENCE = "new JSDOM + Readability";
/** As every command and worker reads a page: in a thread, the page's way there and the answer's way back included. */
export const OURS = "Galley, everything on";

async function readability(options: {
  readonly engine: ParseHtmlOptions["engine"];
  readonly prunes: boolean;
}) {
  const [{ Readability }, { parseHtml }] = await Promise.all([
    import("@mozilla/readability"),
    import("../../extractor/dom/parse-html.ts"),
  ]);
  return (html: string): unknown => new Readability(parseHtml(html, { url: PAGE_URL, ...options })).parse();
}

export const WAYS: readonly Way[] = [
  {
    name: REFERENCE,
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
  { name: "shared window + Readability", load: () => readability({ engine: "jsdom", prunes: false }) },
  {
    name: OURS,
    async load() {
      const { createExtractPool } = await import("../../queue/extract-pool.ts");
      const pool = createExtractPool({ threads: 1 });
      return (html) => pool.extract({ source: { html }, url: PAGE_URL, options: {} });
    },
  },
  {
    name: "the same, in the caller's thread",
    async load() {
      const { extract } = await import("../../extractor/extract.ts");
      return (html) => extract({ html, url: PAGE_URL });
    },
  },
  { name: "slim DOM + Readability", load: () => readability({ engine: "slim", prunes: false }) },
  { name: "pruned, slim DOM + Readability", load: () => readability({ engine: "slim", prunes: true }) },
  {
    name: "pruned, slim DOM (the floor)",
    async load() {
      const { parseHtml } = await import("../../extractor/dom/parse-html.ts");
      return (html) => parseHtml(html, { url: PAGE_URL, engine: "slim", prunes: true });
    },
  },
];
