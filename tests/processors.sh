#!/usr/bin/env bash
# Documents have the same bytes on processors that this machine is not: x86 without FMA and AVX, under qemu, and ARM where its compiler is
# installed. Needs qemu-user (Debian: `apt-get install qemu-user`); says so and fails without it.
set -euo pipefail
cd "$(dirname "$0")/.."
expected=fixtures/identity/sha256.txt

if ! command -v qemu-x86_64 > /dev/null; then
  echo "expected qemu-x86_64, found none; on Debian: apt-get install qemu-user" >&2
  exit 1
fi

cargo build --locked --quiet --profile test --example identity
for processor in Nehalem Haswell qemu64; do
  qemu-x86_64 -cpu "$processor" target/debug/examples/identity | diff "$expected" -
  echo "$processor: the same bytes"
done

if rustup target list --installed 2> /dev/null | grep -q aarch64-unknown-linux-gnu && command -v qemu-aarch64 aarch64-linux-gnu-gcc > /dev/null; then
  export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc
  cargo build --locked --quiet --profile test --target aarch64-unknown-linux-gnu --example identity
  qemu-aarch64 -L /usr/aarch64-linux-gnu target/aarch64-unknown-linux-gnu/debug/examples/identity | diff "$expected" -
  echo "ARM: the same bytes"
else
  echo "ARM: not tried, its target, compiler or emulator is not installed"
fi
