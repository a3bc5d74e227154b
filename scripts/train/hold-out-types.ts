/**
 * Page-type models that do not know the page they are asked about. The block model asks how likely a page is of each type;
 * were it trained on the answers of a model that learned these very pages, it would take them for far surer than they are.
 */
import type { PageTypeModel } from "../../extractor/page-type/classify-page.ts";
import { learnTypes } from "./learn-types.ts";
import { hostNumber } from "./read-pages.ts";
import type { TypedPage } from "./typed-page.ts";

/** Parts that the hosts are cut into for cross-validation. */
export const FOLDS = 5;

/** The fold of a page: the same for all pages of its host. */
export const foldOf = (url: string): number => hostNumber(url, "fold ") % FOLDS;

/** The model to ask about a page. */
export type TypeModelFor = (url: string) => PageTypeModel;

/** Learns a model for each fold of the hosts, from the pages of all the others. */
export function holdOutTypes(pages: readonly TypedPage[]): TypeModelFor {
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    learnTypes(pages.filter((page) => page.hostNumber % FOLDS !== fold)),
  );
  return (url) => models[foldOf(url)] as PageTypeModel;
}
