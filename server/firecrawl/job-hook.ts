import { z } from "zod";
import { parsePageUrl } from "../../crawler/parse-url.ts";

export const HOOK_EVENTS = ["started", "page", "completed", "failed"] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];

const MOST_HEADERS = 20;

const namedTexts = z
  .record(z.string().min(1).max(128), z.string().max(4096))
  .refine((texts) => Object.keys(texts).length <= MOST_HEADERS, `At most ${MOST_HEADERS}`);

/** Where a job's news goes, as a client says it: an address alone, or with what is to be sent along. */
export const hookSchema = z
  .union([
    z
      .string()
      .max(2048)
      .transform((url) => ({ url })),
    z.object({
      url: z.string().max(2048),
      headers: namedTexts.optional(),
      metadata: z.record(z.string().max(128), z.unknown()).optional(),
      events: z.array(z.enum(HOOK_EVENTS)).optional(),
    }),
  ])
  .transform(
    (given: {
      url: string;
      headers?: Record<string, string> | undefined;
      metadata?: Record<string, unknown> | undefined;
      events?: HookEvent[] | undefined;
    }) => ({
      url: given.url,
      headers: given.headers ?? {},
      metadata: given.metadata ?? {},
      events: given.events ?? [...HOOK_EVENTS],
    }),
  );
export type JobHook = z.output<typeof hookSchema>;

/** Header fields that belong to the message itself. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  "host",
  "content-length",
  "content-type",
  "transfer-encoding",
  "connection",
]);

/** @throws UsageError (invalid-url) for an address that is none; the address guard looks at it when it is used */
export function readHook(given: unknown): JobHook | null {
  if (given === undefined || given === null) return null;
  const hook = hookSchema.parse(given);
  const headers = Object.entries(hook.headers).filter(([name]) => !OWN_HEADERS.has(name.toLowerCase()));
  return { ...hook, url: parsePageUrl(hook.url).href, headers: Object.fromEntries(headers) };
}
