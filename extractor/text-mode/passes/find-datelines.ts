import { readDateline } from "../../read-dateline.ts";
import type { TextFinding, TextPass } from "../text-pass.ts";

/** The dateline at the start of the first paragraph. It is part of the text unless asked otherwise. */
export const findDatelines: TextPass & { readonly type: "dateline" } = {
  name: "datelines",
  description: "the place, date and agency before the first sentence",
  type: "dateline",
  find: function* find({ paragraphs }): Iterable<TextFinding> {
    const [line] = paragraphs;
    const found = line === undefined ? null : readDateline(line.text);
    if (line !== undefined && found !== null) {
      yield { line, part: { start: 0, end: found.length }, type: "dateline", rule: "dateline" };
    }
  },
};
