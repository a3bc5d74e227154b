import { z } from "zod";
import { BLOCK_TYPES, EXTRACT_MODES } from "../../types.ts";

/** What callers may say of an extraction. */
export const extractOptionsShape = {
  keep: z
    .array(z.enum(BLOCK_TYPES))
    .max(BLOCK_TYPES.length)
    .default([])
    .describe("Block types that stay in the article"),
  drop: z
    .array(z.enum(BLOCK_TYPES))
    .max(BLOCK_TYPES.length)
    .default([])
    .describe("Block types that are stripped as well"),
  mode: z.enum(EXTRACT_MODES).default("balanced").describe("What the extractor leans to in doubt"),
} as const;

/** A URL as a caller gives it; what is wrong with it is told by the route, with its own code. */
export const urlSchema = z.string().min(1).max(2048);
