import type { AfterPass, BeforePass } from "./pass.ts";

/** Passes that look at the whole page before the main content is chosen, in order. */
export const PASSES_BEFORE: readonly BeforePass[] = [];

/** Passes that look at the chosen content with the page around it, in order. */
export const PASSES_AFTER: readonly AfterPass[] = [];
