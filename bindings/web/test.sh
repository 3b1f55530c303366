#!/usr/bin/env bash
# Builds the package from a clean checkout and tests it, in Node and in Chromium; installs with the registry's own client what the tests need.
set -euo pipefail
cd "$(dirname "$0")"

npm ci --silent
./chromium.sh
./build.sh
npm test --silent
