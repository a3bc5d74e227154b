import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../extractor/extract.ts";

const STORY = [
  "V sobotu otevřeli v Lhotce mlýn, který stál padesát let. Nejstarší pamětník přinesl pytel žita a trval na tom, že bude první na řadě.",
  "Kolo opravili tesaři z vedlejší vesnice za dva sudy piva a slib, že mouku dostanou každé Vánoce až do konce století.",
  "Čtěte návod odspodu, radil jim mlynář, který se řemeslo naučil z knihy bez první poloviny a bez obálky.",
  "Voda tekla málo, ale tekla. Kolem poledne se první hrst mouky sesypala do dlaní starostky a ta ji rozfoukala po fotografech.",
  "Příští mletí je v pátek. Kdo přijde pozdě, bude nosit pytle, a kdo přijde včas, bude je nosit také.",
];
const FURNITURE = ["Aktualizováno: 14. 5. 2026 10:40", "REKLAMA", "Doba čtení: 4 minuty"];
const RELATED = `<p><strong>Čtěte také:</strong> <a href="/zpravy/most">Most v Lhotce bude zavřený</a></p>`;

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("");

test("a cell that holds the page's text is no cell of a table", () => {
  const column = `<h1>Mlýn v Lhotce zase mele</h1>${paragraphs(FURNITURE)}${paragraphs(STORY.slice(0, 3))}${RELATED}${paragraphs(STORY.slice(3))}`;
  const html = `<html lang="cs"><title>Mlýn v Lhotce zase mele</title><body><table><tr><td>Menu</td><td>${column}</td></tr></table></body></html>`;
  for (const model of ["none", "blocks"] as const) {
    const { articleBody } = extract({ html, url: "https://list.example/2026/05/14/mlyn" }, { model });
    assert.deepEqual(articleBody.split("\n\n"), STORY, model);
  }
});

test("cells of data keep what would be a label elsewhere", () => {
  const rows = [
    ["Reklama", "4 minuty"],
    ["Aktualizováno", "14. 5. 2026 10:40"],
  ];
  const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  const html = `<html lang="cs"><title>Vysílání</title><body><article><h1>Vysílání</h1>${paragraphs(STORY)}<table>${table}</table></article></body></html>`;
  const { articleBody } = extract({ html, url: "https://list.example/vysilani" }, { model: "none" });
  for (const cell of rows.flat()) assert.ok(articleBody.includes(cell), cell);
});
