import { z } from "zod";
import { checkSelectors } from "../../extractor/narrow-html.ts";
import type { RenderMode } from "../../types.ts";
import { refuse, refuseFormat, refuseOptions } from "./refuse-unknown.ts";

/** The formats of a document that Galley makes. */
export const DOCUMENT_FORMATS = ["markdown", "html", "rawHtml", "links", "images"] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

const DEFAULT_TIMEOUT_MS = 60_000;
const LONGEST_WAIT_MS = 60_000;

const selectorsSchema = z.array(z.string().min(1).max(500)).max(100).default([]);

/** What Galley does of Firecrawl's scrape options; others are looked at by {@link readScrapeOptions}. */
const knownSchema = z.looseObject({
  formats: z
    .array(z.union([z.string(), z.looseObject({ type: z.string() })]))
    .max(20)
    .default(["markdown"]),
  onlyMainContent: z.boolean().default(true),
  includeTags: selectorsSchema,
  excludeTags: selectorsSchema,
  waitFor: z.int().min(0).max(LONGEST_WAIT_MS).default(0),
  timeout: z.int().min(1).max(300_000).nullable().default(DEFAULT_TIMEOUT_MS),
  maxAge: z.number().min(0).default(0),
  storeInCache: z.boolean().default(true),
  proxy: z.string().optional(),
});

/** Scrape options in Galley's terms. */
export interface ReadScrapeOptions {
  readonly formats: readonly DocumentFormat[];
  readonly extent: "article" | "page";
  readonly only: readonly string[];
  readonly without: readonly string[];
  readonly render: RenderMode;
  readonly waitMs: number;
  readonly timeoutMs: number;
  readonly maxAgeMs: number;
  readonly remember: boolean;
}

const NO_MEANING: Readonly<Record<string, string>> = {
  actions: "pages are read, not operated",
  agent: "it needs a language model",
  extract: "it needs a language model",
  jsonOptions: "it needs a language model",
  changeTrackingOptions: "the revisions of a stored article say what changed",
  headers: "every request says honestly who asks",
  mobile: "every request says honestly who asks",
  location: "requests start from where the server stands",
  skipTlsVerification: "a certificate that is wrong is a page that is not the one asked for",
  minAge: "nothing is answered because it is old",
  lockdown: "use maxAge to take what was fetched before",
  redactPII: "the text stays as its author wrote it",
  threatProtection: "there is no such service behind it",
  profile: "browsers keep no profile",
  useMock: "pages are real",
  zeroDataRetention: "fetched pages are kept; galley prune removes them",
  domainTools: "there is no such service behind it",
};

const PLAIN_PROXIES: ReadonlySet<string> = new Set(["basic", "auto"]);

function isDocumentFormat(name: string): name is DocumentFormat {
  return (DOCUMENT_FORMATS as readonly string[]).includes(name);
}

/**
 * Reads the scrape options of either version of the API.
 * @throws RequestError (unsupported) for what Galley has no meaning for; ZodError or UsageError for what does not fit
 */
export function readScrapeOptions(given: Readonly<Record<string, unknown>>): ReadScrapeOptions {
  const options = knownSchema.parse(given);
  refuseOptions(options, NO_MEANING);
  if (options.proxy !== undefined && !PLAIN_PROXIES.has(options.proxy))
    refuse(`the proxy "${options.proxy}"`, "every request says honestly who asks");
  const formats = options.formats.map((format) => {
    const name = typeof format === "string" ? format : format.type;
    // The first version's word for the cleaned HTML.
    const known = name === "content" ? "html" : name;
    return isDocumentFormat(known) ? known : refuseFormat(name);
  });
  checkSelectors([...options.includeTags, ...options.excludeTags]);
  return {
    formats: formats.length === 0 ? ["markdown"] : [...new Set(formats)],
    extent: options.onlyMainContent ? "article" : "page",
    only: options.includeTags,
    without: options.excludeTags,
    // Who waits for scripts wants them run.
    render: options.waitFor > 0 ? "always" : "auto",
    waitMs: options.waitFor,
    timeoutMs: options.timeout ?? DEFAULT_TIMEOUT_MS,
    maxAgeMs: options.maxAge,
    remember: options.storeInCache,
  };
}
