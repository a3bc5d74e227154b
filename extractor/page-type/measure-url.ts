/** Words in a path (or at the front of a host name) that say what lies below them, by kind of page. */
const PATH_WORDS: Readonly<Record<string, RegExp>> = {
  urlArticle:
    /^(?:blogs?|news|articles?|posts?|stor(?:y|ies)|artikel|beitrag|magazine?|aktuell(?:es)?|actualit\w*|noticias?|notizie|insights?|opinion|press\w*|presse\w*|features?|reviews?|learn|resources?|recipes?|rezepte?)$/,
  urlForum:
    /^(?:forums?|threads?|topics?|t|viewtopic|showthread|questions?|q|community|communities|discussions?|boards?|comments|foren|foro|groups?)(?:\.\w+)?$/,
  urlDocs:
    /^(?:docs?|documentation|api|apis|reference|references|manual|handbook|tutorials?|man|wiki|help|kb|support|developers?|latest|stable|v?\d+(?:\.[\dx]+)+|getting-started|quickstart|guides?)$/,
  urlProduct: /^(?:products?|p|dp|item|items|shop|store|produkte?|prod|buy|sku)$/,
  urlCollection:
    /^(?:collections?|c|category|categories|kategorie|cat|catalog|departments?|browse|shop-all|brands?)$/,
  urlListing:
    /^(?:tags?|topic|topics|archives?|search|directory|list|lists|listings?|jobs|events|all|index|page|best|top|find|results)$/,
  urlService:
    /^(?:services?|solutions?|about|about-us|pricing|contact|leistungen|industries|company|why-us|products-services|platform|use-cases|locations?|careers|team|faq)$/,
};

function countWords(words: readonly string[], pattern: RegExp): number {
  return words.filter((word) => pattern.test(word)).length;
}

const ROOT_FILE = /^\/(?:(?:index|default|home)\.\w{2,5})?$/i;

/** The front door of a site: nothing in its URL says which page is meant. */
function isRoot(url: URL | null): boolean {
  return url !== null && ROOT_FILE.test(url.pathname) && url.search === "";
}

/** The shape of a URL as numbers. Nothing in it names a site. */
export function measureUrl(url: string | null): Record<string, number> {
  const parsed = url === null ? null : URL.parse(url);
  const segments = (parsed?.pathname ?? "")
    .toLowerCase()
    .split("/")
    .filter((part) => part !== "");
  const last = (segments.at(-1) ?? "").replace(/\.\w{2,5}$/, "");
  const front = (parsed?.hostname ?? "")
    .split(".")
    .slice(0, -2)
    .filter((label) => label !== "www");
  const before = [...front, ...segments.slice(0, -1)];
  const measures: Record<string, number> = {
    urlDepth: segments.length,
    urlRoot: Number(isRoot(parsed)),
    urlSlugWords: last === "" ? 0 : last.split(/[-_]+/).length,
    urlSlugLength: last.length,
    urlDigits: Number(/\d{4,}/.test(last)),
    urlDate: Number(/(?:19|20)\d\d[/_-]?(?:0[1-9]|1[0-2])/.test(parsed?.pathname ?? "")),
    urlExtension: Number(/\.(?:html?|php|aspx?|jsp)$/.test(parsed?.pathname ?? "")),
    urlTrailingSlash: Number(segments.length > 0 && (parsed?.pathname.endsWith("/") ?? false)),
  };
  for (const [name, pattern] of Object.entries(PATH_WORDS)) {
    measures[name] = countWords(before, pattern);
    measures[`${name}Last`] = countWords([...last.split(/[-_]+/), last], pattern);
  }
  return measures;
}
