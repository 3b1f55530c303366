//! Cuts a long text into pieces that are parsed one by one: a parser of CommonMark holds the tree of all that it is given, which takes a
//! hundred times the bytes of a hostile text.

use memchr::memchr2;

use super::super::limits::MAX_FICHE_BYTES;

/// A piece ends with the first fiche beyond so many bytes.
const PIECE_BYTES: usize = MAX_FICHE_BYTES / 2;

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// How many lines are before it.
    pub(super) n_before: usize,
    /// How many bytes after it are left out, since they are beyond the largest fiche.
    pub(super) n_left_out: usize,
}

/// The pieces of a text, cut before headings « # » that are in no block of code and in no comment.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let (mut start, mut n_before) = (0, 0);
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let (end, n_lines) = first_cut(rest);
        let mut kept = end.min(PIECE_BYTES + MAX_FICHE_BYTES);
        while !rest.is_char_boundary(kept) {
            kept -= 1;
        }
        let piece = Piece { text: &rest[..kept], n_before, n_left_out: end - kept };
        start += end;
        n_before += n_lines;
        Some(piece)
    })
}

/// Where the first piece of a text ends, and how many lines it has.
fn first_cut(text: &str) -> (usize, usize) {
    let (mut at, mut n_lines, mut fence, mut is_in_comment) = (0, 0, None, false);
    for line in text.split_inclusive('\n') {
        if PIECE_BYTES <= at && fence.is_none() && !is_in_comment && line.starts_with("# ") {
            break;
        }
        let trimmed = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark));
        match fence {
            None if !is_in_comment => fence = mark,
            Some(open) if mark == Some(open) => fence = None,
            _ => {}
        }
        if fence.is_none() && memchr2(b'<', b'>', line.as_bytes()).is_some() {
            is_in_comment = match (line.rfind("<!--"), line.rfind("-->")) {
                (Some(opens), Some(closes)) => closes < opens,
                (opens, closes) => closes.is_none() && (is_in_comment || opens.is_some()),
            };
        }
        at += line.len();
        n_lines += 1;
    }
    (at, n_lines)
}

#[cfg(test)]
mod tests {
    //! Properties: pieces are the text, cut before fiches only; a short text is one; what is beyond the largest fiche is counted.

    use super::*;

    #[test]
    fn pieces_are_the_text_cut_before_fiches() {
        let fiche = format!("# mime\n**ID:** MET.1\n\n```\n# code\n```\n<!--\n# note\n-->\n{}\n", "x ".repeat(1_000));
        let text = fiche.repeat(2_000);
        let pieces: Vec<Piece<'_>> = pieces(&text).collect();
        assert!(4 < pieces.len(), "{}", pieces.len());
        assert_eq!(pieces.iter().map(|piece| piece.text).collect::<String>(), text);
        let mut n_lines = 0;
        for piece in pieces {
            assert!(piece.text.starts_with("# mime\n") && piece.n_left_out == 0);
            assert_eq!(piece.n_before, n_lines);
            n_lines += piece.text.lines().count();
        }
        assert_eq!(super::pieces(&fiche).count(), 1);
        assert_eq!(super::pieces("").count(), 0);
    }

    #[test]
    fn what_is_beyond_the_largest_fiche_is_left_out() {
        let text = format!("# mime\n{}# clown\n", "é\n".repeat(1 << 20));
        let pieces: Vec<Piece<'_>> = pieces(&text).collect();
        assert_eq!(pieces.iter().map(|piece| piece.text.len() + piece.n_left_out).sum::<usize>(), text.len());
        assert!(0 < pieces[0].n_left_out);
        assert_eq!((pieces[1].text, pieces[1].n_before), ("# clown\n", (1 << 20) + 1));
    }
}
