import assert from "node:assert/strict";
import { test } from "node:test";
import { crawlDelayMs, isAllowed, parseRobots, ROBOTS_MAX_BYTES } from "../../crawler/robots.ts";

const A = "user-agent: *\n";

/** robots.txt, path, allowed */
const CASES: readonly (readonly [name: string, robots: string, path: string, allowed: boolean])[] = [
  ["an empty file allows", "", "/x", true],
  ["a file of comments allows", "# nothing\n\n#Disallow: /", "/x", true],
  ["disallow all", `${A}disallow: /`, "/x", false],
  ["an empty disallow allows", `${A}disallow:`, "/x", true],
  ["an empty allow changes nothing", `${A}allow:\ndisallow: /`, "/x", false],
  ["prefix", `${A}disallow: /pri`, "/private", false],
  ["prefix ends", `${A}disallow: /private/`, "/private", true],
  ["case of paths matters", `${A}disallow: /Private`, "/private", true],
  ["case of fields does not", "USER-AGENT: *\nDISALLOW: /x", "/x", false],
  ["white space around", "  user-agent :  * \n\t disallow\t:\t/x\t", "/x", false],
  ["comments behind", `${A}disallow: /x # not this`, "/x", false],
  ["a hash ends the pattern", `${A}disallow: /x#y`, "/xz", false],
  ["longest match wins", `${A}allow: /p/open\ndisallow: /p/`, "/p/open", true],
  ["longest match wins in either order", `${A}disallow: /p/\nallow: /p/open`, "/p/open", true],
  ["longest match wins for disallow too", `${A}allow: /p\ndisallow: /p/closed`, "/p/closed", false],
  ["allow wins a tie", `${A}disallow: /page\nallow: /page`, "/page", true],
  ["a longer wildcard beats a prefix", `${A}allow: /page\ndisallow: /*.htm`, "/page.htm", false],
  ["a wildcard counts its own length", `${A}allow: /$\ndisallow: /`, "/", true],
  ["the end anchor", `${A}allow: /$\ndisallow: /`, "/page.htm", false],
  ["star in the middle", `${A}disallow: /fish*.php`, "/fish/salmon.php?x=1", false],
  ["star in the middle needs the rest", `${A}disallow: /fish*.php`, "/fish.html", true],
  ["star at the end is nothing", `${A}disallow: /fish*`, "/fishheads", false],
  ["star at the start", `${A}disallow: *.php`, "/a/b.php", false],
  ["many stars", `${A}disallow: /*/*/x`, "/a/b/x", false],
  ["many stars need all", `${A}disallow: /*/*/x`, "/a/x", true],
  ["anchored suffix", `${A}disallow: /*.php$`, "/a.php", false],
  ["anchored suffix with a query", `${A}disallow: /*.php$`, "/a.php?x", true],
  ["anchored suffix does not overlap", `${A}disallow: /aba*ba$`, "/aba", true],
  ["an exact path", `${A}disallow: /x$`, "/x", false],
  ["an exact path is not a prefix", `${A}disallow: /x$`, "/xy", true],
  ["a dollar inside is itself", `${A}disallow: /a$b`, "/a$bc", false],
  ["an encoded dollar is itself", `${A}disallow: /a%24`, "/a%24x", false],
  ["an encoded star is itself", `${A}disallow: /a%2Ab`, "/axxb", true],
  ["the query belongs to the path", `${A}disallow: /x?id=`, "/x?id=4", false],
  ["a query pattern", `${A}disallow: /*?`, "/x?y", false],
  ["a query pattern without query", `${A}disallow: /*?`, "/x", true],
  ["unencoded against encoded", `${A}disallow: /foo/bar/ツ`, "/foo/bar/%E3%83%84", false],
  ["encoded against unencoded", `${A}disallow: /foo/bar/%E3%83%84`, "/foo/bar/ツ", false],
  ["hexadecimal case", `${A}disallow: /%e3%83%84`, "/%E3%83%84", false],
  ["encoded unreserved", `${A}disallow: /foo/bar/%62%61%7A`, "/foo/bar/baz", false],
  ["encoded unreserved in the URL", `${A}disallow: /~joe`, "/%7Ejoe/x", false],
  ["encoded slash is not a slash", `${A}disallow: /a%2fb`, "/a/b", true],
  ["encoded slash is itself", `${A}disallow: /a%2fb`, "/a%2Fb", false],
  ["characters that URLs encode", `${A}disallow: /{x}`, "/{x}/1", false],
  ["our group before the star's", `${A}disallow: /\nuser-agent: GalleyBot\nallow: /`, "/x", true],
  ["our group even if it is empty", `${A}disallow: /\nuser-agent: GalleyBot`, "/x", true],
  ["our name in any case", "user-agent: galleybot\ndisallow: /x", "/x", false],
  ["our name with a version", "user-agent: GalleyBot/2.1\ndisallow: /x", "/x", false],
  ["a longer name is not ours", "user-agent: GalleyBotPlus\ndisallow: /x", "/x", true],
  ["a shorter name is not ours", "user-agent: Galley\ndisallow: /x", "/x", true],
  ["other groups are not ours", "user-agent: other\ndisallow: /", "/x", true],
  [
    "groups of one name are merged",
    "user-agent: GalleyBot\ndisallow: /a\nuser-agent: o\ndisallow: /\nuser-agent: GalleyBot\ndisallow: /b",
    "/b",
    false,
  ],
  [
    "merged groups keep the first",
    "user-agent: GalleyBot\ndisallow: /a\nuser-agent: GalleyBot\ndisallow: /b",
    "/a",
    false,
  ],
  ["star groups are merged", `${A}disallow: /a\n${A}disallow: /b`, "/a", false],
  ["a group with several names", "user-agent: other\nuser-agent: GalleyBot\ndisallow: /x", "/x", false],
  ["an empty line does not end a group", `user-agent: GalleyBot\n\ndisallow: /x`, "/x", false],
  [
    "a sitemap does not end a group",
    "user-agent: a\nsitemap: https://e.example/s.xml\nuser-agent: GalleyBot\ndisallow: /x",
    "/x",
    false,
  ],
  ["an unknown field does not end a group", `${A}noindex: /y\ndisallow: /x`, "/x", false],
  [
    "a crawl delay does not end the names",
    "user-agent: GalleyBot\ncrawl-delay: 2\nuser-agent: b\ndisallow: /x",
    "/x",
    false,
  ],
  ["rules before any name are nobody's", "disallow: /x\nuser-agent: *\ndisallow: /y", "/x", true],
  ["lines without a colon are skipped", `${A}disallow /x\ndisallow: /y`, "/x", true],
  ["CR line ends", "user-agent: *\rdisallow: /x\r", "/x", false],
  ["CRLF line ends", "user-agent: *\r\ndisallow: /x\r\n", "/x", false],
  ["a byte order mark", `\u{feff}${A}disallow: /x`, "/x", false],
  ["robots.txt itself", `${A}disallow: /`, "/robots.txt", true],
  ["a pattern without a slash", `${A}disallow: x`, "/x", true],
  ["an HTML page in its place", "<html><body>User-agent: *<br>Disallow: /</body></html>", "/x", true],
  ["useragent in one word", "useragent: *\ndisallow: /x", "/x", false],
];

for (const [name, robots, path, allowed] of CASES) {
  test(name, () => assert.equal(isAllowed(parseRobots(robots), `https://e.example${path}`), allowed));
}

test("the table has at least 40 cases", () => assert.ok(CASES.length >= 40));

test("what stands behind 500 KiB is not read", () => {
  const rule = new TextEncoder().encode(`${A}disallow: /early\n`);
  const late = new TextEncoder().encode("\ndisallow: /late\n");
  const file = new Uint8Array(ROBOTS_MAX_BYTES + late.length).fill(0x23);
  file.set(rule);
  file.set(late, ROBOTS_MAX_BYTES);
  const robots = parseRobots(file);
  assert.equal(isAllowed(robots, "https://e.example/early"), false);
  assert.equal(isAllowed(robots, "https://e.example/late"), true);
});

test("bytes with a byte order mark, and bytes that are no UTF-8", () => {
  const bytes = new Uint8Array([
    0xef,
    0xbb,
    0xbf,
    ...new TextEncoder().encode(`${A}disallow: /x\ndisallow: /`),
    0xff,
    0xfe,
  ]);
  assert.equal(isAllowed(parseRobots(bytes), "https://e.example/x"), false);
});

test("crawl delays and sitemaps", () => {
  const robots = parseRobots(
    "sitemap: https://e.example/a.xml\nuser-agent: *\ncrawl-delay: 1.5\nuser-agent: GalleyBot\ncrawl-delay: 4\ndisallow:\nSITEMAP:https://e.example/b.xml",
  );
  assert.deepEqual(robots.sitemaps, ["https://e.example/a.xml", "https://e.example/b.xml"]);
  assert.equal(crawlDelayMs(robots), 4000);
  assert.equal(crawlDelayMs(robots, "Other"), 1500);
  assert.equal(crawlDelayMs(parseRobots(`${A}crawl-delay: soon`)), null);
  assert.equal(crawlDelayMs(parseRobots("")), null);
});

test("hostile patterns take no time", () => {
  const robots = parseRobots(`${A}disallow: /${"*a".repeat(2000)}b$`);
  assert.equal(isAllowed(robots, `https://e.example/${"a".repeat(5000)}`), true);
});
