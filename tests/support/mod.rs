//! What several test files have in common: random worlds, large catalogues, folders of one test, writers of fiches.

#![allow(dead_code, unused_imports, reason = "each test file is a crate of its own and uses a part of this")]

mod fiches;
mod folder;
mod synthetic;
mod world;

pub(crate) use fiches::{ideo_xml, markdown};
pub(crate) use folder::Folder;
pub(crate) use synthetic::{N_SECTORS, N_STATUSES, large_catalogue, large_student, sector, status};
pub(crate) use world::{INTERESTS, SECTORS, STATUSES, Student, World, bytes_of, cases, id, interest_only, metier, world};
