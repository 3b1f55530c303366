#!/usr/bin/env bash
# Tests the C interface: the header and the border from Rust, then a C program against the shared library, with valgrind.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo test --locked --quiet -p boussole-c
cargo build --locked --quiet -p boussole-c --profile test
if ! command -v valgrind > /dev/null && command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
  apt-get install --yes --quiet valgrind > /dev/null || { apt-get update --quiet && apt-get install --yes --quiet valgrind > /dev/null; }
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
libraries="${CARGO_TARGET_DIR:-target}/debug"
"${CC:-cc}" -std=c11 -Wall -Wextra -Werror -pedantic -Ibindings/c/include bindings/c/tests/program.c -o "$folder/program" \
  -L"$libraries" -lboussole_c -Wl,-rpath,"$(realpath "$libraries")"
"$folder/program"
# The sentences of each language are made once and kept until the program ends; their tables point into themselves, which looks « possibly lost ».
valgrind --quiet --error-exitcode=1 --leak-check=full --show-leak-kinds=definite,indirect --errors-for-leak-kinds=definite,indirect "$folder/program"
