# `sh scripts/run.sh FILE.ts …`: runs one of the project's scripts on the project's Node.
GALLEY_ROOT=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
. "$GALLEY_ROOT/scripts/setup.sh"
ensure_node
ensure_packages
exec node "$@"
