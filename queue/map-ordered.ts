/**
 * Runs `work` on the items of a stream, `concurrency` at a time, and yields the results in the items' order.
 * At most `concurrency` items are in memory: the next one is read when the oldest result has been taken.
 * A failure of the source or of `work` ends the stream with it, after the results before it.
 */
export async function* mapOrdered<Item, Result>(
  source: AsyncIterable<Item> | Iterable<Item>,
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  try {
    for await (const item of source) {
      const result = work(item);
      // It is awaited in its turn; until then a failure must not count as unhandled.
      result.catch(() => {});
      running.push(result);
      const oldest = running.length >= concurrency ? running.shift() : undefined;
      if (oldest !== undefined) yield await oldest;
    }
  } catch (error) {
    yield* running.splice(0);
    throw error;
  }
  yield* running;
}
