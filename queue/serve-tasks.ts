import { parentPort } from "node:worker_threads";

/** What a thread says: that it is ready for its first task, or how one ended. Tasks end in the order they came in. */
export type ThreadMessage<Outcome> = { readonly ready: true } | { readonly outcome: Outcome };

/** Makes this thread work for a thread pool. To be called once, when everything that a task needs is loaded. */
export function serveTasks<Task, Outcome>(run: (task: Task) => Outcome): void {
  const port = parentPort;
  if (port === null) throw new Error("A task module runs in a thread of the pool.");
  const say = (message: ThreadMessage<Outcome>): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads, not a window
    port.postMessage(message);
  };
  port.on("message", (task: Task) => say({ outcome: run(task) }));
  say({ ready: true });
}
