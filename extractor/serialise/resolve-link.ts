const SAFE_PROTOCOLS = new Set(["http:", "https:", "mailto:"]);

/** The absolute form of a link, or null when it leads nowhere safe: a script, data, a broken address. */
export function resolveLink(link: string, base: string | null): string | null {
  const trimmed = link.trim();
  const url = URL.parse(trimmed, base ?? undefined);
  if (url === null) {
    // Without the page's address a relative link stays as it is, unless it hides a protocol.
    return base === null && /^[\w./#?&=%~+-]*$/u.test(trimmed) && trimmed !== "" ? trimmed : null;
  }
  return SAFE_PROTOCOLS.has(url.protocol) ? url.href : null;
}

/** The same for what is loaded with the page: no letter can be. */
export function resolveImage(source: string, base: string | null): string | null {
  const address = resolveLink(source, base);
  return address?.startsWith("mailto:") === true ? null : address;
}
