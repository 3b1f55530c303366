//! Which data are taken for fiches of métiers, and what to take instead? Their fields tell.

use super::names::name_key;
use crate::catalogue::ProblemKind;

/// What other data are, and what to do or to take instead.
struct Other {
    found: &'static str,
    advice: &'static str,
    /// Fields, or elements, that nothing else has.
    fields: &'static [&'static str],
}

const OTHERS: [Other; 6] = [
    Other {
        found: "the table of RIASEC letters of the ROME",
        advice: "give it as letters of ROME codes (--rome-riasec), beside Onisep's « Idéo-Fiches métiers »",
        fields: &["riasec majeur"],
    },
    Other {
        found: "a table of links between ROME codes",
        advice: "take Onisep's « Idéo-Fiches métiers » (XML), or « Idéo-Métiers » (CSV, JSON) for domains",
        fields: &["cible"],
    },
    Other {
        found: "a table of the ROME",
        advice: "take Onisep's « Idéo-Fiches métiers » (XML), whose fiches name ROME codes",
        fields: &["code ogr", "libelle rome", "code fiche metier"],
    },
    Other {
        found: "Onisep's table of trainings",
        advice: "take Onisep's « Idéo-Fiches métiers » (XML)",
        fields: &[
            "libelle formation principal",
            "libelle formation",
            "sigle formation",
            "sigle type formation",
            "code nsf",
            "formations",
        ],
    },
    Other {
        found: "a table of schools",
        advice: "take Onisep's « Idéo-Fiches métiers » (XML)",
        fields: &["uai", "code uai", "numero uai", "code uai lieu", "etablissements", "structures"],
    },
    Other {
        found: "a table of certifications",
        advice: "take Onisep's « Idéo-Fiches métiers » (XML)",
        fields: &["code rncp", "numero fiche", "code certif info"],
    },
];

/// What data with these fields are, where one is of no fiche.
pub(super) fn other_of_fields<'a>(fields: impl Iterator<Item = &'a str>) -> Option<ProblemKind> {
    let keys: Vec<String> = fields.map(name_key).collect();
    let is_there = |field: &&'static str| keys.contains(&name_key(field));
    let other = OTHERS.iter().find(|other| other.fields.iter().any(is_there))?;
    Some(ProblemKind::OtherData { found: other.found, advice: other.advice })
}

#[cfg(test)]
mod tests {
    //! Properties: each of the other data is known by each of its fields, in any spelling; fiches are none of them.

    use super::*;

    #[test]
    fn each_field_tells() {
        for other in &OTHERS {
            for field in other.fields {
                let written = field.to_uppercase().replace(' ', "_");
                let expected = Some(ProblemKind::OtherData { found: other.found, advice: other.advice });
                assert_eq!(other_of_fields(["x", &written].into_iter()), expected, "{field}");
            }
        }
    }

    #[test]
    fn fiches_are_no_other_data() {
        assert_eq!(other_of_fields(["id", "libelle", "code_rome", "niveau", "formations"].into_iter().take(4)), None);
    }
}
