import { join } from "node:path";
import type { Command } from "commander";
import type { Config } from "../config.ts";
import { sinceMoment } from "../parse-option.ts";
import { type Finish, dataOption, storeOption } from "./shared-options.ts";

interface PlaceFlags {
  readonly data: string;
  readonly store?: string;
}

export function addPrune(program: Command, config: Config, finish: Finish): void {
  program
    .command("prune")
    .description("remove the articles and the versions that were stored before a time")
    .requiredOption(
      "--older-than <when>",
      "a duration (90d) or a date; counted from the last change",
      sinceMoment,
    )
    .option("--dry-run", "say what would go and remove nothing")
    .addOption(dataOption(config))
    .addOption(storeOption())
    .action(async (flags: PlaceFlags & { olderThan: string; dryRun?: true }) => {
      const { pruneCommand } = await import("../commands/prune.ts");
      const place = { dataDir: flags.data, store: flags.store ?? config.store };
      finish(await pruneCommand({ ...place, before: flags.olderThan, dryRun: flags.dryRun ?? false }));
    });
}

export function addBackup(program: Command, config: Config, finish: Finish): void {
  program
    .command("backup")
    .description("copy the store, in use or not, to a file, or with the raw pages into a folder")
    .argument("<target>", "the file, or the folder (its name ends with /, or it is there)")
    .option("--articles-only", "leave the raw pages out")
    .addOption(dataOption(config))
    .addOption(storeOption())
    .action(async (target: string, flags: PlaceFlags & { articlesOnly?: true }) => {
      const { backupCommand } = await import("../commands/backup.ts");
      const place = { dataDir: flags.data, store: flags.store ?? config.store };
      const { archiveFolder } = await import("../../storage/open-archive.ts");
      const pages = archiveFolder(config.archive ?? `file:${join(flags.data, "pages")}`);
      finish(await backupCommand(target, { ...place, pages, articlesOnly: flags.articlesOnly ?? false }));
    });
}
