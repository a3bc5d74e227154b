import { constants, PerformanceObserver } from "node:perf_hooks";
import { serveTasks } from "../../queue/serve-tasks.ts";

/** A task that takes so many milliseconds of CPU time and answers how many whole collections its thread has had. It leaves no garbage. */
const seen = { collections: 0 };

const observer = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const { detail } = entry as PerformanceEntry & { readonly detail: { readonly kind: number } };
    if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) seen.collections += 1;
  }
});
observer.observe({ entryTypes: ["gc"] });

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function work(ms: number): number {
  const until = cpuMs() + ms;
  while (cpuMs() < until);
  return seen.collections;
}

serveTasks(work, { giveBackEveryMs: 50 });
