#!/usr/bin/env bash
# Tests the page from a checkout in which bindings/web is built or can be; installs with the registry's own client what the tests need.
set -euo pipefail
cd "$(dirname "$0")"

npm ci --silent
../bindings/web/chromium.sh
npm test --silent
