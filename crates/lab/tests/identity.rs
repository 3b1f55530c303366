//! Documents have the bytes that they have on every other machine.

use boussole_lab::identity::{PROFILES, sums};

/// After a change that is meant to change documents, `just identity` writes the file again.
#[test]
fn documents_have_the_same_bytes_as_everywhere() {
    let found = sums(PROFILES).expect("the students are of the demonstration");
    for (found, expected) in found.lines().zip(include_str!("../../../fixtures/identity/sha256.txt").lines()) {
        assert_eq!(found, expected, "other bytes, or another file: `just identity` writes it again");
    }
    assert_eq!(found.lines().count(), include_str!("../../../fixtures/identity/sha256.txt").lines().count());
}
