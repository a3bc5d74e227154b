import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHtml } from "../../../extractor/dom/parse-html.ts";
import { extractMetadata } from "../../../extractor/metadata/extract-metadata.ts";

/** Two paragraphs of one story: long enough to tell the language by. */
const PROSE = {
  en: "The wheel of the old mill turned for the first time in forty years, and half of the valley came to see whether it would hold. It has been the work of two sisters, who are not millers but carpenters, and they will open it to schools from May.",
  de: "Das Rad der alten Mühle drehte sich zum ersten Mal seit vierzig Jahren, und das halbe Tal kam, um zu sehen, ob es halten würde. Es ist die Arbeit von zwei Schwestern, die nicht Müllerinnen, sondern Zimmerleute sind, und den Schulen wird es im Mai geöffnet.",
  ru: "Колесо старой мельницы повернулось впервые за сорок лет, и половина долины пришла посмотреть, выдержит ли оно. Это работа двух сестёр, которые не мельники, а плотники, и с мая мельницу будут показывать школам.",
};
const GOODS =
  "Mill wheel, oak, diameter 3200 mm, width 900 mm, 24 buckets, shaft steel 120 mm, bearings bronze, ring gear iron 144 teeth, pinion 24 teeth, weight 1800 kg, colour natural, colour tarred, colour green, warranty 24 months, spare bucket oak, spare bucket larch, spare shaft, spare pinion, grease nipple 6 pieces, mounting set stainless, mounting set zinc";

interface Page {
  readonly prose: string;
  readonly html?: string;
  readonly head?: string;
  readonly body?: string;
}

function languageOf({ prose, html = "", head = "", body = "" }: Page): string | null {
  const twice = `<p>${prose}</p><p>${prose}</p>`;
  const page = `<!doctype html><html ${html}><head>${head}</head><body ${body}><main><h1>Mill</h1>${twice}</main></body></html>`;
  return extractMetadata(parseHtml(page, { url: null, engine: "slim" }), { url: null }).facts.inLanguage;
}
const og = (locale: string): string => `<meta property="og:locale" content="${locale}">`;

test("the language that a page claims is believed", () => {
  assert.equal(languageOf({ prose: PROSE.de, html: 'lang="de-AT"' }), "de-AT");
  assert.equal(languageOf({ prose: PROSE.de, body: 'lang="de"' }), "de");
  assert.equal(languageOf({ prose: PROSE.en, html: 'lang="en"' }), "en");
  assert.equal(languageOf({ prose: GOODS, html: 'lang="en-US"' }), "en-US");
  // Nothing is made of the text alone.
  assert.equal(languageOf({ prose: PROSE.de }), null);
});

test("a theme's English is not believed of prose in another language", () => {
  assert.equal(languageOf({ prose: PROSE.de, html: 'lang="en"', head: og("de_DE") }), "de-DE");
  assert.equal(languageOf({ prose: PROSE.de, html: 'lang="en"' }), null);
  assert.equal(languageOf({ prose: PROSE.ru, html: 'lang="en-US"' }), null);
  assert.equal(languageOf({ prose: PROSE.ru, html: 'lang="de"', head: og("ru_RU") }), "ru-RU");
});

test("of two claims English prose decides for English", () => {
  assert.equal(languageOf({ prose: PROSE.en, html: 'lang="de"', head: og("en_GB") }), "en-GB");
  assert.equal(languageOf({ prose: PROSE.de, html: 'lang="de"', head: og("en_US") }), "de");
});

test("the element that holds the headline says its language, not a banner's", () => {
  const page = `<html lang="en"><body><header lang="fr"><p>Bonjour</p></header><article lang="de"><h1>Die Mühle dreht sich</h1><p>${PROSE.de}</p></article></body></html>`;
  const { facts } = extractMetadata(parseHtml(page, { url: null, engine: "slim" }), { url: null });
  assert.equal(facts.inLanguage, "de");
});
