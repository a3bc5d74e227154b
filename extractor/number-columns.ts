/**
 * Columns of numbers about a list of things. `TypedArray.from` does the same by way of an iterator and a list of results, which
 * costs several times as much.
 */

export function floatsOf<T>(things: readonly T[], measure: (thing: T, at: number) => number): Float64Array {
  const column = new Float64Array(things.length);
  for (let at = 0; at < things.length; at++) column[at] = measure(things[at] as T, at);
  return column;
}

/** 1 for each thing of which something holds, else 0. */
export function flagsOf<T>(things: readonly T[], holds: (thing: T, at: number) => boolean): Uint8Array {
  const column = new Uint8Array(things.length);
  for (let at = 0; at < things.length; at++) column[at] = holds(things[at] as T, at) ? 1 : 0;
  return column;
}
