//! What a student said, and what follows from it.

/// Where a term comes from: what the student said, or what follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The student answered about this.
    Answer,
    /// Something bothers the student or is not possible for them, and lowers this.
    Constraint,
    /// It was inferred from the student's answers on interests.
    Inference,
}
