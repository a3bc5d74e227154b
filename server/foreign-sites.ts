import { RequestError } from "./problem.ts";
import type { App } from "./app.ts";
import type { TokenBook } from "./token-book.ts";

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

const LOOPBACK_NAMES = /^(?:localhost|[a-z0-9-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/iu;

/**
 * Keeps other sites' pages, open in the same browser, from using this server: a form or script of theirs that changes
 * something is refused (by Fetch Metadata, https://www.w3.org/TR/fetch-metadata/, or Origin), and so is a host name of
 * theirs that was made to resolve to loopback (DNS rebinding) where no token stands in their way.
 */
export function refuseForeignSites(app: App, tokens: TokenBook): void {
  app.addHook("onRequest", async (request) => {
    const { host = "", origin } = request.headers;
    if (tokens.entries.length === 0 && !LOOPBACK_NAMES.test(host)) {
      const message = `This server has no tokens and answers under loopback names alone, not as "${host}".`;
      throw new RequestError("unauthorized", message);
    }
    if (SAFE_METHODS.has(request.method)) return;
    const site = request.headers["sec-fetch-site"];
    const isForeign =
      site === undefined
        ? origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host)
        : site !== "same-origin" && site !== "none";
    if (isForeign) throw new RequestError("unauthorized", "Pages of other sites may change nothing here.");
  });
}
