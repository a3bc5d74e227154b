/** From known pages to the network over lines of dumps. */
import { readDocument } from "../../extractor/read-document.ts";
import { extractMetadata } from "../../extractor/metadata/extract-metadata.ts";
import { probability } from "../../extractor/model/boosted-trees.ts";
import { type NeighbourNet, neighbourOdds } from "../../extractor/model/neighbour-net.ts";
import { readPage } from "../../extractor/page.ts";
import { beginPage } from "../../extractor/remember.ts";
import { readDump } from "../../extractor/text-mode/dump.ts";
import { judgeLines } from "../../extractor/text-mode/judge-lines.ts";
import { LINE_FEATURES, type LineSheet, measureLines } from "../../extractor/text-mode/line-features.ts";
import { RULE_PASSES } from "../../extractor/text-mode/table.ts";
import { alignBlocks, labelBySnippets } from "./align-labels.ts";
import { foldOf } from "./hold-out-types.ts";
import { planReading, toNetPage } from "./net-pages.ts";
import { type PageSample, SNIPPET_WEIGHT, weighByWords } from "./page-sample.ts";
import { isValidation, type KnownPage, readHtml, readKnownPages } from "./read-pages.ts";
import { wordF1 } from "./score-pages.ts";
import { trainNet } from "./train-net.ts";

export interface KnownDump {
  readonly known: KnownPage;
  readonly isValidation: boolean;
  readonly fold: number;
  readonly texts: readonly string[];
  readonly sheet: LineSheet;
  /** Lines that the rules leave. */
  readonly open: readonly boolean[];
  /** 1 content, 0 not, null unknown. */
  readonly answers: readonly (0 | 1 | null)[];
  readonly weights: readonly number[];
}

function sampleDump(folder: string, known: KnownPage): KnownDump {
  const { url } = known;
  const document = readDocument(readHtml(folder, known), { url, engine: "slim" });
  const page = readPage({ document, url, metadata: extractMetadata(document, { url }) });
  const text = page.blocks.map((block) => block.shownText).join("\n");
  beginPage();
  const { reading } = judgeLines(readDump(text, url), RULE_PASSES, new Set());
  const texts = reading.lines.map((line) => line.text);
  const hasText = typeof known.text === "string";
  const answers = hasText
    ? alignBlocks(texts, known.text).map((share): 0 | 1 => (share >= 0.5 ? 1 : 0))
    : labelBySnippets(texts, known.with ?? [], known.without ?? []);
  return {
    known,
    isValidation: isValidation(url),
    fold: foldOf(url),
    texts,
    sheet: measureLines(reading),
    open: reading.lines.map((line) => reading.isOpen(line)),
    answers,
    weights: hasText ? weighByWords(texts, answers, known.text) : texts.map(() => SNIPPET_WEIGHT),
  };
}

/** The articles of a folder, as dumps. */
export function readDumps(folder: string): readonly KnownDump[] {
  return readKnownPages(folder)
    .filter(({ pageType }) => pageType === undefined || pageType === "article")
    .map((known) => sampleDump(folder, known));
}

/** A dump in the form that the trainer of networks takes pages in. */
function asPage(dump: KnownDump): PageSample {
  const { rows, values } = dump.sheet;
  const table = {
    names: LINE_FEATURES,
    rows: Array.from({ length: rows }, (_, row) =>
      Float32Array.from(LINE_FEATURES, (_name, column) => values[column * rows + row] as number),
    ),
  };
  return { ...dump, validation: dump.isValidation, pageType: "article", kept: dump.open, table };
}

export function learnLines(dumps: readonly KnownDump[], epochs: number): NeighbourNet {
  const pages = dumps.map((dump) => asPage(dump));
  const reading = planReading(pages);
  return trainNet(
    pages.map((page) => toNetPage(page, reading)),
    reading,
    {
      width: 48,
      narrow: 32,
      epochs,
      batch: 12,
      rate: 3e-3,
      decay: 0.02,
      dropout: 0.2,
      featureDropout: 0.1,
      seed: 1,
    },
  );
}

/** Mean word F1 of the dumps whose content is known, at several least probabilities. */
export function scoreDumps(dumps: readonly KnownDump[], net: NeighbourNet): string {
  const known = dumps.filter((dump) => typeof dump.known.text === "string");
  const odds = known.map(({ sheet }) => neighbourOdds(net, sheet.values, sheet.rows));
  const score = (isKept: (p: number, open: boolean) => boolean): string => {
    const sum = known.reduce((total, { texts, open, known: page }, d) => {
      const kept = texts.filter((_, i) => isKept(probability(odds[d]?.[i] ?? 0), open[i] ?? false));
      return total + wordF1(page.text ?? "", kept.join("\n"));
    }, 0);
    return (sum / known.length).toFixed(4);
  };
  const parts = [0.15, 0.3, 0.4, 0.5].map((least) => `${least}: ${score((p, open) => open && p >= least)}`);
  return `rules ${score((_, open) => open)}  rules and model from ${parts.join("  ")}  model alone ${score((p) => p >= 0.5)}`;
}
