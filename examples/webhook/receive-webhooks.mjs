/**
 * Receives Galley's webhooks: checks each signature (https://www.standardwebhooks.com), drops what it has seen, prints one
 * JSON line an event. SECRET_FILE holds what `galley sink add webhook` printed; PORT is 8470 unless set.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

const { PORT = "8470", SECRET_FILE = "hook.secret" } = process.env;
/** A message that is older was recorded by somebody and sent again. */
const OLDEST_S = 300;

/** Throws unless the body was signed with the secret, and lately. */
function verify(headers, body) {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures = "" } = headers;
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) < OLDEST_S))
    throw new Error("the message is too old");
  // Read each time: a new secret needs no restart.
  const secret = readFileSync(SECRET_FILE, "utf8")
    .trim()
    .replace(/^whsec_/u, "");
  const expected = createHmac("sha256", Buffer.from(secret, "base64"))
    .update(`${id}.${timestamp}.${body}`)
    .digest();
  const isSigned = String(signatures)
    .split(" ")
    .some((signature) => {
      const given = Buffer.from(signature.replace(/^v1,/u, ""), "base64");
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
  if (!isSigned) throw new Error("the message is not signed with this secret");
}

/** Deliveries come at least once. A real receiver keeps these where its work is kept, in the same transaction. */
const seen = new Set();

const server = createServer(async (request, response) => {
  const body = await text(request);
  try {
    verify(request.headers, body);
  } catch (error) {
    process.stderr.write(`refused: ${error.message}\n`);
    response.writeHead(401).end();
    return;
  }
  const { type, data } = JSON.parse(body);
  if (!seen.has(data.id)) {
    const { articleId, revision, article } = data;
    const line = {
      type,
      articleId,
      revision,
      url: article?.url ?? null,
      headline: article?.headline ?? null,
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    seen.add(data.id);
  }
  // Any 2xx is the receipt: given only now that the event is dealt with.
  response.writeHead(204).end();
});
server.listen(Number(PORT), "127.0.0.1", () => {
  process.stderr.write(`receiving on http://127.0.0.1:${server.address().port}/\n`);
});
