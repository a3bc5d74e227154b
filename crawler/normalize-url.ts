/**
 * One spelling for each page, so that a page once seen is never fetched twice (RFC 3986 §6.2, WHATWG URL).
 *
 * Kept, because servers may tell them apart: the trailing slash, empty path segments, letter case in path and
 * query, the order of parameters (sorting would change what some servers answer; the URL that is compared is also
 * the URL that is fetched), parameters without a value, `+` against `%20`.
 */

/** Parameters that say where a visitor came from, never which page is meant. Compared in lower case. */
const TRACKING_PARAMETERS: ReadonlySet<string> = new Set([
  // Advertisement click identifiers
  "fbclid",
  "gclid",
  "gclsrc",
  "dclid",
  "gbraid",
  "wbraid",
  "msclkid",
  "yclid",
  "ysclid",
  "twclid",
  "ttclid",
  "li_fat_id",
  "epik",
  "igshid",
  "igsh",
  "rb_clickid",
  "s_kwcid",
  "srsltid",
  "irclickid",
  "wickedid",
  // Newsletters and marketing suites
  "mc_cid",
  "mc_eid",
  "mkt_tok",
  "_hsenc",
  "_hsmi",
  "__hssc",
  "__hstc",
  "__hsfp",
  "hsctatracking",
  "vero_id",
  "vero_conv",
  "oly_anon_id",
  "oly_enc_id",
  "ml_subscriber",
  "ml_subscriber_hash",
  "_ke",
  "ck_subscriber_id",
  // Analytics
  "_ga",
  "_gl",
  "wt_mc",
  "xtor",
  "_openstat",
  "__twitter_impression",
  "ref_src",
  "ref_url",
  "spm",
  "guccounter",
  "guce_referrer",
  "guce_referrer_sig",
]);

/** Families of such parameters. */
const TRACKING_PREFIXES = ["utm_", "mtm_", "matomo_", "piwik_", "pk_", "hsa_", "at_campaign", "at_medium"];

/** Parameters that carry a visitor's session whatever their value. */
const SESSION_PARAMETERS: ReadonlySet<string> = new Set([
  "phpsessid",
  "jsessionid",
  "aspsessionid",
  "cfid",
  "cftoken",
  "session_id",
  "sessionid",
  "sess_id",
  "osccsid",
  "zenid",
  "xtc_sid",
]);

/** Short names that are also used for sections and stories: a session only when the value is a long hash. */
const AMBIGUOUS_SESSION_PARAMETERS: ReadonlySet<string> = new Set(["sid", "s", "session", "sess"]);
const SESSION_HASH = /^(?:[0-9a-f]{24,}|[0-9a-v]{26}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/iu;

/** Session identifiers that servlet containers and ASP.NET put into the path. */
const PATH_SESSION = /;(?:jsessionid|phpsessid|sid)=[^/?#;]*|\/\(S\([0-9a-z]{24}\)\)(?=\/|$)/giu;

const UNRESERVED = /[A-Za-z0-9\-._~]/u;

/** Upper-case hexadecimal digits, and no encoding of unreserved characters (RFC 3986 §6.2.2.1 and §6.2.2.2). */
function normalizePercentEncoding(text: string): string {
  return text.replace(/%[0-9a-f]{2}/giu, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return UNRESERVED.test(character) ? character : triplet.toUpperCase();
  });
}

function isNoise(pair: string): boolean {
  if (pair === "") return true;
  const [rawName = "", ...rest] = pair.split("=");
  const name = rawName.toLowerCase();
  if (TRACKING_PARAMETERS.has(name) || SESSION_PARAMETERS.has(name)) return true;
  if (name.startsWith("aspsessionid")) return true;
  if (TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix))) return true;
  return AMBIGUOUS_SESSION_PARAMETERS.has(name) && SESSION_HASH.test(rest.join("="));
}

function normalizeQuery(search: string): string {
  // `&amp;` stands in links that were escaped twice.
  const pairs = normalizePercentEncoding(search.slice(1)).replaceAll("&amp;", "&").split("&");
  const kept = pairs.filter((pair) => !isNoise(pair));
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}

/**
 * The URL in the one spelling by which Galley knows a page: scheme and host in lower case, IDN as punycode, no
 * default port, no credentials, no final dot in the host, dot segments resolved, percent-encoding normalised,
 * no tracking or session parameters, no fragment. Normalising twice gives the same string.
 * @param url Absolute; a string must be parseable (see parse-url.ts for input from people).
 * @throws TypeError when a string is no absolute URL.
 */
export function normalizeUrl(url: string | URL): string {
  const normalized = new URL(typeof url === "string" ? url : url.href);
  normalized.username = "";
  normalized.password = "";
  normalized.hash = "";
  if (normalized.hostname.endsWith(".")) normalized.hostname = normalized.hostname.replace(/\.+$/u, "");
  const path = normalizePercentEncoding(normalized.pathname.replace(PATH_SESSION, ""));
  normalized.pathname = path === "" ? "/" : path;
  normalized.search = normalizeQuery(normalized.search);
  return normalized.href;
}
