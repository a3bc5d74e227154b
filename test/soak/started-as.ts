/**
 * How scripts/start.sh, the image and the units start a worker: what its memory is measured under.
 *
 * The main thread's young generation is bounded: V8 gives it up to 128 MB, of which it touches ever more as the days go
 * by. And glibc keeps what it once had for the threads that compile and write, unless it is told to give back.
 */
export const STARTED_AS = {
  NODE_OPTIONS: "--max-semi-space-size=16",
  MALLOC_ARENA_MAX: "2",
  MALLOC_TRIM_THRESHOLD_: "1048576",
} as const;
