import type { ArticleFacts } from "../../types.ts";
import type { Page } from "../page.ts";
import { datelineIn } from "../passes/find-datelines.ts";
import type { Selection } from "../selection.ts";
import { fileCaptions } from "./file-captions.ts";
import { readSection } from "./read-section.ts";

export interface FiledFacts {
  readonly facts: ArticleFacts;
  readonly sources: Readonly<Record<string, string>>;
}

/** The page's facts, with what the removed blocks and the text itself say filed where the metadata says nothing. */
export function fileFacts(page: Page, selection: Selection): FiledFacts {
  const { facts, sources } = page.metadata;
  const section = facts.articleSection === null ? readSection(page, selection) : null;
  const dateline = facts.dateline === null ? (datelineIn(selection.kept())?.dateline.dateline ?? null) : null;
  const image = fileCaptions(facts.image, page, selection);
  return {
    facts: {
      ...facts,
      articleSection: facts.articleSection ?? section,
      dateline: facts.dateline ?? dateline,
      image,
    },
    sources: {
      ...sources,
      ...(section === null ? {} : { articleSection: "breadcrumb" }),
      ...(facts.image.length > 0 || image.length === 0 ? {} : { image: "caption" }),
      ...(dateline === null ? {} : { dateline: "text" }),
    },
  };
}
