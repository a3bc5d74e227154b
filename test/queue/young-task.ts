import { constants, PerformanceObserver } from "node:perf_hooks";
import { serveTasks } from "../../queue/serve-tasks.ts";

/** How often young objects were collected so far: when they were asked to be, between tasks, and within one. */
export interface YoungCollections {
  readonly between: number;
  readonly within: number;
}

const seen = { between: 0, within: 0 };

const observer = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const { detail } = entry as PerformanceEntry & {
      readonly detail: { readonly kind: number; readonly flags: number };
    };
    if (detail.kind !== constants.NODE_PERFORMANCE_GC_MINOR) continue;
    const asked = (detail.flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0;
    seen[asked ? "between" : "within"] += 1;
  }
});
observer.observe({ entryTypes: ["gc"] });

const held: { latest: readonly string[][] } = { latest: [] };

/** A task that makes so many megabytes of young objects, which are garbage when the next one begins. */
function work(megabytes: number): YoungCollections {
  held.latest = Array.from({ length: megabytes * 1024 }, () => Array.from({ length: 120 }, () => ""));
  return { ...seen };
}

serveTasks(work);
