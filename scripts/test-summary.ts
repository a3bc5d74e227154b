/** A node:test reporter: the one line `N passed, N failed, N skipped` at the end. */
import type { TestEvent } from "node:test/reporters";

export default async function* summary(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for await (const event of events) {
    if (event.type !== "test:pass" && event.type !== "test:fail") continue;
    // A suite reports like a test; only its tests count. A suite that fails by itself (a broken hook) counts.
    if (event.data.details.type === "suite" && event.type === "test:pass") continue;
    if (event.type === "test:fail") failed += 1;
    else if (event.data.skip) skipped += 1;
    else passed += 1;
  }
  yield `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`;
}
