import { isHttpUrl } from "./parse-url.ts";
import { scanHtml } from "./scan-html.ts";

/** A page that stays longer than this is there to be read; it reloads itself or leads on afterwards. */
const MAX_DELAY_SECONDS = 5;

/** `0; url=/there`, as the HTML standard reads it (§4.2.5.3): seconds, a separator, an optional `url=` and quotes. */
const REFRESH =
  /^\s*(?<seconds>\d*)(?:\.\d*)?\s*(?:[;,]\s*|\s+)(?:url\s*=\s*)?(?<quote>["']?)(?<url>.+?)\k<quote>\s*$/iu;

/** What a page without a refresh does not have; most are told apart by this without reading their tags. A reference may hide the word. */
const MAYBE_REFRESH = /http-equiv\s*=\s*["']?\s*(?:refresh|[^"'>]{0,100}&)/iu;

function targetOf(content: string, base: string): string | null {
  const { seconds = "", url = "" } = REFRESH.exec(content)?.groups ?? {};
  if (url === "" || Number(seconds) > MAX_DELAY_SECONDS || !URL.canParse(url, base)) return null;
  const target = new URL(url, base);
  target.hash = "";
  return isHttpUrl(target) ? target.href : null;
}

/**
 * Where a page sends its readers at once by `<meta http-equiv="refresh">`, or null. What stands in noscript is for
 * clients without scripts and often leads to a page that asks for them; it does not count. Nor does a reload.
 */
export function metaRefreshTarget(html: string, baseUrl: string): string | null {
  if (!MAYBE_REFRESH.test(html)) return null;
  const found = { base: baseUrl, content: null as string | null, noscript: 0 };
  scanHtml(html, {
    onStartTag(name, attributes) {
      if (name === "noscript") found.noscript += 1;
      const base = name === "base" ? attributes.get("href") : null;
      if (base !== null && URL.canParse(base, baseUrl)) found.base = new URL(base, baseUrl).href;
      const refresh = name === "meta" && attributes.get("http-equiv")?.trim().toLowerCase() === "refresh";
      if (refresh && found.noscript === 0) found.content ??= attributes.get("content");
    },
    onEndTag(name) {
      if (name === "noscript" && found.noscript > 0) found.noscript -= 1;
    },
  });
  const target = found.content === null ? null : targetOf(found.content, found.base);
  return target === baseUrl ? null : target;
}
