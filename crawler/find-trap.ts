/** Signs that a URL belongs to an endless space of generated addresses, found in the URL alone. */

/** Longer URLs are nested redirects or piled-up parameters; articles' stay under 300 characters. */
const MAX_URL_LENGTH = 2_000;
/** Deeper paths come from relative links that resolve into themselves. */
const MAX_SEGMENTS = 16;
/** Faceted searches combine filters without end; articles have at most a few parameters. */
const MAX_PARAMETERS = 8;
/** The same segment this often in one path: a relative link that repeats itself. */
const MAX_SAME_SEGMENT = 3;
/** Pages of a listing beyond this are seldom news, and some sites serve them for every number. */
const MAX_PAGE_NUMBER = 1_000;
/** Calendars go on for ever in both directions; no page of a news site is older than the Web. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2050;

/** Different queries for one path that a crawl follows, and different days of one calendar. */
const QUERIES_PER_PATH = 200;
const DAYS_PER_CALENDAR = 400;

function repeatedSegment(segments: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const segment of segments) {
    const count = (counts.get(segment) ?? 0) + 1;
    counts.set(segment, count);
    if (count >= MAX_SAME_SEGMENT && !/^\d{1,2}$/u.test(segment)) return segment;
  }
  return null;
}

/** A year in a calendar's address: `/calendar/2199/01`, `?year=2199`, `?date=2199-01-01`, `/events/2199-01/`. */
function calendarYear(url: URL): number | null {
  const inQuery =
    /[?&](?:[a-z_]*(?:date|day|month|year|cal|from|to)[a-z_]*)=(?<year>\d{4})(?=$|[-/&]|\d{2})/iu.exec(
      url.search,
    );
  const inPath = /\/(?<year>\d{4})(?:[-/](?:0?[1-9]|1[0-2]))(?=$|[-/])/u.exec(url.pathname);
  const year = inQuery?.groups?.["year"] ?? inPath?.groups?.["year"];
  return year === undefined ? null : Number(year);
}

/** Why the URL should not be followed, in words, or null. */
export function findTrap(url: URL): string | null {
  if (url.href.length > MAX_URL_LENGTH) return `longer than ${MAX_URL_LENGTH} characters`;
  const segments = url.pathname.split("/").filter((segment) => segment !== "");
  if (segments.length > MAX_SEGMENTS) return `more than ${MAX_SEGMENTS} path segments`;
  const repeated = repeatedSegment(segments);
  if (repeated !== null) return `the path repeats "${repeated}"`;
  const names = [...url.searchParams.keys()];
  if (names.length > MAX_PARAMETERS) return `more than ${MAX_PARAMETERS} parameters`;
  if (new Set(names).size < names.length - 2) return "the query repeats a parameter";
  const page = /(?:[?&](?:page|p|paged|pg|offset_page)=|\/page\/)(?<number>\d+)(?:$|[/&])/iu.exec(url.href);
  if (Number(page?.groups?.["number"] ?? 0) > MAX_PAGE_NUMBER && !/[?&]p=/u.test(url.search)) {
    return `a listing's page beyond ${MAX_PAGE_NUMBER}`;
  }
  const year = calendarYear(url);
  return year !== null && (year < FIRST_YEAR || year > LAST_YEAR) ? `a calendar's year ${year}` : null;
}

/**
 * The space of generated addresses a URL may belong to, and how many of it a crawl should follow. The frontier
 * counts by `key`; a URL that belongs to no such space has none.
 */
export function trapBudget(url: URL): { readonly key: string; readonly limit: number } | null {
  const shape = url.pathname.replace(/\d+/gu, "#");
  const calendar = /(?:calendar|kalend|events?|agenda|archive)/iu.test(url.pathname + url.search);
  if (calendar && calendarYear(url) !== null) {
    return { key: `calendar ${url.host}${shape}`, limit: DAYS_PER_CALENDAR };
  }
  // A lone numeric id is how small sites address articles: ?id=123 is no space of filters.
  if (url.search === "" || /^\?(?:id|p|story|article|news|item|nid|aid|newsid)=[\w-]+$/iu.test(url.search))
    return null;
  return { key: `query ${url.host}${url.pathname}`, limit: QUERIES_PER_PATH };
}
