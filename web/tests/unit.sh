#!/bin/sh
# Unit tests of the pure logic: bundled with esbuild, run by Node's own test runner.
set -eu
cd "$(dirname "$0")/.."
export NODE_PATH=/usr/share/nodejs XSS="${XSS:-tests/data/xss_payloads.txt}"
out=../.jarvis/web/unit
rm -rf "$out"
mkdir -p "$out"
esbuild tests/unit/*.test.ts tests/unit/*.test.tsx --bundle --platform=node --jsx=automatic --define:process.env.NODE_ENV='"production"' --outdir="$out" --log-level=warning
node --test --test-reporter=tap "$out"
