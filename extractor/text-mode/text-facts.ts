import { bylineInDateline, readEasternByline } from "../read-eastern-byline.ts";
import type { ArticleFacts } from "../../types.ts";
import { readDateline } from "../read-dateline.ts";
import { findDate } from "../metadata/parse-date.ts";
import { foldWords } from "../metadata/fold-text.ts";
import { dropOutlets } from "../metadata/drop-outlets.ts";
import { splitNames } from "../metadata/split-authors.ts";
import { SECTION_WORDS } from "../words/place-words.ts";
import { createMatcher } from "../words/word-list.ts";
import type { JudgedDump } from "./judge-lines.ts";
import type { Line } from "./dump.ts";
import { isParagraph } from "./line-shape.ts";
import { ROLE_LINE } from "./passes/find-bylines.ts";
import { REPEATED_STANDFIRST } from "./passes/find-leftovers.ts";
import { stepsOf } from "./passes/find-breadcrumbs.ts";

/** Facts that the removed lines gave, each with the line it came from. */
export interface TextFacts {
  readonly facts: ArticleFacts;
  readonly sources: Readonly<Record<string, string>>;
}

const section = createMatcher(SECTION_WORDS);

const UPDATED =
  /updated|modified|edited|aktualisiert|geändert|stand\b|mis à jour|modifi|actuali[sz]|aggiornat|atualiza|bijgewerkt|aktuali[sz]|оновлен|обновлен|güncel|uppdater|opdater|oppdater|päivitetty|更新|수정|업데이트|تحديث|تعديل|بروزرسانی|अपडेट/iu;

/** Reads the facts that the lines of a dump state. */
export function readTextFacts({ reading }: JudgedDump): TextFacts {
  const { lines, typeOf, headline } = reading;
  const sources: Record<string, string> = {};
  const note = <Value>(field: string, value: Value | null | undefined, source: string): Value | null => {
    if (value === null || value === undefined) {
      return null;
    }
    sources[field] = source;
    return value;
  };
  const stamps = lines
    .filter((line) => typeOf(line) === "timestamp" || typeOf(line) === "byline")
    .map(datesOf);
  const published = stamps.find((stamp) => stamp.iso !== null && !stamp.updated && !stamp.strip);
  const modified = stamps.find((stamp) => stamp.iso !== null && stamp.updated);
  const bylines = lines
    .filter((line) => typeOf(line) === "byline" && reading.ruleOf(line) !== ROLE_LINE)
    .map(({ text }) => text);
  const inDateline = bylineInDateline(reading.paragraphs[0]?.folded ?? "");
  const lastResort = inDateline === null ? [] : [inDateline];
  const signed = (bylines.length > 0 ? bylines : lastResort).flatMap(
    (text) => readEasternByline(text) ?? splitNames(text),
  );
  const names = dropOutlets([...new Set(signed)], false);
  const title = note("headline", headline?.folded, "text-line");
  return {
    facts: {
      canonicalUrl: null,
      "@type": null,
      headline: title,
      alternativeHeadline: null,
      description: note("description", standfirstOf(reading), "text-standfirst"),
      articleSection: note("articleSection", sectionOf(reading), "text-line"),
      author:
        names.length === 0
          ? []
          : (note("author", names, "text-byline") ?? []).map((name) => ({ name, url: null })),
      publisher: null,
      datePublished: note("datePublished", published?.iso, "text-line"),
      datePublishedRaw: published?.raw ?? null,
      dateModified: note("dateModified", modified?.iso, "text-line"),
      dateline: note("dateline", readDateline(reading.paragraphs[0]?.folded ?? "")?.dateline, "text-line"),
      inLanguage: null,
      keywords: note("keywords", keywordsOf(reading), "text-line") ?? [],
      image: [],
      isAccessibleForFree: null,
    },
    sources,
  };
}

interface Stamp {
  readonly iso: string | null;
  readonly raw: string | null;
  readonly updated: boolean;
  /** The day on which the page was read, not the article's. */
  readonly strip: boolean;
}

function datesOf({ folded, index }: Line): Stamp {
  const found = findDate(folded, { language: null });
  const strip = index === 0 || (folded.match(/\d{4}/gu)?.length ?? 0) > 1;
  return { iso: found?.iso ?? null, raw: found?.raw ?? null, updated: UPDATED.test(folded), strip };
}

/** The paragraph between headline and byline, kept or removed because the article says it again. */
function standfirstOf({ lines, headline, isOpen, zoneOf, ruleOf }: JudgedDump["reading"]): string | null {
  const below = lines.slice((headline?.index ?? lines.length) + 1).filter((line) => zoneOf(line) === "head");
  const standfirst = below.find(
    (line) => ruleOf(line) === REPEATED_STANDFIRST || (isOpen(line) && isParagraph(line.text)),
  );
  return standfirst?.folded ?? null;
}

/** The last step of the breadcrumb before the headline, or what a line calls its section. */
function sectionOf({ lines, typeOf, headline }: JudgedDump["reading"]): string | null {
  const title = foldWords(headline?.folded ?? "");
  for (const line of lines) {
    if (typeOf(line) === "breadcrumb") {
      const steps = stepsOf(line.folded).slice(1);
      const last = steps.findLast(
        (step) => foldWords(step) !== title && !title.startsWith(foldWords(step.replace(/…$/u, ""))),
      );
      if (last !== undefined) {
        return last;
      }
    }
    const named = typeOf(line) === "tags" ? labelled(line) : null;
    if (named !== null && section.is(named.label) && !/[,;、]/u.test(named.value)) {
      return named.value;
    }
  }
  return null;
}

function keywordsOf({ lines, typeOf }: JudgedDump["reading"]): readonly string[] | null {
  const values = lines
    .filter((line) => typeOf(line) === "tags")
    .map(labelled)
    .filter((named) => named !== null && !section.is(named.label))
    .flatMap((named) => named?.value.split(/\s*[,;、|•·]\s*/u) ?? [])
    .filter((word) => word !== "");
  return values.length === 0 ? null : [...new Set(values)];
}

function labelled({ folded }: Line): { readonly label: string; readonly value: string } | null {
  const [, label, value] = /^[^\p{L}\p{N}#]*([^:：]{2,30})\s*[:：]\s*(\S.*)$/u.exec(folded) ?? [];
  return label === undefined || value === undefined ? null : { label, value };
}
