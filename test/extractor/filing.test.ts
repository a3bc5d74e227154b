import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { extract } from "../../extractor/extract.ts";
import { readDateline } from "../../extractor/read-dateline.ts";

const URL_OF_PAGE = "https://islander.example/news/story";
const PARAGRAPHS = [
  "The lock keeper at Weir End closed the upper gate at noon on Friday and did not open it again until the otters had gone.",
  "She had counted five of them, two adults and three young, asleep on the gear wheel. The boats waited for two hours, and nobody complained.",
  "From November the gate is opened by hand. Nobody minds: the winter boats are few, and their skippers bring coffee and the news from upriver.",
];
const [first, second, third] = PARAGRAPHS.map((text) => `<p>${text}</p>`);

const page = (inner: string, before = ""): string =>
  `<html lang="en"><head><title>Otters close the upper gate</title></head><body>${before}<article><h1>Otters close the upper gate</h1>${inner}</article></body></html>`;

test("captions and credits go to the picture that they stand under", () => {
  const html = page(`${first}
    <figure><img src="/img/wheel.jpg" alt=""><figcaption>Three young on the wheel <span class="credit">Photo: A. Roe</span></figcaption></figure>
    ${second}
    <div><img src="/img/gate.jpg" alt=""></div><p class="caption">The gate at noon</p><p class="photo-credit">J. Poe / Weir Press</p>
    ${third}`);
  const { image, articleBody } = extract({ html, url: URL_OF_PAGE });
  assert.deepEqual(image, [
    {
      url: "https://islander.example/img/wheel.jpg",
      caption: "Three young on the wheel",
      creditText: "Photo: A. Roe",
    },
    {
      url: "https://islander.example/img/gate.jpg",
      caption: "The gate at noon",
      creditText: "J. Poe / Weir Press",
    },
  ]);
  assert.equal(articleBody, PARAGRAPHS.join("\n\n"));
});

test("a caption above its picture, one of a claimed picture, and text that is no caption of any", () => {
  const html = page(
    `${first}<p class="caption">The gate at noon</p><div><img src="/img/gate-800x600.jpg?w=3" alt=""></div>
    ${second}<p>Between two pictures.</p><p class="caption">Lost without a picture</p>${third}
    <aside><img src="/ad.jpg" alt=""><p class="caption">Buy a wheel</p></aside>`,
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Otters close the upper gate","image":"https://islander.example/img/gate.jpg"}</script>`,
  );
  assert.deepEqual(extract({ html, url: URL_OF_PAGE }).image, [
    { url: "https://islander.example/img/gate.jpg", caption: "The gate at noon", creditText: null },
  ]);
});

test("a caption that its figure gave with the credit apart is not said twice", () => {
  const figure = `<figure><img src="/img/gate.jpg" width="1200" height="800" alt=""><figcaption><span class="caption">The gate at noon.</span> <span class="credit">J. Poe / Weir Press</span></figcaption></figure>`;
  const { image, extraction } = extract({
    html: page(`${figure}${first}${second}${third}`),
    url: URL_OF_PAGE,
  });
  assert.deepEqual(image, [
    {
      url: "https://islander.example/img/gate.jpg",
      caption: "The gate at noon.",
      creditText: "J. Poe / Weir Press",
    },
  ]);
  assert.equal(extraction.fieldSources["image"], "figure");
});

test("the breadcrumb's last section becomes the section, unless the page names one itself", () => {
  const html = readFileSync(
    new URL("../fixtures/passes/breadcrumb-navigation/page.html", import.meta.url),
    "utf8",
  );
  const { articleSection, extraction } = extract({ html, url: URL_OF_PAGE });
  assert.equal(articleSection, "Harbour");
  assert.equal(extraction.fieldSources["articleSection"], "breadcrumb");
  const named = extract({
    html: html.replace("</head>", `<meta property="article:section" content="Ferries"></head>`),
    url: URL_OF_PAGE,
  });
  assert.equal(named.articleSection, "Ferries");
  const path = `<div><a href="/">Home</a> › <a href="/rivers">Rivers &amp; Locks</a> › Otters close the…</div>`;
  assert.equal(
    extract({ html: page(PARAGRAPHS.map((text) => `<p>${text}</p>`).join(""), path), url: URL_OF_PAGE })
      .articleSection,
    "Rivers & Locks",
  );
});

test("a dateline is a fact and stays in the text; --drop takes it out", () => {
  const text = `WEIR END, Nov. 6 (Wire) — ${PARAGRAPHS[0]}`;
  const html = page(`<p>${text}</p>${second}${third}`);
  const kept = extract({ html, url: URL_OF_PAGE });
  assert.equal(kept.dateline, "WEIR END, Nov. 6");
  assert.equal(kept.extraction.fieldSources["dateline"], "text");
  assert.ok(kept.articleBody.startsWith(text));
  const dropped = extract({ html, url: URL_OF_PAGE }, { drop: ["dateline"] });
  assert.equal(dropped.dateline, "WEIR END, Nov. 6");
  assert.equal(dropped.articleBody, PARAGRAPHS.join("\n\n"));
  assert.ok(!dropped.markdown.includes("WEIR END") && !dropped.html.includes("WEIR END"));
  assert.deepEqual(
    dropped.extraction.removed
      .filter(({ type }) => type === "dateline")
      .map((block) => [block.rule, block.text]),
    [["dateline", "WEIR END, Nov. 6 (Wire) —"]],
  );
});

test("datelines in the forms of many languages", () => {
  const forms: readonly (readonly [text: string, dateline: string])[] = [
    ["WASHINGTON – The gate", "WASHINGTON"],
    ["LONDON, U.K. – The gate", "LONDON, U.K."],
    ["NEW YORK-- The gate", "NEW YORK"],
    ["New Delhi, March 3 (PTI) The gate", "New Delhi, March 3"],
    ["Berlin (dpa) - Das Tor", "Berlin"],
    ["Hamburg/Kiel (dpa/lno) – Das Tor", "Hamburg/Kiel"],
    ["PARIS, 3 mars (Reuters) - La porte", "PARIS, 3 mars"],
    ["Madrid, 3 mar (EFE).- La puerta", "Madrid, 3 mar"],
    ["MADRID.- La puerta", "MADRID"],
    ["(ANSA) - ROMA, 03 MAR - La porta", "ROMA, 03 MAR"],
    ["Lisboa, 03 mar 2026 (Lusa) – A porta", "Lisboa, 03 mar 2026"],
    ["AMSTERDAM (ANP) - De poort", "AMSTERDAM"],
    ["Warszawa (PAP) – Brama", "Warszawa"],
    ["КИЇВ. 3 березня. УНН. Ворота", "КИЇВ, 3 березня"],
    ["МОСКВА, 3 мар — РИА Новости. Ворота", "МОСКВА, 3 мар"],
    ["ANKARA (AA) - Kapı", "ANKARA"],
    ["Oslo (NTB): Porten", "Oslo"],
    ["【東京=山田太郎】水門は", "東京"],
    ["新华社北京3月3日电（记者李明）水门", "北京 3月3日"],
    ["（吉隆坡3日讯）水门", "吉隆坡 3日"],
    ["（中央社記者王小明台北3日電）水門", "台北 3日"],
    ["(서울=연합뉴스) 홍길동 기자 = 수문은", "서울"],
    ["القاهرة (رويترز) - البوابة", "القاهرة"],
  ];
  for (const [text, dateline] of forms) assert.equal(readDateline(text)?.dateline, dateline, text);
});

test("what looks like a dateline and is none", () => {
  for (const text of [
    "BREAKING — The gate is shut.",
    "NASA - the agency that flies - has otters.",
    "Jane Roe (35) - a lock keeper - shut the gate.",
    "Otters (of the river kind) – five of them – slept.",
    "THE GATE - IS SHUT",
    "【独自】水門は",
    "X-ray machines stand in the lock house.",
    "WASHINGTON – ",
  ]) {
    assert.equal(readDateline(text), null, text);
  }
});
