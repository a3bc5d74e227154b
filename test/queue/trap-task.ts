/** Stands in the extract pool's threads for an extractor that meets the worst pages. */
import { threadId } from "node:worker_threads";
import type { ThreadOutcome, ThreadTask } from "../../queue/extract-task.ts";

function fall(kind: string): void {
  if (kind === "throws") throw new Error("fell over");
  if (kind === "hungry") {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => `crumb ${kept.length} ${i}`));
  }
  if (kind === "endless") for (;;);
}

export default function runTrap(task: ThreadTask): ThreadOutcome {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads, not a window
  task.started.postMessage(threadId);
  const kind = "html" in task.source ? task.source.html : "";
  try {
    fall(kind);
    return {
      ok: true,
      extraction: { articleBody: kind } as Extract<ThreadOutcome, { ok: true }>["extraction"],
    };
  } catch (error) {
    return { ok: false, message: String(error) };
  } finally {
    task.started.close();
  }
}
