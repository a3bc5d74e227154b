import { z } from "zod";
import { UsageError } from "../errors.ts";

const optional = z.string().trim().min(1).optional();
const list = z
  .string()
  .transform((value) => value.split(/[\s,]+/u).filter((item) => item !== ""))
  .optional();

/** Every environment variable that Galley reads: the config's field, the variable, its form, what it says. */
export const VARIABLES = {
  redisUrl: {
    variable: "REDIS_URL",
    schema: z.url({ protocol: /^(redis|rediss|unix)$/u }).optional(),
    says: "the Redis server to use; without it Galley starts one of its own",
  },
  redisServer: {
    variable: "GALLEY_REDIS_SERVER",
    schema: optional,
    says: "path of the redis-server program",
  },
  chromium: { variable: "GALLEY_CHROMIUM", schema: optional, says: "path of the Chromium program" },
  allowNet: {
    variable: "GALLEY_ALLOW_NET",
    schema: list,
    says: "networks (CIDR, separated by commas) that may be contacted although they are private",
  },
  dataDir: {
    variable: "GALLEY_DATA",
    schema: optional,
    says: "the data folder, where --data is not given",
  },
  store: {
    variable: "GALLEY_STORE",
    schema: optional,
    says: "where articles are kept: sqlite:PATH, postgres://… or jsonl:PATH (galley.db in the data folder)",
  },
  archive: {
    variable: "GALLEY_ARCHIVE",
    schema: optional,
    says: "where raw pages are kept: file:FOLDER or s3://… (pages in the data folder)",
  },
  s3AccessKeyId: { variable: "AWS_ACCESS_KEY_ID", schema: optional, says: "the key for an archive in S3" },
  s3SecretAccessKey: { variable: "AWS_SECRET_ACCESS_KEY", schema: optional, says: "the secret of that key" },
  s3SessionToken: {
    variable: "AWS_SESSION_TOKEN",
    schema: optional,
    says: "the token of temporary credentials",
  },
  contact: {
    variable: "GALLEY_CONTACT",
    schema: optional,
    says: "an address or URL for site owners, added to the user agent",
  },
  logLevel: {
    variable: "GALLEY_LOG_LEVEL",
    schema: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).optional(),
    says: "what galley serve and work log: trace, debug, info (the default), warn, error or silent",
  },
  proxy: {
    variable: "GALLEY_PROXY",
    schema: optional,
    says: "an http, https or socks5 proxy to go out through, where --proxy is not given",
  },
  searchPath: { variable: "PATH", schema: optional, says: "where programs are looked for" },
  setupScript: {
    variable: "GALLEY_SETUP",
    schema: optional,
    says: "the set-up script that installs what a command turns out to need (set by npm start)",
  },
} as const;

type Field = keyof typeof VARIABLES;
export type Config = { readonly [F in Field]: NonNullable<z.output<(typeof VARIABLES)[F]["schema"]>> | null };

/** Reads and checks the environment, once, at the start. An empty variable counts as absent. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const entries = Object.entries(VARIABLES).map(([field, { variable, schema }]) => {
    const given = environment[variable];
    const parsed = schema.safeParse(given === "" ? undefined : given);
    if (!parsed.success) {
      const why = parsed.error.issues[0]?.message ?? "it cannot be read";
      throw new UsageError("usage", `The environment variable ${variable} is "${given}": ${why}.`);
    }
    return [field, parsed.data ?? null];
  });
  return Object.fromEntries(entries) as Config;
}
