const ASIDE_NAME = /^(?:NAV|FOOTER|ASIDE)$/;
const ASIDE_MARK =
  /(?:^|[\s_-])(?:comments?|commentlist|kommentare?|related|sidebar|widget|footer|nav|navbar|menu|popular|recent|latest|trending|teasers?|carousel|slider|more-?(?:posts|news|stories|articles)|recommend\w*|similar|promo|advert\w*|cookie\w*|copyright|archive|calendar|breadcrumbs?)(?:[\s_-]|$)/i;
/** Wrappers of the whole page carry classes such as `sidebar-right`; only marks on smaller elements count. */
const WRAPPER = /^(?:BODY|HTML|MAIN)$/;

/** Whether an element stands in navigation, comments, lists of other articles or a footer rather than in the article. */
export function isAside(element: Element): boolean {
  let steps = 0;
  for (let node: Node | null = element; node?.nodeType === 1 && steps < 40; node = node.parentNode, steps++) {
    const name = node.nodeName.toUpperCase();
    if (WRAPPER.test(name)) return false;
    if (ASIDE_NAME.test(name)) return true;
    const current = node as Element;
    // "has-sidebar", "no-sidebar", "sidebar-right" describe the layout around an article, not a sidebar.
    const mark = `${current.getAttribute("class") ?? ""} ${current.getAttribute("id") ?? ""}`.replace(
      /(?:has|no|with|without|left|right|single)-(?:\w+-)*sidebar\S*|sidebar-(?:left|right|none|both)\S*/gi,
      "",
    );
    if (mark.length > 3 && name !== "ARTICLE" && ASIDE_MARK.test(mark)) return true;
  }
  return false;
}
