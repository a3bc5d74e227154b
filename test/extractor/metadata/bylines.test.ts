import assert from "node:assert/strict";
import { test } from "node:test";
import { LONG_BODY, metadataOf } from "./facts-of.ts";

const namesIn = (body: string, head = "", url?: string): string[] =>
  metadataOf({ head, body, ...(url === undefined ? {} : { url }) }).facts.author.map(({ name }) => name);

const H1 = "<h1>Mill reopens</h1>";
const ld = (author: string, site = "Valley Gazette"): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Mill reopens", author: { name: author }, publisher: { name: site } })}</script>`;

const FOUND: readonly (readonly [string, string, readonly string[]])[] = [
  ["a line of its own at the end", `${H1}${LONG_BODY}<p><em>Von Greta Holm</em></p>`, ["Greta Holm"]],
  [
    "a label at the end",
    `${H1}${LONG_BODY}<p>Auteur : Odile Marchais</p><p>Édition : R. Vasseur</p>`,
    ["Odile Marchais"],
  ],
  [
    "a fact among others",
    `${H1}<div class="author-date">Datum: 3. Mai Autor: Greta Holm Quelle: Talbote</div>${LONG_BODY}`,
    ["Greta Holm"],
  ],
  [
    "further along on the line of the date",
    `${H1}<p>Stand: 03.05.2021 09:30 Uhr | Veröffentlicht am 2. Mai 2021 | von Greta van der Holm</p>${LONG_BODY}`,
    ["Greta van der Holm"],
  ],
  [
    "behind the day in words",
    `${H1}<p>Posted on Monday, May 3rd, 2021 at 7:40am by Mara Lindqvist</p>${LONG_BODY}`,
    ["Mara Lindqvist"],
  ],
  [
    "behind a day with a dash",
    `${H1}<p>Publié le 03/05/2021 à 07:40 - Par Odile Marchais</p>${LONG_BODY}`,
    ["Odile Marchais"],
  ],
  ["behind the source", `${H1}<p>2021-05-03 07:40 来源：江湾日报 作者：陈晓雯</p>${LONG_BODY}`, ["陈晓雯"]],
  ["before the day", `${H1}<p>记者 陈晓雯、何小溪 2021年05月03日07:40</p>${LONG_BODY}`, ["陈晓雯", "何小溪"]],
  [
    "before the day and its label",
    `${H1}<p>한지우 기자 입력 2021.05.03 07:40 수정 2021.05.04 09:00</p>${LONG_BODY}`,
    ["한지우"],
  ],
  [
    "an editor and an update behind the name",
    `${H1}<p>Written by: Mara Lindqvist Edited by: Theo Abara Updated: May 05, 2021, 07:40 AM IST</p>${LONG_BODY}`,
    ["Mara Lindqvist"],
  ],
  [
    "the foot of a heading's box, which systems call a footer",
    `<div class="news">${H1}<div class="footer"><p><span class="author">Von Greta Holm</span></p></div><div class="text">${LONG_BODY}</div></div>`,
    ["Greta Holm"],
  ],
  ["a day with a place behind it", `${H1}<p>3 May 2021 | From the Mill House</p>${LONG_BODY}`, []],
  [
    "a line of its own in lower case",
    `${H1}<p>de Ana Pop și Ion Rusu</p>${LONG_BODY}`,
    ["Ana Pop", "Ion Rusu"],
  ],
  [
    "the rest of a sentence behind a link",
    `${H1}<p><a href="/x">Hotel</a> de Ana Pop și Ion Rusu</p>${LONG_BODY}`,
    [],
  ],
  ["a date before it", `${H1}<p>03.05.2021 9:30 Uhr | von Greta Holm</p>${LONG_BODY}`, ["Greta Holm"]],
  [
    "a name with the role between it and the date",
    `${H1}<div>Odile Marchais</div><div>Correspondante en Bretagne</div><div>Publié le 3 mai 2021</div>${LONG_BODY}`,
    ["Odile Marchais"],
  ],
  [
    "two names over the date",
    `${H1}<p>Femke de Wit en Joost van Dam</p><p>3 mei 2021, 09:30</p>${LONG_BODY}`,
    ["Femke de Wit", "Joost van Dam"],
  ],
  ["a section over the date", `${H1}<p>Local News</p><p>3 May 2021</p>${LONG_BODY}`, []],
  ["two sections over the date", `${H1}<p>Local News & Valley Life</p><p>3 May 2021</p>${LONG_BODY}`, []],
  [
    "the name in a box beside its label",
    `${H1}<div><div><p><strong>By</strong></p></div><div><p>Mara Lindqvist</p></div></div>${LONG_BODY}`,
    ["Mara Lindqvist"],
  ],
  [
    "the footer of the article, not the page's",
    `<article>${H1}${LONG_BODY}<footer><a rel="author" href="/a/mara">Mara Lindqvist</a></footer></article><footer><span class="author">Theo Abara</span></footer>`,
    ["Mara Lindqvist"],
  ],
  [
    "a box about the author",
    `${H1}${LONG_BODY}<div class="author-box"><img src="/m.jpg"><h4>Mara Lindqvist</h4><p>Mara writes about rivers.</p></div>`,
    ["Mara Lindqvist"],
  ],
  [
    "the account that began a thread",
    `${H1}<div class="post"><a class="username" href="/u/1">millrace77</a><p>Does it turn again?</p></div><div class="post"><a class="username" href="/u/2">heron</a><p>It does.</p></div>`,
    ["millrace77"],
  ],
  [
    "who asked, in microdata",
    `<div itemscope itemtype="https://schema.org/Question"><h1 itemprop="name">Does the mill turn again?</h1><div itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">millrace77</span></div></div><div itemscope itemtype="https://schema.org/Answer"><div itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">heron</span></div></div>`,
    ["millrace77"],
  ],
];

const NOT_FOUND: readonly (readonly [string, string])[] = [
  [
    "cards of other articles",
    `${H1}${LONG_BODY}<div><p>By Theo Abara</p></div><div><p>By June Ostrow</p></div>`,
  ],
  ["prose that begins like a byline", `${H1}${LONG_BODY}<p>By Monday Morning</p><p>By Tuesday Evening</p>`],
  ["the headline", `<h1>Von Wehren, Mühlen und Menschen</h1>${LONG_BODY}`],
  ["a button", `${H1}<p>Text vorlesen <span>Stop</span> <span>Pause</span></p>${LONG_BODY}`],
  ["a category", `${H1}<p>Veröffentlicht in <a href="/c">Flüsse</a></p>${LONG_BODY}`],
  [
    "a field that asks for a name",
    `${H1}${LONG_BODY}<div class="username"><label>Email address</label><input></div>`,
  ],
  [
    "what a box says of an account",
    `${H1}${LONG_BODY}<div class="post-username">heron (12) – opinion of a verified rower</div>`,
  ],
  ["the licence of a picture", `${H1}<span class="license-author">Theo Abara</span>${LONG_BODY}`],
];

for (const [name, body, authors] of FOUND)
  test(`found: ${name}`, () => {
    assert.deepEqual(namesIn(body), authors);
  });

for (const [name, body] of NOT_FOUND)
  test(`not taken for an author: ${name}`, () => {
    assert.deepEqual(namesIn(body), []);
  });

const BYLINE = '<div class="byline">By Mara Lindqvist</div>';

test("a person goes before an agency, an address, a newsroom, a company", () => {
  for (const house of ["GPA", "www-valley.example.com", "Redaktion", "Talbote Verlag GmbH"])
    assert.deepEqual(namesIn(`${H1}${BYLINE}${LONG_BODY}`, ld(house)), ["Mara Lindqvist"], house);
  assert.deepEqual(namesIn(`${H1}${LONG_BODY}`, ld("GPA")), ["GPA"]);
});

test("a site's name with an 'and' in it is not two people", () => {
  assert.deepEqual(namesIn(`${H1}${BYLINE}${LONG_BODY}`, ld("Kettle & Fig", "Kettle & Fig")), [
    "Mara Lindqvist",
  ]);
});
