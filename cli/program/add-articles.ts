import type { Command } from "commander";
import type { Config } from "../config.ts";
import type { Format } from "../format-article.ts";
import { wholeNumber } from "../parse-option.ts";
import { type Finish, dataOption, formatOption } from "./shared-options.ts";

export function addArticles(program: Command, config: Config, finish: Finish): void {
  const articles = program.command("articles").description("read what was stored");
  articles
    .command("list", { isDefault: true })
    .description("list the articles: a table on a terminal, tab-separated lines in a pipe")
    .option(
      "--limit <n>",
      "show at most this many (default: 50 on a terminal, all in a pipe)",
      wholeNumber(1),
    )
    .addOption(dataOption(config))
    .action(async (flags: { limit?: number; data: string }) => {
      const { listArticles } = await import("../commands/articles.ts");
      finish(await listArticles({ dataDir: flags.data, limit: flags.limit ?? null }));
    });
  articles
    .command("show")
    .description("print one article")
    .argument("<id>", "the article's id")
    .addOption(formatOption("output format").default("text"))
    .addOption(dataOption(config))
    .action(async (id: string, flags: { format: Format; data: string }) => {
      const { showArticle } = await import("../commands/articles.ts");
      finish(await showArticle(id, { dataDir: flags.data, format: flags.format }));
    });
  articles
    .command("export")
    .description("print every article")
    .addOption(formatOption("output format").default("jsonl"))
    .addOption(dataOption(config))
    .action(async (flags: { format: Format; data: string }) => {
      const { exportArticles } = await import("../commands/articles.ts");
      finish(await exportArticles({ dataDir: flags.data, format: flags.format }));
    });
}
