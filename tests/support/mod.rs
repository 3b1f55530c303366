//! What several test files share: random worlds, folders of one test, the data beside the project.

#![allow(dead_code, unused_imports, reason = "each test file is a crate of its own and uses a part of this")]

mod folder;
mod shared;
mod world;

pub(crate) use folder::Folder;
pub(crate) use shared::shared;
pub(crate) use world::{INTERESTS, SECTORS, STATUSES, Student, World, bytes_of, cases, id, interest_only, metier, world};
