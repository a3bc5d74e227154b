/**
 * Page-type models that do not know the page they are asked about. The block model asks how likely a page is of each type;
 * were it trained on the answers of a model that learned these very pages, it would take them for far surer than they are.
 */
import type { PageTypeModel } from "../../extractor/page-type/classify-page.ts";
import { growPageModel } from "./grow-page-model.ts";
import { hostNumber, isValidation } from "./read-pages.ts";
import { readTypedPages } from "./typed-page.ts";

const FOLDS = 5;

/** The fold of a page: the same for all pages of its host. */
export const foldOf = (url: string): number => hostNumber(url, "fold ") % FOLDS;

/** The model to ask about a page; undefined where Galley's own does not know it. */
export type TypeModelFor = (url: string) => PageTypeModel | undefined;

/** Grows a model for each fold of the training hosts, from all the others. */
export function holdOutTypes(folders: readonly string[]): TypeModelFor {
  const pages = folders.flatMap((folder) => readTypedPages(folder)).filter((page) => !page.isValidation);
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    growPageModel(pages.filter((page) => page.hostNumber % FOLDS !== fold)),
  );
  return (url) => (isValidation(url) ? undefined : models[foldOf(url)]);
}
