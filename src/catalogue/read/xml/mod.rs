//! Reads Onisep's *Idéo fiches métiers* in XML, fiche by fiche.
//!
//! The file is cut at `<metier>` and `</metier>` before anything is parsed, so that damage stays within its fiche, and memory holds
//! one fiche at a time. No DTD is read, hence no entities that a document defines.

mod encoding;
mod html;
mod scanner;
mod tree;
mod fiche;

use std::borrow::Cow;
use std::io::{self, Read};
use std::sync::Arc;

use self::encoding::Encoding;
use self::scanner::{Piece, Scanner};
use self::tree::{FicheTree, XmlFault};
use super::limits::MAX_FICHE_BYTES;
use super::lines::n_lines;
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::{Place, Problem, ProblemKind};

/// Reads all fiches of a stream.
pub(super) fn read(source: &Arc<str>, stream: &mut dyn Read, builder: &mut CatalogueBuilder) -> io::Result<()> {
    let mut scanner = Scanner::new(stream);
    let mut n_fiches = 0;
    while let Some(piece) = scanner.next()? {
        let problem = |line, kind| Problem { place: Place { line: Some(line), ..Place::of_source(source) }, kind };
        match piece {
            Piece::Fiche { bytes, line, encoding } => {
                n_fiches += 1;
                read_fiche(source, bytes, line, encoding, builder);
            }
            Piece::TooLarge { line } => {
                n_fiches += 1;
                let kind = ProblemKind::FicheTooLarge { limit: MAX_FICHE_BYTES, left_out: "the fiche" };
                builder.problem(problem(line, kind));
            }
            Piece::Fault { line, kind } => builder.problem(problem(line, kind)),
            Piece::Refused { line, kind } => {
                builder.problem(problem(line, kind));
                return Ok(());
            }
        }
        if builder.is_overfull() {
            return Ok(());
        }
    }
    if n_fiches == 0 {
        let kind = ProblemKind::NoFiche { expected: "an element <metier>" };
        builder.problem(Problem { place: Place::of_source(source), kind });
    }
    Ok(())
}

fn read_fiche(source: &Arc<str>, bytes: &[u8], line: usize, encoding: Encoding, builder: &mut CatalogueBuilder) {
    // The parser checks UTF-8 itself, so a fiche without a fault needs no other check.
    if encoding == Encoding::Utf8
        && let Ok(tree) = FicheTree::parse(bytes, line)
    {
        return finish(&tree, source, line, Vec::new(), builder);
    }
    let (text, invalid) = encoding.decode(bytes);
    let mut met = Vec::new();
    if let Some(at) = invalid {
        let line = line + n_lines(&bytes[..at]);
        let place = Place { line: Some(line), ..Place::of_source(source) };
        met.push(Problem { place, kind: ProblemKind::NotUtf8 { byte: bytes[at] } });
    }
    match FicheTree::parse(text.as_bytes(), line) {
        Ok(tree) => finish(&tree, source, line, met, builder),
        Err(fault) => {
            let (tree, XmlFault { line, kind }) = *fault;
            let place = Place { line: Some(line), metier: written_id(&tree), ..Place::of_source(source) };
            builder.extend_problems(met);
            builder.problem(Problem { place, kind });
        }
    }
}

fn finish(tree: &FicheTree<'_>, source: &Arc<str>, line: usize, mut met: Vec<Problem>, builder: &mut CatalogueBuilder) {
    for XmlFault { line, kind } in tree.faults() {
        let place = Place { line: Some(*line), metier: written_id(tree), ..Place::of_source(source) };
        met.push(Problem { place, kind: kind.clone() });
    }
    fiche::draft(tree, source, line).finish(met, builder);
}

fn written_id(tree: &FicheTree<'_>) -> Option<String> {
    tree.text_of(FicheTree::ROOT, "identifiant").map(Cow::into_owned)
}
