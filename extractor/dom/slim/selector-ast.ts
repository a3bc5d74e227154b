/** A parsed selector (Selectors Level 4), as parse-selector.ts makes it and match-selector.ts compiles it. */

export type Combinator = " " | ">" | "+" | "~";

export type AttributeOperator = "exists" | "=" | "~=" | "|=" | "^=" | "$=" | "*=";

export type SimpleSelector =
  | { readonly kind: "tag"; readonly name: string }
  | { readonly kind: "id"; readonly id: string }
  | { readonly kind: "class"; readonly name: string }
  | {
      readonly kind: "attribute";
      readonly name: string;
      readonly operator: AttributeOperator;
      readonly value: string;
      readonly ignoreCase: boolean;
    }
  | { readonly kind: "any-of"; readonly negated: boolean; readonly list: SelectorList }
  | { readonly kind: "has"; readonly list: SelectorList }
  /** Every a-th element from the b-th on, counted among siblings or those of the same type, from either end. */
  | {
      readonly kind: "nth";
      readonly step: number;
      readonly offset: number;
      readonly fromEnd: boolean;
      readonly ofType: boolean;
    }
  | { readonly kind: "only-child"; readonly ofType: boolean }
  | { readonly kind: "state"; readonly name: "empty" | "root" | "scope" | "link" | "checked" | "disabled" };

/** Simple selectors without a combinator between them, and how this compound stands to the one on its left. */
export interface Compound {
  readonly simples: readonly SimpleSelector[];
  /** null for the first compound, unless the selector is relative (inside `:has`). */
  readonly combinator: Combinator | null;
}

export type ComplexSelector = readonly Compound[];
export type SelectorList = readonly ComplexSelector[];
