/** A URL resolved against a base, or null when it is none or not http(s). */
export function absolute(href: string, base: string | null): URL | null {
  const url = URL.parse(href.trim(), base ?? undefined);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== "" ? url : null;
}

function key(url: URL): string {
  const path = url.pathname.replace(/\/+$/, "").replace(/\/index\.\w+$/, "");
  return `${url.hostname.replace(/^(?:www|m|amp)\./, "")}${path}`;
}

/** Whether two addresses name one page, whatever their scheme, `www.`, closing slash, query and fragment. */
export function sameAddress(a: string, b: string, base: string | null): boolean {
  const [left, right] = [absolute(a, base), absolute(b, base)];
  return left !== null && right !== null && key(left) === key(right) && left.pathname !== "/";
}
