#!/usr/bin/env bash
# Builds the npm package into dist/: two WebAssembly modules, the JavaScript beside them, and index.js with its types.
#   build.sh         both modules: boussole.wasm with the demonstration, XML and CSV, and slim.wasm without
#   build.sh wasm    without TypeScript
# Idempotent; changes no toolchain of the machine. Sizes are printed and checked.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
target="${CARGO_TARGET_DIR:-$root/target}"

eval "$(./wasm-toolchain.sh)"
module() { # name, features
  cargo build --locked --quiet --profile wasm --target wasm32-unknown-unknown ${WASM_BUILD_STD:-} --target-dir "$target/wasm" \
    --manifest-path Cargo.toml --no-default-features --features "$2"
  # With the names of its functions, for rooms.mjs.
  mkdir -p "$target/web" && cp "$target/wasm/wasm32-unknown-unknown/wasm/boussole_web.wasm" "$target/web/$1.wasm"
  # The host compiles the tool, whatever compiles the module.
  env -u RUSTC -u RUSTC_BOOTSTRAP cargo run --locked --quiet --manifest-path tool/Cargo.toml --target-dir "$target/web-tool" -- \
    "$target/web/$1.wasm" "$target/web/$1"
}
module boussole demo,csv,xml
module slim ""
# One JavaScript serves both.
cmp "$target/web/boussole/boussole.js" "$target/web/slim/boussole.js"

rm -rf dist && mkdir dist
cp "$target/web/boussole/boussole.js" dist/glue.js
cp "$target/web/boussole/boussole.d.ts" dist/glue.d.ts
cp "$target/web/boussole/boussole_bg.wasm" dist/boussole.wasm
cp "$target/web/slim/boussole_bg.wasm" dist/slim.wasm
node questions.mjs
node sizes.mjs
[ "${1:-}" = wasm ] || npx --no-install tsc --project tsconfig.json
