import { remember } from "../remember.ts";

const SAFE_PROTOCOLS = new Set(["http:", "https:", "mailto:"]);

/** Stands between base and link in a question that is remembered; a link that has one in it is not remembered. */
const SEAM = "\n";

/** The absolute form of a link, or null when it leads nowhere safe: a script, data, a broken address. */
export function resolveLink(link: string, base: string | null): string | null {
  const trimmed = link.trim();
  return trimmed.includes(SEAM) ? resolveAnew(trimmed, base) : resolveOnce(`${base ?? ""}${SEAM}${trimmed}`);
}

/** Markdown and HTML ask for the same links one after the other. */
const resolveOnce = remember((key): string | null => {
  const seam = key.indexOf(SEAM);
  return resolveAnew(key.slice(seam + 1), seam === 0 ? null : key.slice(0, seam));
});

function resolveAnew(link: string, base: string | null): string | null {
  const url = URL.parse(link, base ?? undefined);
  if (url === null) {
    // Without the page's address a relative link stays as it is, unless it hides a protocol.
    return base === null && /^[\w./#?&=%~+-]*$/u.test(link) && link !== "" ? link : null;
  }
  return SAFE_PROTOCOLS.has(url.protocol) ? url.href : null;
}

/** The same for what is loaded with the page: no letter can be. */
export function resolveImage(source: string, base: string | null): string | null {
  const address = resolveLink(source, base);
  return address?.startsWith("mailto:") === true ? null : address;
}
