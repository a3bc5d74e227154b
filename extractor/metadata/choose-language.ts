/** A claim as a BCP 47 tag (`de_DE` → `de-DE`), or null when it is none: "German", "x-default", an empty attribute. */
export function languageTag(claim: string): string | null {
  const first = claim.trim().split(/[,;\s]/)[0] ?? "";
  const tag = first.replaceAll("_", "-");
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) || /^(?:und|mul|zxx)/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
