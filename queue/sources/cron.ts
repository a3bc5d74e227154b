import { CronExpressionParser } from "cron-parser";
import { messageOf } from "../../errors.ts";

const FIELDS = ["minute", "hour", "day of month", "month", "day of week"] as const;

/** When a source is to run. */
export interface Schedule {
  /** Five fields, or six with seconds before them, or `@hourly`, `@daily` and the like. */
  readonly cron: string;
  /** IANA name of a time zone. */
  readonly timezone: string;
}

function parseAt({ cron, timezone }: Schedule, afterMs: number) {
  return CronExpressionParser.parse(cron, { tz: timezone, currentDate: new Date(afterMs) });
}

/** The first scheduled time after a moment, both in milliseconds since the epoch. */
export function nextTick(schedule: Schedule, afterMs: number): number {
  return parseAt(schedule, afterMs).next().getTime();
}

/** All scheduled times after `fromMs` and up to and with `toMs`. */
export function ticksBetween(schedule: Schedule, fromMs: number, toMs: number): readonly number[] {
  const times: number[] = [];
  const interval = parseAt(schedule, fromMs);
  for (let time = interval.next().getTime(); time <= toMs; time = interval.next().getTime()) times.push(time);
  return times;
}

function fieldProblem(name: string, field: string, expression: string): string | null {
  try {
    CronExpressionParser.parse(expression);
    return null;
  } catch (error) {
    const reason = messageOf(error).replace(/^Constraint error, /u, "");
    const range = /expected range (?<from>\d+)-(?<to>\d+)/u.exec(reason)?.groups;
    if (range === undefined) return `${name} ${field}: ${reason}`;
    return `${name} ${field} is not within ${range["from"]} to ${range["to"]}`;
  }
}

/** What is wrong with a cron expression, field by field, or null. */
export function cronProblem(cron: string): string | null {
  const text = cron.trim();
  if (!text.startsWith("@")) {
    const fields = text.split(/\s+/u);
    if (fields.length < 5 || fields.length > 6 || text === "") {
      return `it has ${text === "" ? 0 : fields.length} fields; write five (${FIELDS.join(", ")}), or six with seconds first`;
    }
    // The libraries' "H" draws a new time whenever it is read.
    if (fields.some((field) => /h(?!u)/iu.test(field.replaceAll(/thu/giu, ""))))
      return "H stands for no fixed time";
    const names = fields.length === 6 ? ["second", ...FIELDS] : FIELDS;
    for (const [index, field] of fields.entries()) {
      const alone = fields.map((_, at) => (at === index ? field : "*")).join(" ");
      const problem = fieldProblem(names[index] ?? "field", field, alone);
      if (problem !== null) return problem;
    }
  }
  try {
    nextTick({ cron: text, timezone: "UTC" }, 0);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
