import type { Source } from "./source-claims.ts";

/** A whole date in the path of the page's own URL: /2021/03/04/ or /2021-03-04- or /20210304. A month alone is no date. */
const PATH_DATE = /[/_-]((?:19|20)\d\d)([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/;

export const urlDate: Source = {
  name: "url",
  read(page) {
    const path = page.url === null ? null : URL.parse(page.url)?.pathname;
    const match = path ? PATH_DATE.exec(path) : null;
    return match ? { published: `${match[1]}-${match[3]}-${match[4]}` } : {};
  },
};
