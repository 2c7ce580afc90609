#!/bin/sh
# Tests the web page: builds it, runs the unit tests of its logic, then drives it in real Chromium.
#   web/test.sh                    everything: against the mock server, then against the debug build (JARVIS=… for another), which it starts
#   web/test.sh --url URL [...]    the whole way through the page against a running Jarvis (see tests/flow.py --help)
set -eu
cd "$(dirname "$0")/.."
venv=.jarvis/venv
python=$venv/bin/python
requirements=scripts/requirements-web.txt
logs=.jarvis/web/logs
mkdir -p "$logs"

[ -x "$python" ] || /usr/bin/python3 -m venv "$venv"
wanted=$(sha256sum "$requirements" | cut -d' ' -f1)
if [ "$(cat .jarvis/web/requirements 2>/dev/null)" != "$wanted" ]; then
  "$python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements"
  printf '%s\n' "$wanted" > .jarvis/web/requirements
fi

if [ $# -gt 0 ]; then
  exec "$python" web/tests/flow.py "$@"
fi

web/build.sh
passed=0
failed=0
add() { passed=$((passed + ${1:-0})); failed=$((failed + ${2:-0})); }

echo "unit tests"
if web/tests/unit.sh > "$logs/unit" 2>&1; then broken=0; else broken=1; fi
good=$(sed -n 's/^# pass //p' "$logs/unit")
bad=$(sed -n 's/^# fail //p' "$logs/unit")
[ "$broken" = 0 ] || { cat "$logs/unit"; [ "${bad:-0}" != 0 ] || bad=1; }
add "$good" "$bad"

begin() { # TITLE SCRIPT ARGUMENT…: in the background
  title=$1 script=$2
  shift 2
  (
    code=0
    timeout 500 "$python" "web/tests/$script.py" "$@" > "$logs/$title" 2>&1 || code=$?
    echo "$code" > "$logs/$title.code"
  ) &
}

finish() { # TITLE…: waits, and counts
  wait
  for title in "$@"; do
    echo "$title"
    cat "$logs/$title"
    good=$(sed -n 's/^\([0-9]*\) passed, [0-9]* failed$/\1/p' "$logs/$title")
    bad=$(sed -n 's/^[0-9]* passed, \([0-9]*\) failed$/\1/p' "$logs/$title")
    [ "$(cat "$logs/$title.code")" = 0 ] || [ "${bad:-0}" != 0 ] || bad=1
    add "$good" "$bad"
  done
}

drive() {
  begin "$@"
  finish "$1"
}

# Most of the time of these is spent waiting; what listens to sound wants the machine for itself.
begin faults faults
begin flow flow
begin account account
finish faults flow account
drive voice voice
jarvis=${JARVIS:-.build/debug/jarvis}
if [ -x "$jarvis" ]; then
  begin jarvis flow --binary "$jarvis"
  begin accounts account --binary "$jarvis"
  begin openid openid --binary "$jarvis"
  finish jarvis accounts openid
  drive spoken spoken --binary "$jarvis"
  drive xss xss --binary "$jarvis"
elif [ "${CI:-}" = true ]; then
  echo "FAILED $jarvis is missing: swift build"
  add 0 1
else
  echo "skipped: the flow against Jarvis, for $jarvis is missing: swift build"
fi

echo "web: $passed passed, $failed failed"
[ "$failed" = 0 ]
