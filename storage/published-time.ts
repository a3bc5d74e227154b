/** A year, a month, a day, or a time of day with or without an offset (ISO 8601, RFC 3339). */
const ISO = /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/iu;

/** A span of time in milliseconds since 1970, its end excluded: "2024-03" is all of that March. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * The span that an ISO 8601 date or time names, as precise as it is written; null for anything else. What names no offset
 * is read as UTC, so that articles can be put in order.
 */
export function timeSpan(text: string): TimeSpan | null {
  if (!ISO.test(text)) return null;
  const time = text.slice(10);
  const zoned = time === "" || /(?:Z|[+-]\d{2}:?\d{2})$/iu.test(time);
  const start = Date.parse(zoned ? text : `${text}Z`);
  return Number.isNaN(start) ? null : { start, end: endOf(text, start) };
}

/** Where the day, month or year ends; a time of day is a point, and the point itself belongs to it. */
function endOf(text: string, start: number): number {
  const date = new Date(start);
  switch (text.length) {
    case 4:
      return Date.UTC(date.getUTCFullYear() + 1, 0);
    case 7:
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
    case 10:
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1);
    default:
      return start + 1;
  }
}
