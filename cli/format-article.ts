import type { ArticleRecord } from "../types.ts";
import { toJsonLine } from "./write-output.ts";

export const FORMATS = ["text", "markdown", "html", "json", "jsonl"] as const;
export type Format = (typeof FORMATS)[number];

/** Several articles as one output: what stands before each, between two, and at the end. */
interface Framing {
  readonly head: (record: ArticleRecord) => string;
  readonly open: string;
  readonly between: string;
  readonly close: string;
}

const NOTHING: Framing = { head: () => "", open: "", between: "", close: "" };
/** Several texts are told apart as head(1) and tail(1) do it. */
const TITLED: Framing = {
  ...NOTHING,
  head: (record) => `==> ${record.url ?? record.id} <==\n`,
  between: "\n",
};
const COMMENTED: Framing = {
  ...NOTHING,
  head: (record) => `<!-- ${(record.url ?? record.id).replaceAll("--", "-%2D")} -->\n`,
};
const ARRAY: Framing = { ...NOTHING, open: "[\n", between: ",\n", close: "\n]\n" };

/** How `count` articles are framed: a single one stands alone. */
export function framingOf(format: Format, count: "one" | "several"): Framing {
  if (count === "one" || format === "jsonl") return NOTHING;
  if (format === "json") return ARRAY;
  return format === "html" ? COMMENTED : TITLED;
}

/** The article in one of the output formats, ending with a line end (except `json`, which a frame may go on from). */
export function formatArticle(record: ArticleRecord, format: Format): string {
  switch (format) {
    case "text":
      return `${[record.headline, record.articleBody].filter((part) => part !== null && part !== "").join("\n\n")}\n`;
    case "markdown":
      return `${[record.headline === null ? null : `# ${record.headline}`, record.markdown].filter((part) => part !== null && part !== "").join("\n\n")}\n`;
    case "html":
      return `${record.html}\n`;
    case "json":
      return JSON.stringify(record, null, 2);
    case "jsonl":
      return toJsonLine(record);
  }
}

/** Writes articles one by one as a single well-formed output. */
export interface ArticleWriter {
  write(record: ArticleRecord): Promise<void>;
  end(): Promise<void>;
}

export function articleWriter(
  format: Format,
  count: "one" | "several",
  output: (text: string) => Promise<void>,
): ArticleWriter {
  const framing = framingOf(format, count);
  let written = 0;
  return {
    async write(record) {
      const lead = written === 0 ? framing.open : framing.between;
      written += 1;
      await output(lead + framing.head(record) + formatArticle(record, format));
    },
    async end() {
      if (written === 0) await output(framing.open.trimEnd());
      await output(format === "json" && count === "one" && written > 0 ? "\n" : framing.close);
    },
  };
}
