import type { Metadata } from "../metadata/extract-metadata.ts";
import { isDated } from "../metadata/is-dated.ts";

const SCHEMA: Readonly<Record<string, RegExp>> = {
  schemaArticle: /^(?:\w*Article|\w*Posting|Report|Recipe|Review)$/,
  schemaNews: /^(?:NewsArticle|ReportageNewsArticle|BlogPosting)$/,
  schemaTech: /^(?:TechArticle|APIReference|SoftwareSourceCode|HowTo)$/,
  schemaForum: /^(?:DiscussionForumPosting|QAPage|Question|Answer|Comment|UserComments)$/,
  schemaProduct: /^(?:Product|Offer|AggregateOffer|ProductGroup|SoftwareApplication)$/,
  schemaRating: /^AggregateRating$/,
  schemaList: /^(?:ItemList|CollectionPage|SearchResultsPage|Blog|OfferCatalog)$/,
  schemaBusiness:
    /^(?:LocalBusiness|Service|ProfessionalService|\w*Business|Store|PostalAddress|ContactPoint|ContactPage|AboutPage)$/,
  schemaFaq: /^FAQPage$/,
  schemaPerson: /^Person$/,
  schemaEvent: /^(?:Event|Course|JobPosting|VideoObject)$/,
};

/** What the page's metadata claims of itself, as numbers. */
export function measureClaims({ facts, sources, kind }: Metadata): Record<string, number> {
  const type = kind.openGraphType ?? "";
  const words = (facts.headline ?? "").split(/\s+/).filter((word) => word !== "").length;
  const measures: Record<string, number> = {
    ogArticle: Number(/article|blog|post/.test(type)),
    ogWebsite: Number(type === "website"),
    ogProduct: Number(/product/.test(type)),
    ogNone: Number(type === ""),
    hasAuthor: Number(facts.author.length > 0),
    claimsAuthor: Number(/json-ld|meta|open-graph/.test(sources["author"] ?? "")),
    hasDate: Number(isDated({ facts, sources })),
    claimsDate: Number(/json-ld|meta|open-graph/.test(sources["datePublished"] ?? "")),
    seesAuthor: Number(sources["author"] === "byline"),
    seesDate: Number(sources["datePublished"] === "visible-date"),
    urlDateOnly: Number(sources["datePublished"] === "url"),
    schemaTypes: kind.schemaTypes.length,
    keywords: facts.keywords.length,
    hasModified: Number(facts.dateModified !== null),
    hasSection: Number(facts.articleSection !== null),
    headlineWords: words,
    headlineShown: Number(sources["headline"] === "heading"),
    headlineQuestion: Number(/[?？]/.test(facts.headline ?? "")),
    headlineNumber: Number(/\d/.test(facts.headline ?? "")),
    mainArticle: Number(/Article|Posting/.test(facts["@type"] ?? "")),
    generatorBlog: Number(/wordpress|blogger|ghost|hugo|jekyll/.test(kind.generator ?? "")),
    generatorDocs: Number(
      /docusaurus|sphinx|mkdocs|gitbook|vitepress|mintlify|doxygen|docutils|asciidoctor|nextra|mediawiki/.test(
        kind.generator ?? "",
      ),
    ),
    generatorForum: Number(
      /discourse|vbulletin|xenforo|phpbb|flarum|invision|nodebb|vanilla|smf|mybb/.test(kind.generator ?? ""),
    ),
    generatorShop: Number(/shop|commerce|magento|prestashop/.test(kind.generator ?? "")),
  };
  for (const [name, pattern] of Object.entries(SCHEMA)) {
    measures[name] = Number(kind.schemaTypes.some((schemaType) => pattern.test(schemaType)));
  }
  return measures;
}
