import type { PutOutcome, StorableArticle } from "../storage/article-store.ts";
import { askStore } from "./ask-store.ts";
import type { PageOutcome } from "./frontier.ts";
import type { HeldJob, WorkContext } from "./work-context.ts";

interface ArticlePut {
  readonly article: StorableArticle;
  /** How often its extraction was begun. */
  readonly starts: number;
}

/** Puts an article and says what it means for the counts. */
export async function putArticle(
  context: WorkContext,
  job: HeldJob,
  { article, starts }: ArticlePut,
): Promise<{ readonly articleId: string; readonly outcome: PageOutcome }> {
  const { result: put, tries } = await askStore(context, job, () => context.writer.put(article));
  const isSecond = starts > 1 || tries > 1;
  const outcome = isSecond ? await outcomeOf(context, job, { put, article }) : outcomeOfFirst(put);
  return { articleId: put.id, outcome };
}

function outcomeOfFirst({ outcome }: PutOutcome): PageOutcome {
  return outcome === "new" ? "stored" : outcome;
}

/**
 * After a crash between the store's commit and the frontier's, or a connection that broke in a commit, the second put
 * finds its own article: the fetch time, which an unchanged put does not write, tells it from an older one.
 */
async function outcomeOf(
  context: WorkContext,
  job: HeldJob,
  { put, article }: { readonly put: PutOutcome; readonly article: StorableArticle },
): Promise<PageOutcome> {
  if (put.outcome !== "unchanged") return outcomeOfFirst(put);
  const { result: stored } = await askStore(context, job, (store) => store.get(put.id));
  const own = stored?.url === article.url && stored.fetch?.fetchedAt === article.fetch?.fetchedAt;
  if (!own) return "unchanged";
  return stored.revision.n === 1 ? "stored" : "changed";
}
