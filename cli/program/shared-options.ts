import { type Command, InvalidArgumentError, Option } from "commander";
import { BLOCK_TYPES, type BlockType, type ExtractMode } from "../../types.ts";
import type { Config } from "../config.ts";
import { FORMATS } from "../format-article.ts";

const DEFAULT_DATA = "galley-data";

/** Reports a command's exit code. */
export type Finish = (exitCode: number) => void;

export function blockType(value: string, before: readonly BlockType[] = []): readonly BlockType[] {
  const type = BLOCK_TYPES.find((known) => known === value);
  if (type === undefined) throw new InvalidArgumentError(`Block types: ${BLOCK_TYPES.join(", ")}.`);
  return [...before, type];
}

export const formatOption = (text: string): Option => new Option("--format <format>", text).choices(FORMATS);
export const dataOption = (config: Config): Option =>
  new Option("--data <dir>", "the data folder").default(config.dataDir ?? DEFAULT_DATA);

export const archiveOption = (): Option =>
  new Option(
    "--archive <url>",
    "keep raw pages in file:FOLDER or s3://bucket/prefix (default: GALLEY_ARCHIVE, or pages in the data folder)",
  );

/** The configuration with what the command line says of the archive. */
export const withArchive = (config: Config, { archive }: { readonly archive?: string }): Config => ({
  ...config,
  archive: archive ?? config.archive,
});

export const storeOption = (): Option =>
  new Option(
    "--store <url>",
    "the store: sqlite:PATH, postgres://user@host/database or jsonl:PATH (default: GALLEY_STORE, or galley.db in the data folder)",
  );

/** The configuration with what the command line says of the store. */
export const withStore = (config: Config, { store }: { readonly store?: string }): Config => ({
  ...config,
  store: store ?? config.store,
});

export function withExtractOptions(command: Command): Command {
  return command
    .addOption(new Option("--precision", "in doubt, strip: nothing but the article").conflicts(["recall"]))
    .addOption(new Option("--recall", "in doubt, keep: all of the article"))
    .option("--keep <type>", "keep blocks of this type in the article; repeatable", blockType)
    .option("--drop <type>", "strip blocks of this type; repeatable", blockType);
}

export interface ExtractFlags {
  readonly precision?: true;
  readonly recall?: true;
  readonly keep?: readonly BlockType[];
  readonly drop?: readonly BlockType[];
}

export function modeOf({ precision, recall }: ExtractFlags): ExtractMode {
  return precision === true ? "precision" : recall === true ? "recall" : "balanced";
}
