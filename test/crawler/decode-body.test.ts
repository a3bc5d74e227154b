import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeBody } from "../../crawler/decode-body.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
const bytes = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))));

const meta = (charset: string): Uint8Array => latin(`<meta charset="${charset}"><p>`);

/** "Слово" in windows-1251, "기사" in EUC-KR, "新聞" in Shift_JIS. */
const CP1251 = [0xd1, 0xeb, 0xee, 0xe2, 0xee];
const EUC_KR = [0xb1, 0xe2, 0xbb, 0xe7];
const SHIFT_JIS = [0x90, 0x56, 0x95, 0xb7];

const CASES: readonly (readonly [
  name: string,
  body: Uint8Array,
  header: string | null,
  charset: string,
  text: string,
])[] = [
  ["header", bytes(CP1251), "text/html; charset=windows-1251", "windows-1251", "Слово"],
  ["header in quotes", bytes(CP1251), 'text/html; charset="windows-1251"', "windows-1251", "Слово"],
  ["header in upper case", bytes(CP1251), "Text/HTML;CHARSET=CP1251", "windows-1251", "Слово"],
  ["meta", bytes(meta("windows-1251"), CP1251), "text/html", "windows-1251", "Слово"],
  [
    "meta http-equiv",
    bytes(latin('<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">'), EUC_KR),
    null,
    "euc-kr",
    "기사",
  ],
  [
    "a late meta",
    bytes(latin(`<!--${"x".repeat(3000)}-->`), meta("shift_jis"), SHIFT_JIS),
    null,
    "shift_jis",
    "新聞",
  ],
  [
    "header before meta",
    bytes(meta("utf-8"), SHIFT_JIS),
    "text/html; charset=shift_jis",
    "shift_jis",
    "新聞",
  ],
  [
    "an unknown header charset leaves it to meta",
    bytes(meta("euc-kr"), EUC_KR),
    "text/html; charset=klingon",
    "euc-kr",
    "기사",
  ],
  [
    "BOM before header",
    bytes([0xef, 0xbb, 0xbf], utf8("Слово")),
    "text/html; charset=windows-1251",
    "utf-8",
    "Слово",
  ],
  [
    "UTF-16 by BOM",
    bytes([0xff, 0xfe], new Uint8Array(Buffer.from("Слово", "utf16le"))),
    null,
    "utf-16le",
    "Слово",
  ],
  ["nothing declared, ASCII", latin("plain"), null, "windows-1252", "plain"],
  ["nothing declared, Latin", latin("caf\u00e9"), null, "windows-1252", "café"],
  ["nothing declared, UTF-8", utf8("Слово"), null, "utf-8", "Слово"],
  [
    "ISO-8859-1 header over UTF-8 bytes",
    utf8("Слово і café"),
    "text/html; charset=ISO-8859-1",
    "utf-8",
    "Слово і café",
  ],
  ["windows-1251 meta over UTF-8 bytes", bytes(meta("windows-1251"), utf8("Їжак")), null, "utf-8", "Їжак"],
  [
    "EUC-KR header over much UTF-8",
    utf8("기사 본문은 여기에서 시작합니다 그리고 계속"),
    "text/html; charset=euc-kr",
    "utf-8",
    "기사 본문은 여기에서 시작합니다 그리고 계속",
  ],
  [
    "a true Latin-1 header stays",
    latin("caf\u00e9 au lait"),
    "text/html; charset=iso-8859-1",
    "windows-1252",
    "café au lait",
  ],
  [
    "one broken byte is no UTF-8",
    bytes(utf8("Слово"), [0xff]),
    "text/html; charset=utf-8",
    "utf-8",
    "Слово\u{fffd}",
  ],
  [
    "iso-2022-jp is not second-guessed",
    bytes([0x1b, 0x24, 0x42, 0x3f, 0x37, 0x1b, 0x28, 0x42]),
    "text/html; charset=iso-2022-jp",
    "iso-2022-jp",
    "新",
  ],
];

for (const [name, body, header, charset, text] of CASES) {
  test(name, () => {
    const decoded = decodeBody(body, header);
    assert.equal(decoded.charset, charset);
    assert.ok(decoded.html.endsWith(text), decoded.html.slice(-60));
    assert.ok(!decoded.html.startsWith("\u{feff}"));
  });
}

test("an empty body", () => assert.equal(decodeBody(new Uint8Array(), null).html, ""));
