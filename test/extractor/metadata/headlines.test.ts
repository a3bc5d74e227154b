import assert from "node:assert/strict";
import { test } from "node:test";
import { LONG_BODY, metadataOf } from "./facts-of.ts";

interface Case {
  readonly name: string;
  readonly head: string;
  readonly body: string;
  readonly headline: string;
}

const CASES: readonly Case[] = [
  {
    name: "a headline that names the site is not the site's name",
    head: "<title>Gazette readers name their favourite mill of the valley - Gazette</title>",
    body: "<h3>Your basket</h3><h1>Gazette readers name their favourite mill of the valley</h1>",
    headline: "Gazette readers name their favourite mill of the valley",
  },
  {
    name: "a heading cut short is completed",
    head: '<meta property="og:title" content="The mill that never stopped, not even in the drought">',
    body: "<h1>The mill that never stopped, not even in...</h1>",
    headline: "The mill that never stopped, not even in the drought",
  },
  {
    name: "a kicker in an element of its own goes, where the head parts it from the headline",
    head: "<title>On the river: The mill turns again | Gazette</title>",
    body: "<h1><span>On the river</span> <span>The mill turns again</span></h1>",
    headline: "The mill turns again",
  },
  {
    name: "a colon that the reader sees stays",
    head: "<title>On the river: The mill turns again | Gazette</title>",
    body: "<h1><span>On the river:</span> The mill turns again</h1>",
    headline: "On the river: The mill turns again",
  },
  {
    name: "what the head says first is looked for first",
    head: '<title>News - Gazette</title><meta property="og:title" content="The mill turns again">',
    body: "<h1>News</h1><h1>The mill turns again</h1>",
    headline: "The mill turns again",
  },
  {
    name: "the site's name before a colon, where the rest is a heading",
    head: "<title>The Weir Log: The mill turns again</title>",
    body: "<h3>The mill turns again</h3>",
    headline: "The mill turns again",
  },
  {
    name: "the site's name with accents, which its address has not, behind a line as a bar",
    head: "<title>The mill turns again │ Gazétte</title>",
    body: "",
    headline: "The mill turns again",
  },
  {
    name: "capitals are how a heading is set",
    head: '<meta property="og:title" content="The mill turns again">',
    body: "<h1>THE MILL TURNS AGAIN</h1>",
    headline: "The mill turns again",
  },
  {
    name: "capitals stay where nobody spells it otherwise",
    head: "<title>THE MILL TURNS AGAIN</title>",
    body: "<h1>THE MILL TURNS AGAIN</h1>",
    headline: "THE MILL TURNS AGAIN",
  },
  {
    name: "the site's name behind a mark that parts nothing else",
    head: '<title>The mill turns again < Gazette of Weirs</title><meta property="og:site_name" content="Gazette of Weirs">',
    body: "",
    headline: "The mill turns again",
  },
  {
    name: "sections behind a bar go",
    head: "<title>The mill turns again | Rivers | The Weekly of Five Valleys</title>",
    body: "",
    headline: "The mill turns again",
  },
  {
    name: "a short word before a bar is no headline",
    head: "<title>Rivers | The mill turns again</title>",
    body: "",
    headline: "Rivers | The mill turns again",
  },
  {
    name: "the mark of a permanent link is no part of a heading, a sharp is",
    head: "<title>Mills in C# — Handbook of Wheels</title>",
    body: "<h1>Handbook of Wheels</h1><h1>Mills in C#<a href='#x'>¶</a></h1>",
    headline: "Mills in C#",
  },
  {
    name: "a date over a day's posts is no headline",
    head: "<title>gazette.example The mill</title>",
    body: "<h1>gazette.example</h1><h2>December 16, 2025</h2><h3>The mill</h3>",
    headline: "The mill",
  },
];

for (const { name, head, body, headline } of CASES)
  test(name, () => {
    assert.equal(metadataOf({ head, body: `${body}${LONG_BODY}` }).facts.headline, headline);
  });

test("comments on a headline are not the headline that the page is judged by", () => {
  const { facts } = metadataOf({
    head: "<title>The mill turns again today</title>",
    body: `<h2>The mill turns again today</h2><p>By Mara Lindqvist</p>${LONG_BODY}<h3>12 comments on “The mill turns again today”</h3>`,
  });
  assert.deepEqual(
    facts.author.map(({ name }) => name),
    ["Mara Lindqvist"],
  );
});

test("a title of 200,000 parts is no title, and costs no more than another page", () => {
  // Each part compared with all others would take an hour.
  const head = `<title>${"wheel - ".repeat(200_000)}</title><meta property="og:site_name" content="Gazette">`;
  assert.equal(
    metadataOf({ head, body: `<h1>The mill turns again</h1>${LONG_BODY}` }).facts.headline,
    "The mill turns again",
  );
});
