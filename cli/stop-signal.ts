import { EXIT_CODES } from "./exit-codes.ts";

/**
 * An AbortSignal that the first SIGINT or SIGTERM fires, so that work ends cleanly.
 * A second one ends the process at once.
 */
export function stopSignal(onStop: () => void = () => {}): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT_CODES.interrupted);
    onStop();
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return {
    signal: controller.signal,
    release() {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}
