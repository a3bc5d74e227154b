import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { normalizeUrl } from "../../crawler/normalize-url.ts";

const E = "https://example.com";

const CASES: readonly (readonly [input: string, expected: string])[] = [
  // RFC 3986 §6.2.2: case, percent-encoding, dot segments
  ["HTTPS://EXAMPLE.COM/", `${E}/`],
  ["https://Example.Com/Path", `${E}/Path`],
  [`${E}`, `${E}/`],
  [`${E}/%7Ewriter`, `${E}/~writer`],
  [`${E}/%7ewriter`, `${E}/~writer`],
  [`${E}/a%2fb`, `${E}/a%2Fb`],
  [`${E}/%41%42`, `${E}/AB`],
  [`${E}/a%2Db%5Fc%2E`, `${E}/a-b_c.`],
  [`${E}/caf%c3%a9`, `${E}/caf%C3%A9`],
  [`${E}/café`, `${E}/caf%C3%A9`],
  [`${E}/a b`, `${E}/a%20b`],
  [`${E}/100%`, `${E}/100%`],
  [`${E}/%zz`, `${E}/%zz`],
  [`${E}/a/./b`, `${E}/a/b`],
  [`${E}/a/../b`, `${E}/b`],
  [`${E}/a/%2e%2e/b`, `${E}/b`],
  [`${E}/../../b`, `${E}/b`],
  [`${E}/a/b/..`, `${E}/a/`],
  [`${E}\\a\\b`, `${E}/a/b`],
  // §6.2.3: ports, hosts
  [`${E}:443/x`, `${E}/x`],
  ["http://example.com:80/x", "http://example.com/x"],
  ["http://example.com:443/x", "http://example.com:443/x"],
  [`${E}:8443/x`, `${E}:8443/x`],
  [`${E}:/x`, `${E}/x`],
  ["https://example.com./x", `${E}/x`],
  ["https://münchen.example/", "https://xn--mnchen-3ya.example/"],
  ["https://EXAMPLE。com/", `${E}/`],
  ["http://0x7f.1/", "http://127.0.0.1/"],
  ["http://[2001:DB8:0:0::1]/", "http://[2001:db8::1]/"],
  // What stays
  [`${E}/a/`, `${E}/a/`],
  [`${E}/a`, `${E}/a`],
  [`${E}//a//b`, `${E}//a//b`],
  [`${E}/index.html`, `${E}/index.html`],
  [`${E}/?b=2&a=1`, `${E}/?b=2&a=1`],
  [`${E}/?a=1&a=2`, `${E}/?a=1&a=2`],
  [`${E}/?flag`, `${E}/?flag`],
  [`${E}/?flag=`, `${E}/?flag=`],
  [`${E}/?q=a+b`, `${E}/?q=a+b`],
  [`${E}/?q=a%20b`, `${E}/?q=a%20b`],
  [`${E}/?q=a%26b`, `${E}/?q=a%26b`],
  [`${E}/?ref=home`, `${E}/?ref=home`],
  [`${E}/?source=wire`, `${E}/?source=wire`],
  [`${E}/?sid=sports`, `${E}/?sid=sports`],
  [`${E}/?s=election`, `${E}/?s=election`],
  [`${E}/?session=2024`, `${E}/?session=2024`],
  [`${E}/?utmost=1`, `${E}/?utmost=1`],
  ["http://example.com/x", "http://example.com/x"],
  // Fragments, empty queries
  [`${E}/a#part`, `${E}/a`],
  [`${E}/a#`, `${E}/a`],
  [`${E}/a#!/story`, `${E}/a`],
  [`${E}/a#:~:text=word`, `${E}/a`],
  [`${E}/a?`, `${E}/a`],
  [`${E}/a?&&`, `${E}/a`],
  [`${E}/a?x=1&`, `${E}/a?x=1`],
  // Tracking
  [`${E}/a?utm_source=x&utm_medium=y`, `${E}/a`],
  [`${E}/a?UTM_Source=x`, `${E}/a`],
  [`${E}/a?id=7&utm_campaign=z`, `${E}/a?id=7`],
  [`${E}/a?fbclid=IwAR0`, `${E}/a`],
  [`${E}/a?gclid=1&id=2&msclkid=3`, `${E}/a?id=2`],
  [`${E}/a?mc_cid=1&mc_eid=2`, `${E}/a`],
  [`${E}/a?_ga=1&_gl=2`, `${E}/a`],
  [`${E}/a?_hsenc=1&_hsmi=2&hsCtaTracking=3`, `${E}/a`],
  [`${E}/a?at_campaign=1&at_medium=2`, `${E}/a`],
  [`${E}/a?pk_campaign=1&mtm_source=2`, `${E}/a`],
  [`${E}/a?yclid=1&ysclid=2&dclid=3&wbraid=4`, `${E}/a`],
  [`${E}/a?id=7&amp;utm_source=x`, `${E}/a?id=7`],
  [`${E}/a?%75tm_source=x`, `${E}/a`],
  // Sessions
  [`${E}/a;jsessionid=0A1B2C?id=7`, `${E}/a?id=7`],
  [`${E}/a;JSESSIONID=0A1B2C.node1`, `${E}/a`],
  [`${E}/a;v=2`, `${E}/a;v=2`],
  [`${E}/a?PHPSESSID=abc&id=7`, `${E}/a?id=7`],
  [`${E}/a?ASPSESSIONIDQQ=abc`, `${E}/a`],
  [`${E}/(S(lit3py55t21z5v55vlm25s55))/a`, `${E}/a`],
  [`${E}/a?sid=9f86d081884c7d659a2feaa0c55ad015`, `${E}/a`],
  [`${E}/a?CFID=1&CFTOKEN=2`, `${E}/a`],
  // Credentials
  ["https://user:pass@example.com/a", `${E}/a`],
];

for (const [input, expected] of CASES) {
  test(`${input} → ${expected}`, () => {
    assert.equal(normalizeUrl(input), expected);
    assert.equal(normalizeUrl(expected), expected, "normalising twice changes nothing");
  });
}

test("the table has at least 60 cases", () => assert.ok(CASES.length >= 60, `${CASES.length}`));

test("takes a URL and leaves it as it is", () => {
  const url = new URL(`${E}/a?utm_source=x#b`);
  assert.equal(normalizeUrl(url), `${E}/a`);
  assert.equal(url.hash, "#b");
});

test("throws for what is no absolute URL", () => assert.throws(() => normalizeUrl("/a"), TypeError));

test("normalising twice is the same as once, for any URL", () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      const once = normalizeUrl(url);
      return normalizeUrl(once) === once;
    }),
  );
  const pieces = fc.constantFrom(
    "%2",
    "5",
    "%25",
    "41",
    "%",
    "/",
    "..",
    ".",
    ";jsessionid=1",
    "&amp;",
    "&",
    "?",
    "=",
    "utm_a",
    "#",
    "%7e",
    "(S(",
    "))",
    "//",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const once = normalizeUrl(`${E}/${parts.join("")}`);
      return normalizeUrl(once) === once;
    }),
    { numRuns: 2000 },
  );
});
