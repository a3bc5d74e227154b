import { z } from "zod";
import { BLOCK_TYPES, PAGE_TYPES } from "../../types.ts";

const text = z.string().nullable();

const personSchema = z.object({ name: z.string(), url: text });

const imageSchema = z.object({ url: z.string(), caption: text, creditText: text });

const robotsSchema = z.object({
  verdict: z.enum(["allowed", "disallowed", "ignored", "unchecked"]),
  source: text,
});

const fetchSchema = z.object({
  status: z.int(),
  finalUrl: z.string(),
  fetchedAt: z.string().describe("ISO 8601, UTC"),
  renderer: z.enum(["http", "browser"]),
  etag: text,
  lastModified: text,
  robots: robotsSchema,
  bytes: z.number().describe("Bytes of the body after content decoding"),
  ms: z.number(),
  pageKey: text.describe("Key of the raw page in the archive"),
});

export const removedSchema = z.object({
  type: z.enum(BLOCK_TYPES),
  rule: z.string(),
  path: z.string(),
  text: z.string(),
});

const extractionSchema = z.object({
  version: z.string(),
  pageType: z.enum(PAGE_TYPES),
  confidence: z.number().describe("0 to 1"),
  warnings: z.array(z.string()).readonly(),
  removed: z.array(removedSchema).readonly().describe("The ledger: every block that was removed"),
  fieldSources: z.record(z.string(), z.string()),
});

/** The record of an article, as `galley fetch --format json` prints it. What is absent is null. */
export const articleRecordSchema = z
  .object({
    schemaVersion: z.literal(1),
    id: z.string(),
    url: text,
    canonicalUrl: text,
    "@type": text,
    headline: text,
    alternativeHeadline: text,
    description: text,
    articleBody: z.string(),
    articleSection: text,
    author: z.array(personSchema).readonly(),
    publisher: z.object({ name: z.string() }).nullable(),
    datePublished: text,
    datePublishedRaw: text,
    dateModified: text,
    dateline: text,
    inLanguage: text,
    keywords: z.array(z.string()).readonly(),
    image: z.array(imageSchema).readonly(),
    wordCount: z.int(),
    isAccessibleForFree: z.boolean().nullable(),
    markdown: z.string(),
    html: z.string().describe("Sanitised HTML of the body"),
    source: text.describe("Name of the source that found it; null for a one-off"),
    fetch: fetchSchema.nullable(),
    extraction: extractionSchema,
    dedup: z.object({ contentHash: z.string(), clusterId: text, relation: text, of: text }),
  })
  .meta({ id: "ArticleRecord" });

/** An article as the store holds it. */
export const storedArticleSchema = articleRecordSchema
  .extend({
    url: z.string(),
    revision: z.object({
      n: z.int().positive().describe("1 for the first version"),
      changed: z.array(z.string()).readonly(),
    }),
  })
  .meta({ id: "StoredArticle" });
