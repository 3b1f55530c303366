#!/usr/bin/env bash
# Installs Chromium for the tests, where it is absent and Debian has it. Without root it has to be there: CHROMIUM=/path/to/chromium.
set -euo pipefail

if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ] && command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
  apt-get install --yes --quiet --no-install-recommends chromium > /dev/null \
    || { apt-get update --quiet && apt-get install --yes --quiet --no-install-recommends chromium > /dev/null; }
fi
