import { readFileSync } from "node:fs";
import { z } from "zod";
import { messageOf, UsageError } from "../errors.ts";

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
    secret: true,
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
    secret: true,
    says: "where articles are kept: sqlite:PATH, postgres://… or jsonl:PATH (galley.db in the data folder)",
  },
  archive: {
    variable: "GALLEY_ARCHIVE",
    schema: optional,
    says: "where raw pages are kept: file:FOLDER or s3://… (pages in the data folder)",
  },
  s3AccessKeyId: { variable: "AWS_ACCESS_KEY_ID", schema: optional, says: "the key for an archive in S3" },
  s3SecretAccessKey: {
    variable: "AWS_SECRET_ACCESS_KEY",
    schema: optional,
    secret: true,
    says: "the secret of that key",
  },
  token: {
    variable: "GALLEY_TOKEN",
    schema: optional,
    secret: true,
    says: "a token that galley serve accepts, beside those of galley token add",
  },
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
  // Other programs' environments set these too: what is wrong with them is said by the commands that trace alone.
  otlpEndpoint: {
    variable: "OTEL_EXPORTER_OTLP_ENDPOINT",
    schema: optional,
    says: "where traces are sent (OTLP over HTTP), and that there are any",
  },
  otlpTracesEndpoint: {
    variable: "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
    schema: optional,
    says: "the same, as the whole URL",
  },
  otelDisabled: {
    variable: "OTEL_SDK_DISABLED",
    schema: optional,
    says: "`true` for no traces all the same",
  },
  tracesExporter: {
    variable: "OTEL_TRACES_EXPORTER",
    schema: optional,
    says: "`none` for no traces all the same",
  },
  tracesSampler: {
    variable: "OTEL_TRACES_SAMPLER",
    schema: optional,
    says: "which traces are kept (parentbased_always_on)",
  },
  tracesSamplerArg: {
    variable: "OTEL_TRACES_SAMPLER_ARG",
    schema: optional,
    says: "the share that a ratio sampler keeps, 0 to 1",
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

interface Variable {
  readonly variable: string;
  /** Whether `VARIABLE_FILE` may name a file that holds the value, as Docker's and systemd's secrets do. */
  readonly secret?: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

function valueOf(environment: Environment, { variable, secret = false }: Variable): string | undefined {
  const given = environment[variable];
  const file = environment[`${variable}_FILE`];
  if (!secret || (given !== undefined && given !== "") || file === undefined || file === "") return given;
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    const message = `${variable}_FILE names ${file}, which cannot be read: ${messageOf(cause)}.`;
    throw new UsageError("file-not-readable", message, { cause });
  }
}

/** Reads and checks the environment, once, at the start. An empty variable counts as absent. */
export function readConfig(environment: Environment): Config {
  const entries = Object.entries(VARIABLES).map(([field, entry]) => {
    const { variable, schema, secret = false }: Variable & { readonly schema: z.ZodType } = entry;
    const given = valueOf(environment, entry);
    const parsed = schema.safeParse(given === "" ? undefined : given);
    if (!parsed.success) {
      const why = parsed.error.issues[0]?.message ?? "it cannot be read";
      const shown = secret ? "not what it should be" : `"${given}"`;
      throw new UsageError("usage", `The environment variable ${variable} is ${shown}: ${why}.`);
    }
    return [field, parsed.data ?? null];
  });
  // Each value has just been parsed by its field's schema.
  return Object.fromEntries(entries) as Config;
}
