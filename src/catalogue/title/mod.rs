//! The names of occupations: both gender forms from whatever a sheet states.

mod gender;
mod known;
mod heading;
mod name;

pub use name::{NameDoubt, Title};

#[cfg(test)]
mod tests;
