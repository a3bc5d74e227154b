/**
 * How scripts/start.sh, the image and the units start a worker: what its memory is measured under.
 *
 * The main thread's young generation is bounded, since garbage that lies there holds far more than itself: the buffers of
 * pages that came and went. V8 lets it grow to 128 MB, over thousands of pages, and even 16 MB of it held 50 MB more than
 * 4 MB do. And glibc keeps what it once had for the threads that compile and write, unless
 * it is told to give back; it can only give back whole what it took for one buffer alone, so those of pages are taken so.
 */
export const STARTED_AS = {
  NODE_OPTIONS: "--max-semi-space-size=4",
  MALLOC_ARENA_MAX: "2",
  MALLOC_TRIM_THRESHOLD_: "1048576",
  MALLOC_MMAP_THRESHOLD_: "65536",
} as const;
