import { Command } from "commander";
import type { Config } from "./config.ts";
import { VARIABLES } from "./config.ts";
import { EXIT_CODES, EXIT_INTERNAL } from "./exit-codes.ts";
import { addArchive } from "./program/add-archive.ts";
import { addArticles } from "./program/add-articles.ts";
import { addBackup, addPrune } from "./program/add-care.ts";
import { addCrawl, addWork } from "./program/add-crawl.ts";
import { addDemo, addDoctor } from "./program/add-demo.ts";
import { addExplain } from "./program/add-explain.ts";
import { addExtract, addWet } from "./program/add-extract.ts";
import { addExport, addTail } from "./program/add-feeds.ts";
import { addFetch } from "./program/add-fetch.ts";
import { addMap } from "./program/add-map.ts";
import { addQueue } from "./program/add-queue.ts";
import { addMcp, addServe, addToken } from "./program/add-serve.ts";
import { addReextract } from "./program/add-reextract.ts";
import { addSink } from "./program/add-sink.ts";
import { addSchedule } from "./program/add-schedule.ts";
import type { Finish } from "./program/shared-options.ts";
import { readVersion } from "../library/read-version.ts";

/** Every command, in the order in which `--help` lists them. */
const COMMANDS: readonly ((program: Command, config: Config, finish: Finish) => void)[] = [
  addFetch,
  addExtract,
  addWet,
  addExplain,
  addMap,
  addCrawl,
  addSchedule,
  addWork,
  addQueue,
  addArticles,
  addExport,
  addTail,
  addSink,
  addArchive,
  addReextract,
  addPrune,
  addBackup,
  addServe,
  addMcp,
  addToken,
  addDemo,
  addDoctor,
];

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
  for (const add of COMMANDS) add(program, config, finish);
  for (const command of program.commands) command.exitOverride();
  return program;
}
