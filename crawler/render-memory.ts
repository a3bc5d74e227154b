/**
 * Which pages need the browser, learned by host and first part of the path: what needed it several times in a row is not asked
 * over HTTP first any more, but for a look now and then.
 */
export interface RenderMemory {
  /** Whether the URL's kind of page is known to need the browser, so that HTTP is not tried first. */
  needsBrowser(url: string): Promise<boolean>;
  /** Told what an HTTP answer turned out to be. */
  note(url: string, answer: "shell" | "page"): Promise<void>;
}

/**
 * Shells in a row from which a kind of page counts as needing the browser. Each page that
 * needs none starts the count again, so that sections which hold some of both are very seldom mistaken.
 */
export const SHELLS_UNTIL_KNOWN = 8;
/** Every so many pages of a kind that needs the browser HTTP is tried first: sites are rebuilt. */
export const LOOK_AGAIN_EVERY = 20;
/** Kinds remembered by one process. */
const MOST_KINDS = 5_000;

/** Host and first part of the path: `news.example/app/`; pages at the root are a kind of their own. */
export function kindOf(url: string): { readonly host: string; readonly prefix: string } {
  const { host, pathname } = new URL(url);
  return { host, prefix: /^\/[^/]+\//u.exec(pathname)?.[0] ?? "/" };
}

/** A memory for one process. */
export function createRenderMemory(): RenderMemory {
  const kinds = new Map<string, { shells: number; uses: number }>();
  const nameOf = (url: string): string => {
    const { host, prefix } = kindOf(url);
    return host + prefix;
  };
  return {
    async needsBrowser(url) {
      const kind = kinds.get(nameOf(url));
      if (kind === undefined || kind.shells < SHELLS_UNTIL_KNOWN) return false;
      kind.uses += 1;
      return kind.uses % LOOK_AGAIN_EVERY !== 0;
    },
    async note(url, answer) {
      const name = nameOf(url);
      const kind = kinds.get(name) ?? { shells: 0, uses: 0 };
      kinds.delete(name);
      if (answer === "page") return;
      kind.shells += 1;
      kinds.set(name, kind);
      const [oldest] = kinds.keys();
      if (kinds.size > MOST_KINDS && oldest !== undefined) kinds.delete(oldest);
    },
  };
}
