//! The reference profiles of `fixtures/profiles`, compiled into the library.

use super::student::Profile;

/// File name and content of each profile, sorted by name.
const PROFILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/reference_profiles.rs"));

impl Profile {
    /// Fictitious students for trying out a catalogue or weights, sorted by name.
    ///
    /// # Panics
    ///
    /// Never: a test reads all of them.
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
