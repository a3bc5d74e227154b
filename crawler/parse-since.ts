import { UsageError } from "../errors.ts";

const UNIT_MS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 24 * 3_600_000,
  w: 7 * 24 * 3_600_000,
};

/** A moment, or how long before now it was. */
export type Since =
  | { readonly kind: "moment"; readonly at: number }
  | { readonly kind: "ago"; readonly ms: number };

/**
 * Reads `--since`: a duration (`90m`, `12h`, `7d`, `2w`) or an ISO 8601 date (`2026-03-01`, midnight UTC) or date-time.
 * @throws UsageError for anything else.
 */
export function parseSince(text: string): Since {
  const duration = /^(?<count>\d{1,6})(?<unit>[mhdw])$/u.exec(text.trim())?.groups;
  if (duration !== undefined) {
    return { kind: "ago", ms: Number(duration["count"]) * (UNIT_MS[duration["unit"] ?? ""] ?? 0) };
  }
  const at = /^\d{4}-\d{2}-\d{2}(?:T|$)/u.test(text.trim()) ? Date.parse(text.trim()) : Number.NaN;
  if (!Number.isNaN(at)) return { kind: "moment", at };
  const advice = "write a duration (90m, 12h, 7d, 2w) or a date (2026-03-01, 2026-03-01T06:00:00Z)";
  throw new UsageError("usage", `${JSON.stringify(text)} is no date and no duration: ${advice}`);
}

/** The moment in ISO 8601, seen from `now` (milliseconds since the epoch). */
export function momentOf(since: Since, now: number): string {
  return new Date(since.kind === "moment" ? since.at : now - since.ms).toISOString();
}
