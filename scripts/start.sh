# `npm start -- COMMAND …`: sets up what is missing, then becomes `galley COMMAND …`.
GALLEY_ROOT=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
. "$GALLEY_ROOT/scripts/setup.sh"
ensure_node
ensure_packages
# Commands that turn out to need Redis or Chromium ask this script for them.
GALLEY_SETUP="$GALLEY_ROOT/scripts/setup.sh"
export GALLEY_SETUP
# npm runs scripts in the checkout; paths that the user gave are relative to where npm was called.
[ -n "${INIT_CWD:-}" ] && cd -- "$INIT_CWD"
# Flat memory: a bound on the main thread's young objects, and glibc gives back what the threads have freed.
NODE_OPTIONS="${NODE_OPTIONS:---max-semi-space-size=4}" MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
MALLOC_TRIM_THRESHOLD_="${MALLOC_TRIM_THRESHOLD_:-1048576}" MALLOC_MMAP_THRESHOLD_="${MALLOC_MMAP_THRESHOLD_:-65536}"
export NODE_OPTIONS MALLOC_ARENA_MAX MALLOC_TRIM_THRESHOLD_ MALLOC_MMAP_THRESHOLD_
# What Node compiled and V8 made of it is there for the next start, threads included: half the CPU of a start, 28 MB less.
NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE:-$TOOLS/compile-cache}"
export NODE_COMPILE_CACHE
exec node "$GALLEY_ROOT/cli/main.ts" "$@"
