/** What content management systems write on the body of a page of each kind. */
const BODY_CLASSES: Readonly<Record<string, RegExp>> = {
  bodySingle:
    /(?:^|\s)(?:single|single-\w+|post-template\S*|article\S*|node-type-(?:article|story|blog))(?:\s|$)/,
  bodyPage: /(?:^|\s)(?:page|page-id-\d+|page-template\S*)(?:\s|$)/,
  bodyArchive:
    /(?:^|\s)(?:archive|category|tag|blog|home|search|front|is-front|path-frontpage|template-(?:collection|index|list\S*))(?:\s|$)/,
  bodyShop: /(?:^|\s)\S*(?:product|shop|woocommerce)\S*(?:\s|$)/,
};

/** A longer class attribute is no template's doing. */
const LONGEST_CLASS = 2_000;

/** Which kinds of page the body's class names, as 0 or 1. */
export function measureBodyClass(body: Element): Record<string, number> {
  const mark = (body.getAttribute("class") ?? "").slice(0, LONGEST_CLASS);
  return Object.fromEntries(
    Object.entries(BODY_CLASSES).map(([name, pattern]) => [name, Number(pattern.test(mark))]),
  );
}
