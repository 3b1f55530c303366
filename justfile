# `just` lists the recipes.
default:
    @just --list

# What a submission must pass
ci:
    .ci/run

# Format and lint
check:
    cargo fmt --all
    cargo clippy --all-targets --all-features -- -D warnings
    cargo clippy --no-default-features -- -D warnings

test:
    cargo test

# All tests, those of Parquet and Arrow too
test-all:
    cargo test --all-features

# The documentation, in a browser
docs:
    cargo doc --no-deps --all-features --open

# Review golden files that changed
golden:
    INSTA_UPDATE=always cargo test
    git diff --stat tests

# Measure, print the table of ratios to the baselines, and draw how cost grows
bench:
    cargo bench --bench recommend
    cargo bench --bench batch
    cargo bench --bench build
    cargo run --release --example bench_table -- docs/performance.svg

# Feed each reader with bytes that nobody would write, so many seconds each; needs cargo-fuzz, see fuzz/README.md
fuzz seconds="600":
    #!/usr/bin/env bash
    set -euo pipefail
    if ! command -v cargo-fuzz > /dev/null; then
        echo "expected cargo-fuzz, found none; install it with: cargo install cargo-fuzz" >&2
        exit 1
    fi
    cd fuzz
    for target in markdown xml csv json zip profile; do
        mkdir -p "corpus/$target"
        RUSTC_BOOTSTRAP=1 cargo fuzz run "$target" "corpus/$target" "seeds/$target" -- -max_total_time={{seconds}}
    done
