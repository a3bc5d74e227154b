import { judgeEach, type Verdict } from "./judge-each.ts";
import type { AfterPass } from "./pass.ts";

/** Words joined by hyphens, as addresses write them; four or more, or it may be a compound. */
const SLUG = /^\/?[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+){3,}(?:\.html?)?$/u;

const ADDRESS_AS_TEXT: Verdict = { type: "slug", rule: "address-as-text" };

/** The page's address shown as text. */
export const findSlugs: AfterPass = {
  name: "slugs",
  description: "the last part of an address, shown as text",
  find: judgeEach(
    () => null,
    (block) =>
      SLUG.test(block.text) && block.tag !== "code" && block.tag !== "pre" ? ADDRESS_AS_TEXT : null,
  ),
};
