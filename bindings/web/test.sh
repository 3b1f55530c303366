#!/usr/bin/env bash
# Builds the package from a clean checkout and tests it, in Node and in Chromium; installs with the registry's own client what the tests need.
# Without root, Chromium has to be there: CHROMIUM=/path/to/chromium.
set -euo pipefail
cd "$(dirname "$0")"

npm ci --silent
if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ] && command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
  apt-get install --yes --quiet --no-install-recommends chromium > /dev/null \
    || { apt-get update --quiet && apt-get install --yes --quiet --no-install-recommends chromium > /dev/null; }
fi
./build.sh
npm test --silent
