const SAFE_PROTOCOLS = new Set(["http:", "https:", "mailto:"]);

/** The absolute form of a link, or null when it leads nowhere safe: a script, data, a broken address. */
export function resolveLink(link: string, base: string | null): string | null {
  const trimmed = link.trim();
  if (!URL.canParse(trimmed, base ?? undefined)) {
    // Without the page's address a relative link stays as it is, unless it hides a protocol.
    return base === null && /^[\w./#?&=%~+-]*$/u.test(trimmed) && trimmed !== "" ? trimmed : null;
  }
  const url = new URL(trimmed, base ?? undefined);
  return SAFE_PROTOCOLS.has(url.protocol) ? url.href : null;
}
