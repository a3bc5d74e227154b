/** What the elements around a block are told apart as. */
import { ROLE_HINTS } from "./role-words.ts";

/** Ancestors that say what a block is part of; a frame holds its distance to the nearest of each. */
export const LANDMARKS = [
  "article",
  "main",
  "aside",
  "nav",
  "footer",
  "header",
  "figure",
  "figcaption",
  "table",
  "form",
  "list",
  "li",
  "blockquote",
  "section",
  "a",
  "button",
  "details",
  "dl",
  "pre",
  "dialog",
  "address",
  "p",
  "hidden",
  "articleBody",
] as const;

/** A distance that means "there is none": farther than any that matters. */
export const FAR = 30;

/** The place of each landmark by its name. */
export const LANDMARK_INDEX = new Map<string, number>(LANDMARKS.map((name, i) => [name, i]));
/** The place of what is hidden. */
export const HIDDEN = LANDMARKS.indexOf("hidden");

const indexed = (names: Readonly<Record<string, string>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(names).map(([name, landmark]) => [name, LANDMARK_INDEX.get(landmark) ?? -1]));

/** The landmark that an element is by its tag, and by its role (WAI-ARIA 1.2). */
export const LANDMARK_OF_TAG: ReadonlyMap<string, number> = new Map([
  ...LANDMARK_INDEX,
  ...indexed({ ul: "list", ol: "list", menu: "list" }),
]);
export const LANDMARK_OF_ROLE = indexed({
  navigation: "nav",
  main: "main",
  complementary: "aside",
  contentinfo: "footer",
  banner: "header",
  dialog: "dialog",
  alertdialog: "dialog",
  search: "form",
  list: "list",
  listitem: "li",
  article: "article",
  button: "button",
});

/** What a frame knows the nearest of: an element that is each of LANDMARKS, then one whose class or id hints at each of ROLE_HINTS. */
export const FIRST_ROLE = LANDMARKS.length;
export const MARKS = FIRST_ROLE + ROLE_HINTS.length;
