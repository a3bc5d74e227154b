/** How often the line on the terminal is written anew. */
const REFRESH_MS = 250;

/** One line on a terminal that is written over and over; nothing when stderr is no terminal. */
export interface ProgressLine {
  /** Draws the line, unless that was done a moment ago. */
  update(line: () => string): void;
  clear(): void;
}

export function progressLine(): ProgressLine {
  const state = { drawnAt: Number.NEGATIVE_INFINITY };
  if (!process.stderr.isTTY) return { update() {}, clear() {} };
  return {
    update(line) {
      const now = performance.now();
      if (now - state.drawnAt < REFRESH_MS) return;
      state.drawnAt = now;
      process.stderr.write(`\r\u001b[K${line().slice(0, process.stderr.columns - 1)}`);
    },
    clear() {
      process.stderr.write("\r\u001b[K");
    },
  };
}
