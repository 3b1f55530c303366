#!/usr/bin/env bash
# Finds a Rust that compiles for wasm32-unknown-unknown and prints, as shell assignments, what `cargo build` needs:
#   eval "$(bindings/web/wasm-toolchain.sh)" && cargo build --target wasm32-unknown-unknown $WASM_BUILD_STD
# 1. The target is installed: a usual machine, after `rustup target add wasm32-unknown-unknown`. This script never changes a toolchain.
# 2. Debian's compiler and the source of its standard library, unpacked in a folder of ours: nothing is installed, no root is needed.
set -euo pipefail
target=wasm32-unknown-unknown
cache="${BOUSSOLE_WASM_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/boussole-wasm}"
say() { printf '%s\n' "$*" >&2; }
has_target() { compgen -G "$("$1" --print target-libdir --target "$target" 2>/dev/null)/libstd-*.rlib" >/dev/null; }

if has_target "${RUSTC:-rustc}"; then
  exit 0
fi
for tool in apt-get dpkg-deb; do
  command -v "$tool" >/dev/null || { say "expected the target $target, found none; install it with: rustup target add $target"; exit 1; }
done

# What Debian would install, with versions and hashes checked by apt, whose lists are read anew into the folder: those of the machine may be old.
root="$cache/root"
if [ ! -e "$cache/complete" ]; then
  rm -rf "$cache" && mkdir -p "$cache"/{apt/archives/partial,lists/partial,debs,root}
  packages=(rustc-web rust-web-src)
  apt=(apt-get -qq -o Dir::State::Lists="$cache/lists" -o Dir::Cache="$cache/apt" -o APT::Sandbox::User="$(id -un)")
  "${apt[@]}" update >&2
  uris=$("${apt[@]}" install --print-uris -y --no-install-recommends "${packages[@]}") || { say "expected Debian's packages ${packages[*]}, found none"; exit 1; }
  (cd "$cache/debs" && awk '{split($2, name, "_"); print name[1]}' <<<"$uris" | xargs "${apt[@]}" download >&2)
  for deb in "$cache"/debs/*.deb; do dpkg-deb --extract "$deb" "$root"; done
  # The source of the compiler, examples and tests are not needed: 844 MB become less.
  rm -rf "$cache"/{apt,debs,lists} "$root"/usr/src/rustc-*/{compiler,src} "$root"/usr/share
  libs="$root/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || gcc -print-multiarch 2>/dev/null || echo x86_64-linux-gnu)"
  printf '#!/bin/sh\nLD_LIBRARY_PATH="%s${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec "%s/usr/bin/rustc" "$@"\n' "$libs" "$root" > "$cache/rustc"
  chmod +x "$cache/rustc"
  found=$("$cache/rustc" --version | cut -d' ' -f2) needed=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$(dirname "$0")/../../Cargo.toml")
  if [ "$(printf '%s\n' "$needed" "$found" | sort -V | head -1)" != "$needed" ]; then
    say "expected a compiler of at least $needed among Debian's packages, found $found; install the target with: rustup target add $target"
    exit 1
  fi
  say "compiler for $target: Debian's rustc $found, in $cache"
  touch "$cache/complete"
fi

# A standard library that is built here can be built small, and without the texts of panics, which nobody would see: a panic is a trap.
# The linker: that of rustup's toolchain, or Debian's.
lld="$(rustc --print sysroot)/lib/rustlib/$(rustc -vV | sed -n 's/^host: //p')/bin/rust-lld"
[ -x "$lld" ] || lld=$(command -v wasm-ld || compgen -G '/usr/bin/wasm-ld-*' | sort -V | tail -1) || { say "expected rust-lld or wasm-ld, found none; install lld"; exit 1; }
cat <<END
export RUSTC='$cache/rustc' RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER='$lld'
export WASM_BUILD_STD='-Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size'
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS='-Zunstable-options -Cpanic=immediate-abort'
END
