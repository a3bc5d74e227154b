import type { SourceClaims } from "./source-claims.ts";

/** What a source claimed, with its name. */
export interface Read {
  readonly name: string;
  readonly claims: SourceClaims;
}

/** Which source is believed first, per fact. Machine-readable claims go before what merely looks like one. */
const ORDER = {
  type: ["json-ld", "microdata"],
  headline: ["json-ld", "open-graph", "meta", "microdata", "rdfa"],
  alternativeHeadline: ["json-ld", "microdata"],
  description: ["json-ld", "open-graph", "meta", "microdata"],
  section: ["json-ld", "open-graph", "meta", "microdata", "rel-tag"],
  publisher: ["json-ld", "open-graph", "meta", "microdata"],
  authors: ["json-ld", "meta", "open-graph", "microdata", "rdfa", "byline"],
  published: [
    "json-ld",
    "open-graph",
    "meta",
    "microdata",
    "rdfa",
    "visible-date",
    "meta-date",
    "url",
    "lone-date",
  ],
  modified: ["json-ld", "open-graph", "meta", "microdata", "rdfa", "visible-date"],
  dateline: ["json-ld"],
  keywords: ["json-ld", "meta", "open-graph", "microdata", "rel-tag"],
  free: ["json-ld", "open-graph", "microdata"],
} as const satisfies Partial<Record<keyof SourceClaims, readonly string[]>>;

export type Field = keyof typeof ORDER;

/** A value with the name of the source that it was read from. */
export interface Chosen<T> {
  readonly value: T;
  readonly source: string;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** The claims for a field in the order of the table, empty ones left out. */
export function claimsFor<F extends Field>(
  field: F,
  reads: readonly Read[],
): Chosen<NonNullable<SourceClaims[F]>>[] {
  const order: readonly string[] = ORDER[field];
  return order.flatMap((name) => {
    const value = reads.find((read) => read.name === name)?.claims[field];
    return isEmpty(value) ? [] : [{ value: value as NonNullable<SourceClaims[F]>, source: name }];
  });
}
