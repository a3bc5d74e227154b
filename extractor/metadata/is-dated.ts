import type { Metadata } from "./extract-metadata.ts";
import { LONE_DATE } from "./lone-date.ts";

/** Whether a page says in its head, its markup or near its headline when it was published: a date at its foot says little of what it is. */
export const isDated = ({ facts, sources }: Pick<Metadata, "facts" | "sources">): boolean =>
  facts.datePublished !== null && sources["datePublished"] !== LONE_DATE;
