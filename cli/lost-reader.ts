/** The reader of stderr has gone (`2>&1 | head`, a log collector that restarts): no reason to end. */
export function ignoreLostReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
