import { InvalidArgumentError } from "commander";
import { momentOf, parseSince } from "../crawler/parse-since.ts";
import { messageOf } from "../errors.ts";

/** A whole number of at least `minimum`, or a usage error. */
export function wholeNumber(minimum: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isSafeInteger(number) || number < minimum) {
      throw new InvalidArgumentError(`It must be a whole number from ${minimum} up.`);
    }
    return number;
  };
}

/** Gathers a repeatable option. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

/** A date or a duration before now, as an ISO 8601 moment. */
export function sinceMoment(value: string): string {
  try {
    return momentOf(parseSince(value), Date.now());
  } catch (error) {
    throw new InvalidArgumentError(messageOf(error));
  }
}
