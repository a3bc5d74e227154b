# `npm test [-- FILE…]`: sets up what is missing, then runs the tests. Ends with `N passed, N failed`.
# Property tests draw fixed cases; `SEED=random npm test` draws new ones.
GALLEY_ROOT=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
. "$GALLEY_ROOT/scripts/setup.sh"
ensure_node
ensure_packages
ensure_system redis chromium postgres python
cd "$GALLEY_ROOT" || exit 1
[ $# -gt 0 ] || set -- "test/**/*.test.ts"
# Nothing of the caller's own settings reaches the tests.
for name in $(env | sed -n 's/^\(GALLEY_[A-Z_]*\|OTEL_[A-Z_]*\|REDIS_URL\)=.*/\1/p'); do
  case "$name" in GALLEY_ROOT | GALLEY_CHROMIUM | GALLEY_REDIS_SERVER) ;; *) unset "$name" ;; esac
done
exec node --import ./test/fix-seed.ts --test --test-timeout=300000 \
  --test-reporter=spec --test-reporter-destination=stdout \
  --test-reporter=./scripts/test-summary.ts --test-reporter-destination=stdout \
  "$@"
