import type { Page } from "../page.ts";
import type { AfterPass, Body, Finding } from "./pass.ts";

/** Words joined by hyphens, as addresses write them; four or more, or it may be a compound. */
const SLUG = /^\/?[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+){3,}(?:\.html?)?$/u;

/** The page's address shown as text. */
export const findSlugs: AfterPass = {
  name: "slugs",
  description: "the last part of an address, shown as text",
  find: function* find(_page: Page, body: Body): Iterable<Finding> {
    for (const block of body.kept) {
      if (body.asks(block) && SLUG.test(block.text) && block.tag !== "code" && block.tag !== "pre") {
        yield { target: block, type: "slug", rule: "address-as-text" };
      }
    }
  },
};
