import { z } from "zod";
import { parseSince } from "../../crawler/parse-since.ts";
import { parsePageUrl } from "../../crawler/parse-url.ts";
import { parsePattern } from "../../crawler/scope.ts";
import { messageOf } from "../../errors.ts";
import { BLOCK_TYPES, EXTRACT_MODES } from "../../types.ts";
import { cronProblem, isTimeZone } from "./cron.ts";

/** Where the published JSON Schema of `sources.yaml` stands in the package. */
export const SCHEMA_PATH = "schema/sources.schema.json";

const DEFAULT_DELAY_MS = 1000;

/** Refuses what `read` throws on, in its words. */
function readable(read: (text: string) => unknown) {
  return (context: z.core.ParsePayload<string>): void => {
    try {
      read(context.value);
    } catch (error) {
      context.issues.push({ code: "custom", message: messageOf(error), input: context.value });
    }
  };
}

const patterns = z
  .array(z.string().check(readable(parsePattern)))
  .readonly()
  .default([]);
const blockTypes = z.array(z.enum(BLOCK_TYPES)).readonly().default([]);

/** One source: what is crawled, how, and when. Its name is its identity; all else may change. */
export const sourceSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/u)
    .describe("Identity of the source: lower-case letters, digits, '.', '_' and '-'; at most 64 characters."),
  seeds: z
    .array(z.string().check(readable(parsePageUrl)))
    .min(1)
    .readonly()
    .describe("Absolute http(s) URLs of front pages, feeds (RSS, Atom, JSON Feed) or sitemaps."),
  cron: z
    .string()
    .check(({ value, issues }) => {
      const problem = cronProblem(value);
      const message = `${JSON.stringify(value)} is no cron expression: ${problem}`;
      if (problem !== null) issues.push({ code: "custom", message, input: value });
    })
    .nullable()
    .default(null)
    .describe(
      "When to run: five fields, six with seconds first, or @hourly, @daily …; without it, by hand alone.",
    ),
  timezone: z
    .string()
    .refine(isTimeZone, {
      error: ({ input }) =>
        `${JSON.stringify(input)} is no time zone; write an IANA name such as Europe/London`,
    })
    .default("UTC")
    .describe("IANA time zone that the cron expression is read in."),
  include: patterns.describe(
    "Follow only URLs that match one of these; a pattern with a host opens that host.",
  ),
  exclude: patterns.describe("Never follow URLs that match one of these."),
  depth: z
    .int()
    .nonnegative()
    .nullable()
    .default(null)
    .describe("Most links followed from a seed; an item of a feed is one."),
  limit: z.int().positive().nullable().default(null).describe("Most pages asked for in one run."),
  delay: z
    .int()
    .nonnegative()
    .default(DEFAULT_DELAY_MS)
    .describe("Milliseconds between two requests to one host, over all workers."),
  render: z
    .enum(["auto", "never", "always"])
    .default("auto")
    .describe("When pages are fetched with the browser."),
  keep: blockTypes.describe("Types of blocks that stay in the article."),
  drop: blockTypes.describe("Types of blocks that are stripped."),
  mode: z.enum(EXTRACT_MODES).default("balanced").describe("What the extractor leans to in doubt."),
  since: z
    .string()
    .check(readable(parseSince))
    .nullable()
    .default(null)
    .describe(
      "Follow only items of feeds and sitemaps that are newer: a date, or a duration before the run (7d).",
    ),
  discover: z
    .boolean()
    .default(false)
    .describe("Read the feeds that seeds name and the sitemaps of their robots.txt too."),
});

/** A source with its defaults. */
export type SourceDefinition = z.output<typeof sourceSchema>;
export type SourceInput = z.input<typeof sourceSchema>;

/** The whole of a `sources.yaml`. */
export const sourcesFileSchema = z.strictObject({ sources: z.array(sourceSchema).readonly() });

/** The JSON Schema (draft 2020-12) of `sources.yaml`, for editors. It is published under SCHEMA_PATH. */
export function sourcesJsonSchema(): string {
  const schema = z.toJSONSchema(sourcesFileSchema, {
    io: "input",
    // Read-only is what the program makes of the file, not what the file is.
    override: ({ jsonSchema }) => void delete jsonSchema.readOnly,
  });
  const titled = { title: "Galley sources", description: "What Galley crawls, and when.", ...schema };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
