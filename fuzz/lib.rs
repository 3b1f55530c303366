//! What is asked of every reader: no panic, and what was read converts and reads back to the same fingerprint.

use boussole::catalogue::Catalogue;

/// Reads bytes as the content of a file of this name, and checks what comes out.
///
/// # Panics
///
/// When the reader breaks its promise: that is a finding.
pub fn read_and_convert(name: &str, bytes: &[u8]) {
    let Ok(loaded) = Catalogue::read_bytes(name, bytes) else { return };
    let json = loaded.catalogue.to_json();
    let again = Catalogue::read_bytes("again.json", json.as_bytes()).expect("what was converted is a catalogue");
    assert_eq!(again.catalogue.fingerprint(), loaded.catalogue.fingerprint(), "converting changed the catalogue");
}
