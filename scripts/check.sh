# `npm run check`: types, lint, format, tests. Before every commit.
set -e
GALLEY_ROOT=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
. "$GALLEY_ROOT/scripts/setup.sh"
ensure_node
ensure_packages
cd "$GALLEY_ROOT"
PATH="$GALLEY_ROOT/node_modules/.bin:$PATH"
tsc --noEmit
oxlint --deny-warnings
oxfmt --check .
exec sh scripts/test.sh "$@"
