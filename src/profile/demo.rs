//! The reference profiles of `fixtures/profiles`, compiled into the library.

use super::student::Profile;

/// Name and content of each, in the order of names.
const PROFILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/reference_profiles.rs"));

impl Profile {
    /// Fictitious students with their answers, to try a catalogue or weights on, in the order of their names.
    ///
    /// # Panics
    ///
    /// Never: a test reads them all.
    pub fn demo() -> Vec<(&'static str, Self)> {
        let read = |text| Self::from_toml(text).expect("the reference profiles are well formed");
        PROFILES.iter().map(|(file, text)| (file.trim_end_matches(".toml"), read(text))).collect()
    }
}

#[cfg(test)]
mod tests {
    //! Property: every reference profile is read.

    use super::*;

    #[test]
    fn reference_profiles_are_read() {
        let names: Vec<&str> = Profile::demo().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["ines", "karim", "lina", "maelle", "noe"]);
    }
}
