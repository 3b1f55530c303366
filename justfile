# `just` lists the recipes.
default:
    @just --list

# What a submission must pass
ci:
    .ci/run

# Format and lint
check:
    cargo fmt --all
    .ci/run lints

test:
    cargo test

# The tests of the core for each feature alone, and those of Parquet and Arrow
test-features:
    .ci/run core
    cargo test -p boussole-cli --features arrow --test batch

# The documentation, in a browser
docs:
    cargo doc --workspace --no-deps --all-features --open

# How many names are public in the core and in each crate: the surface that a change must not break
public-items:
    #!/usr/bin/env bash
    set -euo pipefail
    for folder in src crates/*/src; do
        items=$(find "$folder" -name '*.rs' -not -name tests.rs -print0 | xargs -0 awk 'FNR == 1 { tests = 0 } /^#\[cfg\(test\)\]/ { tests = 1 }
            !tests && /^ *pub ((const |async )*fn|struct|enum|trait|type|mod|static|const|use) |^ *pub [a-z_]+: / { n++ } END { print n + 0 }')
        printf '%-24s %5d\n' "$folder" "$items"
    done

# What a test would not notice, see docs/testing.md; takes hours
mutants *arguments:
    cargo mutants --package boussole --all-features {{arguments}}

# Write the sums of documents again, after a change that is meant to change them
identity:
    cargo run --quiet --profile test -p boussole-lab --example identity > fixtures/identity/sha256.txt
    git diff --stat fixtures/identity

# The same bytes on processors without FMA and AVX, and on ARM where its compiler is installed
processors:
    tests/processors.sh

# The package for browsers and Node, built from nothing and tested in both
web:
    bindings/web/test.sh

# What a recommendation costs in Node beside native code
web-bench:
    node bindings/web/bench.js

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

# Students a CPU second from bytes to bytes: JSON lines, Arrow and Parquet, beside the same bytes with nothing ranked
end-to-end students="100000":
    cargo bench -p boussole-lab --features arrow --bench end_to_end -- {{students}}

# Feed each reader with bytes that nobody would write, so many seconds each; needs cargo-fuzz, see fuzz/README.md
fuzz seconds="600":
    #!/usr/bin/env bash
    set -euo pipefail
    if ! command -v cargo-fuzz > /dev/null; then
        echo "expected cargo-fuzz, found none; install it with: cargo install cargo-fuzz" >&2
        exit 1
    fi
    cd fuzz
    for target in $(sed -n 's/^name = "\(.*\)"/\1/p' Cargo.toml | grep -v boussole-fuzz); do
        mkdir -p "corpus/$target"
        dictionary=""
        if [ -f "dictionaries/$target.dict" ]; then dictionary="-dict=dictionaries/$target.dict"; fi
        RUSTC_BOOTSTRAP=1 cargo fuzz run "$target" "corpus/$target" "seeds/$target" -- -max_total_time={{seconds}} $dictionary
    done

# Known faults, licences, duplicates and sources of all dependencies, see deny.toml; needs cargo-deny and the database of advisories
deny:
    #!/usr/bin/env bash
    set -euo pipefail
    if ! command -v cargo-deny > /dev/null; then
        echo "expected cargo-deny, found none; install it with: cargo install cargo-deny" >&2
        exit 1
    fi
    cargo deny --workspace check

# Files that nobody would write, each within five seconds and 300 MB; needs 2 GB of disk, and part of a name takes some of them
hostile *parts:
    cargo build --release --locked -p boussole-cli
    tests/hostile.py target/release/boussole {{parts}}

# Kill each command that writes a hundred times, at random moments: its file must be old or new
kills:
    BOUSSOLE_KILLS=100 cargo test -p boussole-cli --features arrow --test files killed -- --nocapture
