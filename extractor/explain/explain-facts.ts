import type { ArticleFacts, Extraction } from "../../types.ts";
import { escapeHtml } from "./escape-html.ts";

interface ShownFact {
  readonly field: keyof ArticleFacts;
  readonly label: string;
  readonly show: (facts: ArticleFacts) => string | null;
}

/** The facts that are shown, in order; each is left out when the page does not state it. */
const SHOWN: readonly ShownFact[] = [
  { field: "headline", label: "Headline", show: ({ headline }) => headline },
  { field: "alternativeHeadline", label: "Other headline", show: (facts) => facts.alternativeHeadline },
  { field: "description", label: "Description", show: ({ description }) => description },
  { field: "author", label: "Author", show: ({ author }) => joined(author.map(({ name }) => name)) },
  { field: "publisher", label: "Publisher", show: ({ publisher }) => publisher?.name ?? null },
  { field: "datePublished", label: "Published", show: (facts) => facts.datePublished },
  { field: "dateModified", label: "Modified", show: (facts) => facts.dateModified },
  { field: "dateline", label: "Dateline", show: ({ dateline }) => dateline },
  { field: "articleSection", label: "Section", show: (facts) => facts.articleSection },
  { field: "keywords", label: "Keywords", show: ({ keywords }) => joined(keywords) },
  { field: "inLanguage", label: "Language", show: (facts) => facts.inLanguage },
  { field: "@type", label: "Type", show: (facts) => facts["@type"] },
  { field: "canonicalUrl", label: "Canonical URL", show: (facts) => facts.canonicalUrl },
  {
    field: "image",
    label: "Images",
    show: ({ image }) =>
      joined(image.map(({ url, caption }) => (caption === null ? url : `${url} (${caption})`))),
  },
  {
    field: "isAccessibleForFree",
    label: "Free to read",
    show: (facts) => (facts.isAccessibleForFree === null ? null : facts.isAccessibleForFree ? "yes" : "no"),
  },
];

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(", ");
}

/** What is known of the article, each fact with where it came from. */
export function explainFacts(extraction: Extraction): string {
  const rows = SHOWN.flatMap(({ field, label, show }) => {
    const value = show(extraction);
    const source = extraction.extraction.fieldSources[field] ?? "";
    return value === null
      ? []
      : [
          `<tr><th scope="row">${label}</th><td dir="auto">${escapeHtml(value)}</td><td>${escapeHtml(source)}</td></tr>`,
        ];
  });
  return rows.length === 0
    ? ""
    : `<h2>What the page says of itself</h2>\n<table class="facts"><tbody>\n${rows.join("\n")}\n</tbody></table>`;
}
