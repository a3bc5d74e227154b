import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { startTestServer, type TestServer } from "./test-server.ts";

// Whatever is sent to any operation of the OpenAPI document: no 500, and every answer is what the document says.

type Schema = Readonly<Record<string, unknown>>;

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly body: Schema | null;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

function operationsOf({ paths }: Document): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      parameters: (operation["parameters"] ?? []) as Operation["parameters"],
      body:
        (operation["requestBody"] as { content: Record<string, { schema: Schema }> } | undefined)?.content[
          "application/json"
        ]?.schema ?? null,
      responses: operation["responses"] as Operation["responses"],
    })),
  );
}

/** A word that means something to somebody: ids, URLs, cursors, dates, and what tries to break out of where it stands. */
const word = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "",
    "0",
    "-1",
    "id:x",
    "999999999999999",
    "http://127.0.0.1:1/",
    "http://10.0.0.1/",
    "https://user:password@a.example:99999/",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "../../etc/passwd",
    "%00",
    "\0",
    "\uD800",
    "'; DROP TABLE articles; --",
    "2026-03-01T00:00:00Z",
    "article",
    "constructor",
    "__proto__",
  ),
);

/** A value that fits a JSON Schema mostly, and sometimes does not at all. */
function valueFor(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const any = fc.oneof(
    word,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(word, { maxLength: 3 }),
  );
  if (depth > 4) return any;
  const likely = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: any });
  const choices = (schema["anyOf"] ?? schema["oneOf"]) as readonly Schema[] | undefined;
  if (choices !== undefined) return likely(fc.oneof(...choices.map((choice) => valueFor(choice, depth + 1))));
  if (Array.isArray(schema["enum"])) return likely(fc.constantFrom(...(schema["enum"] as unknown[])));
  if (schema["type"] === "array")
    return likely(fc.array(valueFor((schema["items"] ?? {}) as Schema, depth + 1), { maxLength: 3 }));
  if (schema["type"] === "integer" || schema["type"] === "number")
    return likely(fc.integer({ min: -2, max: 2000 }));
  if (schema["type"] === "boolean") return likely(fc.boolean());
  if (schema["type"] === "object") {
    const properties = (schema["properties"] ?? {}) as Readonly<Record<string, Schema>>;
    const required = (schema["required"] ?? []) as string[];
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, valueFor(property, depth + 1)]),
    );
    return likely(fc.record(fields, { requiredKeys: required.filter((name) => name in fields) }));
  }
  return likely(word);
}

interface Sent {
  readonly path: string;
  readonly body: unknown;
}

function requestFor({ path, parameters, body }: Operation): fc.Arbitrary<Sent> {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const named = (of: typeof parameters) =>
    fc.record(Object.fromEntries(of.map(({ name, schema }) => [name, valueFor(schema).map(String)])), {
      requiredKeys: inPath.map(({ name }) => name).filter((name) => of.some((it) => it.name === name)),
    });
  return fc
    .record({
      params: named(inPath),
      query: named(inQuery),
      body: body === null ? fc.constant(null) : valueFor(body),
    })
    .map((drawn) => {
      const params = drawn.params as Record<string, string>;
      const filled = path.replaceAll(
        /\{(\w+)\}/gu,
        (_all, name: string) => encodeURIComponent((params[name] ?? "x").toWellFormed()) || "x",
      );
      const query = new URLSearchParams(drawn.query as Record<string, string>).toString();
      return { path: query === "" ? filled : `${filled}?${query}`, body: drawn.body };
    });
}

async function check(server: TestServer, ajv: Ajv2020, operation: Operation, sent: Sent): Promise<void> {
  const what = `${operation.method} ${sent.path} ${JSON.stringify(sent.body)?.slice(0, 500)}`;
  const response = await fetch(new URL(sent.path, server.origin), {
    method: operation.method,
    headers: operation.body === null ? {} : { "content-type": "application/json" },
    ...(operation.body === null ? {} : { body: JSON.stringify(sent.body) ?? "" }),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  const told = `${what} → ${response.status} ${text.slice(0, 500)}`;
  assert.notEqual(response.status, 500, told);
  const family = `${Math.floor(response.status / 100)}XX`;
  const answer = operation.responses[String(response.status)] ?? operation.responses[family];
  assert.ok(answer !== undefined, told);
  const type = (response.headers.get("content-type") ?? "").split(";", 1)[0] ?? "";
  const schema = answer.content?.[type]?.schema;
  assert.ok(schema !== undefined, told);
  const validate = ajv.compile(schema);
  const value: unknown =
    type.endsWith("/json") || type === "application/problem+json" ? JSON.parse(text) : text;
  assert.ok(validate(value), `${told} ${JSON.stringify(validate.errors)}`);
}

test("no input gives a 500, and every answer fits its schema", async (t) => {
  // Nothing but a port where nobody listens may be contacted: pages fail fast, and as they should.
  const server = await startTestServer(t, { allowNet: ["127.0.0.1/32"] });
  const prose = "The heron stood where the river bends, and waited until the light had gone. ".repeat(6);
  await server.send("PUT", "/api/v1/schedules/heron", { seeds: ["http://127.0.0.1:1/"] });
  const { body: record } = await server.send("POST", "/api/v1/extract", {
    html: `<article><h1>Heron</h1><p>${prose}`,
    url: "https://a.example/h",
  });
  await server.parts.store.put([record as never]);
  const document = (await server.send("GET", "/openapi.json")).body as unknown as Document;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const [name, schema] of Object.entries(document.components.schemas))
    ajv.addSchema(schema, `#/components/schemas/${name}`);
  const operations = operationsOf(document).filter(({ path }) => path !== "/api/v1/events");
  assert.ok(operations.length > 20, `${operations.length} operations`);
  for (const operation of operations) {
    await fc.assert(
      fc.asyncProperty(requestFor(operation), (sent) => check(server, ajv, operation, sent)),
      { numRuns: 25, endOnFailure: true },
    );
  }
});
