import assert from "node:assert/strict";
import type { LookupFunction } from "node:net";
import { after, test } from "node:test";
import { TransientError, UsageError } from "../../errors.ts";
import { openArchive } from "../../storage/open-archive.ts";
import type { PageArchive } from "../../storage/page-archive.ts";
import { openS3Archive } from "../../storage/s3-archive.ts";
import { createS3Client } from "../../storage/s3-client.ts";
import { parseS3Location } from "../../storage/s3-location.ts";
import { testArchive } from "./archive-conformance.ts";
import { startS3Server } from "./s3-server.ts";
import { samplePage } from "./sample-page.ts";

const account = { accessKeyId: "KEEPER", secret: "lamp/oil+42", region: "eu-quay-1" };
const credentials = { accessKeyId: account.accessKeyId, secretAccessKey: account.secret, sessionToken: null };
const server = await startS3Server({ bucket: "pages", account, pageSize: 7 });
after(() => server.close());

const urlOf = (prefix: string, more = ""): string =>
  `s3://pages/${prefix}?region=eu-quay-1&endpoint=${encodeURIComponent(`http://127.0.0.1:${server.port}`)}${more}`;

/** As openArchive, with short pauses. */
async function open(prefix: string): Promise<PageArchive> {
  const location = parseS3Location(urlOf(prefix));
  return openS3Archive({ client: createS3Client({ location, credentials, firstPauseMs: 1 }), location });
}

let places = 0;
testArchive("S3 archive", async () => {
  places += 1;
  // A prefix with everything that the signature has to encode.
  const prefix = `a b+c&d'(é)/${places}`;
  return {
    archive: await open(encodeURI(prefix).replaceAll("&", "%26")),
    kept: async () =>
      [...server.objects.keys()]
        .filter((key) => key.startsWith(`${prefix}/`))
        .map((key) => key.slice(prefix.length + 1)),
    read: async (place) => server.objects.get(`${prefix}/${place}`) ?? assert.fail(place),
    write: async (place, bytes) => void server.objects.set(`${prefix}/${place}`, Buffer.from(bytes)),
  };
});

test("the bucket may stand in the host's name, and needs no prefix", async (t) => {
  const own = await startS3Server({ bucket: "pages", account });
  t.after(() => own.close());
  const location = parseS3Location(
    `s3://pages?endpoint=http://s3.harbour.test:${own.port}&region=eu-quay-1&pathStyle=false`,
  );
  const asked: string[] = [];
  const lookup: LookupFunction = (host, options, callback) => {
    asked.push(host);
    if (options.all === true) callback(null, [{ address: "127.0.0.1", family: 4 }]);
    else callback(null, "127.0.0.1", 4);
  };
  const archive = await openS3Archive({
    client: createS3Client({ location, credentials, lookup }),
    location,
  });
  const key = await archive.put(samplePage("vhost"));
  assert.deepEqual([...own.objects.keys()], [`${key.slice(0, 2)}/${key}.zst`]);
  assert.ok(
    own.requests.every((line) => !line.includes("/pages/")),
    own.requests.join("\n"),
  );
});

test("5xx answers, throttling and broken connections are tried again", async () => {
  const archive = await open("retried");
  server.faults.push(503, "reset", 500);
  const key = await archive.put(samplePage("retried"));
  server.faults.push("reset", 503);
  assert.equal(Buffer.from((await archive.get(key))?.body ?? "").toString(), "retried");
  assert.deepEqual(server.faults, []);
});

test("a server that stays away is a transient error that names it", async () => {
  const archive = await open("away");
  server.faults.push(...Array<503>(7).fill(503));
  await assert.rejects(
    archive.put(samplePage("x")),
    (error) =>
      error instanceof TransientError &&
      error.code === "archive-unreachable" &&
      /SlowDown/u.test(error.message),
  );
  assert.deepEqual(server.faults, []);
  const location = parseS3Location("s3://pages/x?endpoint=http://127.0.0.1:1");
  await assert.rejects(
    openS3Archive({ client: createS3Client({ location, credentials, firstPauseMs: 1 }), location }),
    (error) => error instanceof TransientError && /does not answer at 127\.0\.0\.1:1/u.test(error.message),
  );
});

const REFUSED: readonly (readonly [string, RegExp, Parameters<typeof openArchive>])[] = [
  [
    "a wrong secret",
    /SignatureDoesNotMatch.*AWS_SECRET_ACCESS_KEY/u,
    [urlOf("x"), { credentials: { ...credentials, secretAccessKey: "oil" } }],
  ],
  [
    "an unknown key",
    /InvalidAccessKeyId.*AWS_ACCESS_KEY_ID/u,
    [urlOf("x"), { credentials: { ...credentials, accessKeyId: "NOBODY" } }],
  ],
  ["no such bucket", /NoSuchBucket.*make it/u, [urlOf("x").replace("//pages", "//other"), { credentials }]],
  ["another region", /region=/u, [urlOf("x").replace("eu-quay-1", "us-east-1"), { credentials }]],
];
for (const [what, says, args] of REFUSED) {
  test(`${what} is refused when the archive is opened, with what to do`, async () => {
    await assert.rejects(
      openArchive(...args),
      (error) =>
        error instanceof UsageError && error.code === "archive-unreachable" && says.test(error.message),
    );
  });
}

test("URLs that name no archive are refused", async () => {
  const wrong = [
    "pages",
    "ftp://pages/x",
    "file:",
    "file://host/x",
    "s3://Pages_/x",
    "s3://pages/x?endpoint=ftp://x",
    "s3://pages/x?zone=1",
    "s3://key:secret@pages/x",
    "s3://pages/x?pathStyle=maybe",
  ];
  for (const url of wrong)
    await assert.rejects(
      openArchive(url, { credentials }),
      (error) => error instanceof UsageError && error.code === "usage",
      url,
    );
  await assert.rejects(openArchive(urlOf("x"), { credentials: null }), /AWS_ACCESS_KEY_ID/u);
});

test("an aborted signal ends the wait for a server that is away", async () => {
  const stop = new AbortController();
  const location = parseS3Location(urlOf("stop"));
  const client = createS3Client({ location, credentials, signal: stop.signal, firstPauseMs: 3_600_000 });
  server.faults.push(503);
  const sending = client.send({ method: "GET", key: "", query: { "list-type": "2" } });
  while (server.faults.length > 0) await new Promise(setImmediate);
  stop.abort();
  await assert.rejects(sending, (error) => (error as Error).name === "AbortError");
});
