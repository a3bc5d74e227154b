import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePageUrl } from "../../crawler/parse-url.ts";
import { UsageError } from "../../errors.ts";

const REFUSED: readonly (readonly [input: string, advice: RegExp])[] = [
  ["", /empty/u],
  ["   ", /empty/u],
  ["example.com/x", /https:\/\/example\.com\/x/u],
  ["//example.com/x", /https:\/\/example\.com\/x/u],
  ["/x", /scheme/u],
  ["ftp://example.com/", /only http/u],
  ["file:///etc/passwd", /only http/u],
  ["javascript:alert(1)", /only http/u],
  ["data:text/html,hi", /only http/u],
  ["http://", /not a valid URL/u],
  ["http://exa mple.com/", /not a valid URL/u],
  ["http://example.com:99999/", /port/u],
  ["http://[::1/", /not a valid URL/u],
  ["http://[fe80::1%25eth0]/", /not a valid URL/u],
  ["https:example.com", /\/\/ after the scheme/u],
  ["https://user:secret@example.com/", /user name or password/u],
  [`https://example.com/${"x".repeat(9000)}`, /longer/u],
];

for (const [input, advice] of REFUSED) {
  test(`refuses ${JSON.stringify(input.slice(0, 40))}`, () => {
    assert.throws(
      () => parsePageUrl(input),
      (error) => error instanceof UsageError && error.code === "invalid-url" && advice.test(error.message),
    );
  });
}

test("a refused URL's password is not repeated", () => {
  assert.throws(
    () => parsePageUrl("https://user:secret@example.com/"),
    (error) => error instanceof UsageError && !error.message.includes("secret"),
  );
});

test("takes absolute http and https URLs, with white space around them", () => {
  assert.equal(parsePageUrl(" https://example.com/x ").href, "https://example.com/x");
  assert.equal(parsePageUrl("HTTP://EXAMPLE.com").href, "http://example.com/");
  assert.equal(parsePageUrl("http://127.0.0.1:8080/a").port, "8080");
});
