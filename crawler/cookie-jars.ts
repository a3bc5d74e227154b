import { getDomain } from "tldts";
import { CookieJar } from "tough-cookie";

/** The cookies of sites, kept apart from each other, for as long as the fetcher lives. */
export interface CookieJars {
  /** The Cookie header for a URL, or null. */
  cookieFor(url: string): Promise<string | null>;
  /** Keeps what a Set-Cookie header says; what makes no sense, or is meant for others, is not kept (RFC 6265 §5.3). */
  keep(url: string, setCookie: string | readonly string[]): Promise<void>;
}

/** Sites whose cookies are kept; the one asked longest ago goes first. */
const MOST_SITES = 2_000;

/** One jar a site: what the public suffix list says that one owner has, so that a sign-on of its own works. */
export function createCookieJars(): CookieJars {
  const jars = new Map<string, CookieJar>();

  function jarOf(url: string): CookieJar {
    const { hostname } = new URL(url);
    const site = getDomain(hostname) ?? hostname;
    const jar = jars.get(site) ?? new CookieJar();
    jars.delete(site);
    jars.set(site, jar);
    const [oldest] = jars.keys();
    if (jars.size > MOST_SITES && oldest !== undefined) jars.delete(oldest);
    return jar;
  }

  return {
    async cookieFor(url) {
      const header = await jarOf(url).getCookieString(url);
      return header === "" ? null : header;
    },
    async keep(url, setCookie) {
      const jar = jarOf(url);
      for (const text of typeof setCookie === "string" ? [setCookie] : setCookie)
        await jar.setCookie(text, url, { ignoreError: true });
    },
  };
}
