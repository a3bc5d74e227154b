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
  /** A result that is awaited in its turn; until then its failure must not count as unhandled. */
  function enqueue(result: Promise<Result>): void {
    result.catch(() => {});
    running.push(result);
  }
  async function* read(): AsyncGenerator<Item> {
    try {
      yield* source;
    } catch (error) {
      enqueue(Promise.reject(error));
    }
  }
  for await (const item of read()) {
    enqueue(work(item));
    const oldest = running.length >= concurrency ? running.shift() : undefined;
    if (oldest !== undefined) yield await oldest;
  }
  for (const result of running) yield await result;
}
