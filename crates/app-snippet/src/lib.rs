//! Does the README tell the truth? Its program is `examples/readme.rs`; an example, so that `cargo run` at the root has one program to run.
