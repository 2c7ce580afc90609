#!/bin/sh
# Builds the web app into web/dist: type check (tsc), bundle (esbuild), icons, manifest, index.html.
# Does nothing when no source changed since the last build. `--force` builds anyway.
set -eu
cd "$(dirname "$0")"

cache=../.jarvis/web
dist=dist
export NODE_PATH=/usr/share/nodejs

for tool in node tsc esbuild; do
  command -v "$tool" >/dev/null || {
    echo "web: '$tool' is missing; install it with: apt-get install nodejs esbuild node-typescript node-react node-react-dom node-csstype node-prop-types" >&2
    exit 1
  }
done

stamp=$( (find src static tools build.sh tsconfig.json -type f | LC_ALL=C sort | xargs sha256sum; tsc --version; esbuild --version) | sha256sum | cut -d' ' -f1)
if [ "${1:-}" != --force ] && [ -f "$dist/index.html" ] && [ "$(cat "$dist/.stamp" 2>/dev/null)" = "$stamp" ]; then
  echo "web: up to date"
  exit 0
fi

mkdir -p "$cache"
tsc --project tsconfig.json --incremental --tsBuildInfoFile "$cache/tsbuildinfo"

# Built beside the old one and moved at the end, so that a failed build leaves a working app.
next=$cache/next
rm -rf "$next"
mkdir -p "$next/assets"
bundle() { # FILE… OPTION…
  esbuild "$@" --bundle --minify --target=es2020,chrome87,firefox78,safari14 --charset=utf8 --legal-comments=none \
    --entry-names='[name]-[hash]' --outdir="$next/assets" --log-level=warning
}
# What runs on the audio thread is a file of its own, whose address the page has to know.
bundle src/voice/worklet.ts
worklet=$(cd "$next" && ls assets/worklet-*.js)
bundle src/main.tsx src/styles/app.css --jsx=automatic --define:process.env.NODE_ENV='"production"' --define:WORKLET_URL="\"/$worklet\""

node tools/icons.mjs "$next"
cp static/manifest.webmanifest "$next/"
script=$(cd "$next" && ls assets/main-*.js)
style=$(cd "$next" && ls assets/app-*.css)
sed -e "s|{{script}}|/$script|" -e "s|{{style}}|/$style|" static/index.html > "$next/index.html"

printf '%s\n' "$stamp" > "$next/.stamp"
rm -rf "$dist"
mv "$next" "$dist"
echo "web: built $(du -sh "$dist" | cut -f1) in web/dist"
