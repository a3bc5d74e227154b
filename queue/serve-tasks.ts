import { parentPort } from "node:worker_threads";
import { youngCollection } from "./collect-young.ts";
import { createGiveBack, savingCollection } from "./give-back.ts";

/** What a thread says: that it is ready for its first task, or how one ended. Tasks end in the order they came in. */
export type ThreadMessage<Outcome> = { readonly ready: true } | { readonly outcome: Outcome };

export interface ServeOptions {
  /** CPU time of work between two collections that give memory back. */
  readonly giveBackEveryMs?: number;
}

/** CPU time of this thread: on a busy machine work takes longer, and leaves no more behind. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Makes this thread work for a thread pool. To be called once, when everything that a task needs is loaded. */
export function serveTasks<Task, Outcome>(run: (task: Task) => Outcome, options: ServeOptions = {}): void {
  const port = parentPort;
  if (port === null) throw new Error("A task module runs in a thread of the pool.");
  const say = (message: ThreadMessage<Outcome>): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads, not a window
    port.postMessage(message);
  };
  const everyMs = options.giveBackEveryMs;
  const giveBack = createGiveBack({
    collect: savingCollection(),
    ...(everyMs === undefined ? {} : { everyMs }),
  });
  const collectYoung = youngCollection();
  port.on("message", (task: Task) => {
    const begun = cpuMs();
    say({ outcome: run(task) });
    // The answer is on its way: nobody waits for this but the next task.
    collectYoung?.();
    giveBack(cpuMs() - begun);
  });
  say({ ready: true });
}
