import type { Command } from "commander";
import type { Config } from "../config.ts";
import { sinceMoment } from "../parse-option.ts";
import { type Finish, archiveOption, dataOption, withArchive } from "./shared-options.ts";

interface ArchiveFlags {
  readonly since?: string;
  readonly data: string;
  readonly archive?: string;
}

export function addArchive(program: Command, config: Config, finish: Finish): void {
  const archive = program.command("archive").description("the raw pages: list, export and import them");
  const place = (flags: ArchiveFlags) => ({ dataDir: flags.data, config: withArchive(config, flags) });
  const since = ["--since <when>", "only pages fetched then or later: a date, or 7d", sinceMoment] as const;
  archive
    .command("list", { isDefault: true })
    .description("list the raw pages: key, time, bytes, address")
    .option(...since)
    .addOption(dataOption(config))
    .addOption(archiveOption())
    .action(async (flags: ArchiveFlags) => {
      const { listArchive } = await import("../commands/archive.ts");
      finish(await listArchive({ ...place(flags), since: flags.since ?? null }));
    });
  archive
    .command("export")
    .description("write the raw pages as a WARC 1.1 file")
    .argument("<file>", "the file to write; packed where it ends in .gz; - for stdout")
    .option(...since)
    .addOption(dataOption(config))
    .addOption(archiveOption())
    .action(async (file: string, flags: ArchiveFlags) => {
      const { exportArchive } = await import("../commands/archive.ts");
      finish(await exportArchive(file, { ...place(flags), since: flags.since ?? null }));
    });
  archive
    .command("import")
    .description("add the pages of a WARC file to the archive")
    .argument("<file>", "a WARC file, plain or gzip; - for stdin")
    .addOption(dataOption(config))
    .addOption(archiveOption())
    .action(async (file: string, flags: ArchiveFlags) => {
      const { importArchive } = await import("../commands/archive.ts");
      finish(await importArchive(file, place(flags)));
    });
}
