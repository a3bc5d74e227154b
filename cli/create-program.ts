import { Command, InvalidArgumentError, Option } from "commander";
import { BLOCK_TYPES, type BlockType, type ExtractMode } from "../types.ts";
import type { InputForm } from "./commands/extract.ts";
import type { Config } from "./config.ts";
import { VARIABLES } from "./config.ts";
import { EXIT_CODES, EXIT_INTERNAL } from "./exit-codes.ts";
import { FORMATS, type Format } from "./format-article.ts";
import { type NetworkFlags, networkOptions, withNetworkOptions } from "./network-options.ts";
import { collect, wholeNumber } from "./parse-option.ts";
import { readVersion } from "./read-version.ts";

const DEFAULT_DATA = "galley-data";

/** Reports a command's exit code. */
type Finish = (exitCode: number) => void;

function blockType(value: string, before: readonly BlockType[] = []): readonly BlockType[] {
  const type = BLOCK_TYPES.find((known) => known === value);
  if (type === undefined) throw new InvalidArgumentError(`Block types: ${BLOCK_TYPES.join(", ")}.`);
  return [...before, type];
}

const formatOption = (text: string): Option => new Option("--format <format>", text).choices(FORMATS);
const dataOption = (config: Config): Option =>
  new Option("--data <dir>", "the data folder").default(config.dataDir ?? DEFAULT_DATA);

function withExtractOptions(command: Command): Command {
  return command
    .addOption(new Option("--precision", "in doubt, strip: nothing but the article").conflicts(["recall"]))
    .addOption(new Option("--recall", "in doubt, keep: all of the article"))
    .option("--keep <type>", "keep blocks of this type in the article; repeatable", blockType)
    .option("--drop <type>", "strip blocks of this type; repeatable", blockType);
}

interface ExtractFlags {
  readonly precision?: true;
  readonly recall?: true;
  readonly keep?: readonly BlockType[];
  readonly drop?: readonly BlockType[];
}

function modeOf({ precision, recall }: ExtractFlags): ExtractMode {
  return precision === true ? "precision" : recall === true ? "recall" : "balanced";
}

function addFetch(program: Command, config: Config, finish: Finish): void {
  const command = program
    .command("fetch")
    .description("fetch pages and print their clean articles")
    .argument("<url...>", "page URLs, or - to read them from stdin, one a line")
    .addOption(formatOption("output format").default("text"));
  withExtractOptions(withNetworkOptions(command)).action(
    async (urls: string[], flags: NetworkFlags & ExtractFlags & { format: Format }) => {
      const { fetchCommand } = await import("./commands/fetch.ts");
      const { format, keep = [], drop = [] } = flags;
      finish(
        await fetchCommand(urls, {
          ...networkOptions(flags, config),
          format,
          keep,
          drop,
          mode: modeOf(flags),
          config,
        }),
      );
    },
  );
}

function addExtract(program: Command, finish: Finish): void {
  const command = program
    .command("extract")
    .description("extract articles from pages that are already here; no network")
    .argument("<file>", "a file, or - for stdin")
    .addOption(
      new Option(
        "--input <form>",
        'html or text: one page; jsonl: a {"id","url","html"} (or "text") line a page; warc, wet: an archive, packed or not',
      )
        .choices(["html", "text", "jsonl", "warc", "wet"])
        .default("html"),
    )
    .option("--url <url>", "the page's URL, for links and metadata (with --input html or text)")
    .addOption(formatOption("output format (default: text; jsonl with --input jsonl, warc and wet)"));
  withExtractOptions(command).action(
    async (file: string, flags: ExtractFlags & { input: InputForm; url?: string; format?: Format }) => {
      const { extractCommand } = await import("./commands/extract.ts");
      const { input, url = null, format = null, keep = [], drop = [] } = flags;
      finish(await extractCommand(file, { input, url, format, keep, drop, mode: modeOf(flags) }));
    },
  );
}

function addWet(program: Command, finish: Finish): void {
  const command = program
    .command("wet")
    .description("extract articles from a WET file: short for extract --input wet")
    .argument("<file>", "a file, packed or not, or - for stdin")
    .addOption(formatOption("output format").default("jsonl"));
  withExtractOptions(command).action(async (file: string, flags: ExtractFlags & { format: Format }) => {
    const { extractCommand } = await import("./commands/extract.ts");
    const { format, keep = [], drop = [] } = flags;
    finish(await extractCommand(file, { input: "wet", url: null, format, keep, drop, mode: modeOf(flags) }));
  });
}

function addExplain(program: Command, config: Config, finish: Finish): void {
  const command = program
    .command("explain")
    .description("show a page with what was kept and what was removed, as one HTML page")
    .argument("<page>", "a URL, a file, or - for stdin")
    .addOption(new Option("--input <form>", "what a file holds").choices(["html", "text"]).default("html"))
    .option("--url <url>", "the URL of a page that is in a file, for links and metadata")
    .option("--output <file>", "write the page there instead of to stdout");
  withExtractOptions(withNetworkOptions(command)).action(async (page: string, flags: ExplainFlags) => {
    const { explainCommand } = await import("./commands/explain.ts");
    const { input, url = null, output = null, keep = [], drop = [] } = flags;
    const network = networkOptions(flags, config);
    finish(
      await explainCommand(page, { ...network, input, url, output, keep, drop, mode: modeOf(flags), config }),
    );
  });
}

interface ExplainFlags extends NetworkFlags, ExtractFlags {
  readonly input: "html" | "text";
  readonly url?: string;
  readonly output?: string;
}

function addCrawl(program: Command, config: Config, finish: Finish): void {
  const command = program
    .command("crawl")
    .description("crawl from seeds through the queue and store the articles")
    .argument("<seed...>", "URLs to start from")
    .option("--limit <n>", "fetch at most this many pages", wholeNumber(1))
    .option("--depth <n>", "follow at most this many links from a seed", wholeNumber(0))
    .option("--include <pattern>", "follow only URLs that match; repeatable", collect)
    .option("--exclude <pattern>", "never follow URLs that match; repeatable", collect)
    .option("--concurrency <n>", "pages fetched at a time", wholeNumber(1), 8)
    .addOption(dataOption(config));
  withExtractOptions(withNetworkOptions(command)).action(
    async (seeds: string[], flags: NetworkFlags & ExtractFlags & CrawlFlags) => {
      const { crawlCommand } = await import("./commands/crawl.ts");
      const { limit = null, depth = null, include = [], exclude = [], data: dataDir, concurrency } = flags;
      const { keep = [], drop = [] } = flags;
      const mode = modeOf(flags);
      const crawl = { limit, depth, include, exclude, keep, drop, mode, dataDir, concurrency, config };
      finish(await crawlCommand(seeds, { ...networkOptions(flags, config), ...crawl }));
    },
  );
}

interface CrawlFlags {
  readonly limit?: number;
  readonly depth?: number;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly data: string;
  readonly concurrency: number;
}

function addWork(program: Command, config: Config, finish: Finish): void {
  const command = program
    .command("work")
    .description("run workers alone for the crawls that others started on the same REDIS_URL")
    .option("--concurrency <n>", "pages fetched at a time", wholeNumber(1), 8)
    .addOption(dataOption(config));
  withNetworkOptions(command).action(async (flags: NetworkFlags & { data: string; concurrency: number }) => {
    const { workCommand } = await import("./commands/work.ts");
    const { data: dataDir, concurrency } = flags;
    finish(await workCommand({ ...networkOptions(flags, config), dataDir, concurrency, config }));
  });
}

function addArticles(program: Command, config: Config, finish: Finish): void {
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
      const { listArticles } = await import("./commands/articles.ts");
      finish(await listArticles({ dataDir: flags.data, limit: flags.limit ?? null }));
    });
  articles
    .command("show")
    .description("print one article")
    .argument("<id>", "the article's id")
    .addOption(formatOption("output format").default("text"))
    .addOption(dataOption(config))
    .action(async (id: string, flags: { format: Format; data: string }) => {
      const { showArticle } = await import("./commands/articles.ts");
      finish(await showArticle(id, { dataDir: flags.data, format: flags.format }));
    });
  articles
    .command("export")
    .description("print every article")
    .addOption(formatOption("output format").default("jsonl"))
    .addOption(dataOption(config))
    .action(async (flags: { format: Format; data: string }) => {
      const { exportArticles } = await import("./commands/articles.ts");
      finish(await exportArticles({ dataDir: flags.data, format: flags.format }));
    });
}

function addDemo(program: Command, config: Config, finish: Finish): void {
  program
    .command("demo", { isDefault: true })
    .description("serve a small news site on loopback, crawl it, and show what came of it")
    .addOption(dataOption(config))
    .action(async (flags: { data: string }) => {
      const { demoCommand } = await import("./commands/demo.ts");
      finish(await demoCommand({ dataDir: flags.data, config }));
    });
}

function addDoctor(program: Command, config: Config, finish: Finish): void {
  program
    .command("doctor")
    .description("say what is there, and how to get what is not")
    .addOption(dataOption(config))
    .action(async (flags: { data: string }) => {
      const { doctorCommand } = await import("./commands/doctor.ts");
      finish(await doctorCommand({ dataDir: flags.data, config }));
    });
}

function helpEpilogue(): string {
  const variables = Object.values(VARIABLES)
    .map(({ variable, says }) => `  ${variable.padEnd(22)} ${says}`)
    .join("\n");
  const codes = Object.entries(EXIT_CODES)
    .map(([code, number]) => `${number} ${code}`)
    .join(", ");
  return `\nEnvironment:\n${variables}\n\nExit codes: 0 done, ${EXIT_INTERNAL} unexpected failure, ${codes}.`;
}

/** Galley's command line. Commands load what they need when they run, so that each starts fast. */
export function createProgram(config: Config, finish: Finish): Command {
  const program = new Command("galley")
    .description("Crawls pages politely and keeps the article: the text its author wrote.")
    .version(readVersion(), "--version")
    .showHelpAfterError("(galley --help shows every command and option)")
    .addHelpText("after", helpEpilogue())
    .exitOverride();
  addFetch(program, config, finish);
  addExtract(program, finish);
  addWet(program, finish);
  addExplain(program, config, finish);
  addCrawl(program, config, finish);
  addWork(program, config, finish);
  addArticles(program, config, finish);
  addDemo(program, config, finish);
  addDoctor(program, config, finish);
  for (const command of program.commands) command.exitOverride();
  return program;
}
