import { type Command, Option } from "commander";
import type { ArticleFilter } from "../../storage/article-filter.ts";
import { PAGE_TYPES, type PageType } from "../../types.ts";
import type { StorePlace } from "../commands/articles.ts";
import type { Config } from "../config.ts";
import type { Format } from "../format-article.ts";
import { wholeNumber } from "../parse-option.ts";
import { type Finish, dataOption, formatOption, storeOption } from "./shared-options.ts";

interface PlaceFlags {
  readonly data: string;
  readonly store?: string;
}

interface FilterFlags {
  readonly source?: string;
  readonly host?: string;
  readonly language?: string;
  readonly pageType?: PageType;
  readonly from?: string;
  readonly to?: string;
}

type ListFlags = PlaceFlags & FilterFlags & { readonly limit?: number };

function withFilterOptions(command: Command): Command {
  return command
    .option("--source <name>", "only articles that this source found")
    .option("--host <host>", "only articles of this host")
    .option("--language <tag>", "only articles in this language; en matches en-GB too")
    .addOption(new Option("--page-type <type>", "only pages of this kind").choices(PAGE_TYPES))
    .option("--from <date>", "only articles published then or later")
    .option("--to <date>", "only articles published then or earlier");
}

function filterOf({ source, host, language, pageType, from, to }: FilterFlags): ArticleFilter {
  return { source, host, language, pageType, publishedFrom: from, publishedTo: to };
}

export function addArticles(program: Command, config: Config, finish: Finish): void {
  const articles = program.command("articles").description("read what was stored");
  const load = () => import("../commands/articles.ts");
  const placeOf = ({ data, store }: PlaceFlags): StorePlace => ({
    dataDir: data,
    store: store ?? config.store,
  });
  const withPlace = (command: Command): Command =>
    command.addOption(dataOption(config)).addOption(storeOption());
  const limit = [
    "--limit <n>",
    "show at most this many (default: 50 on a terminal, all in a pipe)",
    wholeNumber(1),
  ] as const;

  withPlace(withFilterOptions(articles.command("list", { isDefault: true })))
    .description("list the articles: a table on a terminal, tab-separated lines in a pipe")
    .option(...limit)
    .action(async (flags: ListFlags) => {
      const options = { ...placeOf(flags), filter: filterOf(flags), limit: flags.limit ?? null };
      finish(await (await load()).listArticles(options));
    });
  withPlace(withFilterOptions(articles.command("search")))
    .description("list the articles that hold all words, the latest first")
    .argument("<query>", 'words, "phrases" and -exclusions')
    .option(...limit)
    .action(async (query: string, flags: ListFlags) => {
      const options = { ...placeOf(flags), filter: filterOf(flags), limit: flags.limit ?? null };
      finish(await (await load()).searchArticles(query, options));
    });
  withPlace(articles.command("show"))
    .description("print one article")
    .argument("<id>", "the article's id")
    .addOption(formatOption("output format").default("text"))
    .action(async (id: string, flags: PlaceFlags & { format: Format }) => {
      finish(await (await load()).showArticle(id, { ...placeOf(flags), format: flags.format }));
    });
  withPlace(articles.command("diff"))
    .description("show what changed between two versions of an article")
    .argument("<id>", "the article's id")
    .option("--from <n>", "the number of the older version (default: the one before)", wholeNumber(1))
    .option("--to <n>", "the number of the newer version (default: the last)", wholeNumber(1))
    .option("--words", "mark words within the text: [-gone-] {+new+}")
    .action(async (id: string, flags: PlaceFlags & { from?: number; to?: number; words?: true }) => {
      const { diffArticle } = await import("../commands/diff-articles.ts");
      const { from = null, to = null, words = false } = flags;
      finish(await diffArticle(id, { ...placeOf(flags), from, to, words }));
    });
  withPlace(withFilterOptions(articles.command("export")))
    .description("print every article, in the order of their ids")
    .addOption(formatOption("output format").default("jsonl"))
    .action(async (flags: PlaceFlags & FilterFlags & { format: Format }) => {
      const options = { ...placeOf(flags), filter: filterOf(flags), format: flags.format };
      finish(await (await load()).exportArticles(options));
    });
}
