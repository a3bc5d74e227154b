import { InvalidArgumentError } from "commander";

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
