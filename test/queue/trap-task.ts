/** Stands in the extract pool's threads for an extractor that meets the worst pages. */
import type { ExtractTask, ThreadOutcome } from "../../queue/extract-task.ts";
import { serveTasks } from "../../queue/serve-tasks.ts";

function fall(kind: string): void {
  if (kind === "throws") throw new Error("fell over");
  if (kind === "hungry") {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => `crumb ${kept.length} ${i}`));
  }
  if (kind === "endless") for (;;);
}

serveTasks((task: ExtractTask): ThreadOutcome => {
  const kind = "html" in task.source ? task.source.html : "";
  try {
    fall(kind);
    return {
      ok: true,
      extraction: { articleBody: kind } as Extract<ThreadOutcome, { ok: true }>["extraction"],
    };
  } catch (error) {
    return { ok: false, message: String(error) };
  }
});
