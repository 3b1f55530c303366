//! Properties: the delimiter is found; a quote that is never closed costs bounded memory and is reported with the line where it
//! opens, like the rows that it swallows; correct quotes, or those inside a plain field, are not a problem.

use super::*;

/// The values of the first row.
fn header(text: &str) -> Vec<String> {
    let mut rows = Rows::new(text);
    rows.next().map(|row| row.values.iter().map(str::to_owned).collect()).unwrap_or_default()
}

#[test]
fn the_delimiter_is_the_one_with_which_the_header_is_known() {
    assert_eq!(header("id;libelle,x;y\na,b,c,d"), ["id", "libelle,x", "y"]);
    assert_eq!(header("id,\"a;b;c\"\n"), ["id", "a;b;c"]);
    assert_eq!(header("id"), ["id"]);
    assert_eq!(header("# a;b\nid\tlibelle\n"), ["id", "libelle"]);
    assert_eq!(header("id|libelle, en entier, ou court\n"), ["id", "libelle, en entier, ou court"]);
    for sep in ["sep=;\n", "SEP=;\r\n", "\"sep=;\"\n"] {
        assert_eq!(header(&format!("{sep}id;a,b,c,d\n")), ["id", "a,b,c,d"]);
    }
    assert_eq!(header("sep=\t\nid\ta\n"), ["id", "a"]);
    assert_eq!(header("#id;libelle\nMET.1;mime"), ["#id", "libelle"]);
}

#[test]
fn a_row_beyond_the_limit_is_told_and_costs_no_other() {
    let endless = "x".repeat(MAX_FICHE_BYTES + 100_000);
    let text = format!("id,libelle\nMET.1,mime\nMET.2,\"{endless}\"\nMET.3,clown\n");
    let mut builder = CatalogueBuilder::default();
    read(&"t.csv".into(), text.as_bytes(), &mut builder);
    assert_eq!(builder.placed.len(), 2);
    assert_eq!(
        builder.problems[0].to_string(),
        "t.csv:3: expected a fiche of at most 1048576 bytes, found a larger one; close or split it, the row is left out"
    );
}

#[test]
fn a_title_above_the_header_is_passed_over() {
    for above in ["Liste des métiers;;\n;;\n", "Export\n\n", "# note\nExport du 1er mai\n"] {
        assert_eq!(header(&format!("{above}id;libelle\nMET.1;mime\n")), ["id", "libelle"], "{above}");
    }
    assert_eq!(header("Export\nMET.1;mime\n"), ["Export"]);
    assert_eq!(header("code;nom\nid;libelle\n"), ["code", "nom"]);
}

#[test]
fn quotes_may_have_a_backslash_before_them() {
    let (n_metiers, problems) = outcome("MET.1,\"le \\\"mime\\\" triste\",x\nMET.2,\"a\\\" b, c\",\"x\"\nMET.3,d,\n");
    assert_eq!((n_metiers, problems), (3, vec![]));
    let mut rows = Rows::new("id,libelle\nMET.1,\"le \\\"mime\\\" triste\"\n");
    rows.next();
    assert_eq!(rows.next().map(|row| row.values[1].to_owned()).as_deref(), Some("le \"mime\" triste"));
    // A backslash may end a text.
    assert_eq!(header("\"C:\\\",\"b\"\nx,y"), ["C:\\", "b"]);
}

/// The number of métiers that were read, and the problems.
fn outcome(rows: &str) -> (usize, Vec<String>) {
    let text = format!("id,libelle,en_bref\n{rows}");
    let mut builder = CatalogueBuilder::default();
    read(&"t.csv".into(), text.as_bytes(), &mut builder);
    (builder.placed.len(), builder.problems.iter().map(ToString::to_string).collect())
}

/// So many métiers, and the problem of a quote on this line that spans these lines.
fn told(n_placed: usize, line: usize, lines: &str) -> (usize, Vec<String>) {
    let text = format!(
        "t.csv:{line}: expected the quote that opens here to be closed in its row, found it open over {lines}; \
         close it, or write a quote inside a text twice, the row is left out"
    );
    (n_placed, vec![text])
}

#[test]
fn a_quote_that_is_open_at_the_end_is_told_where_it_opens() {
    let good = "MET.1,mime,\n";
    // The row has as many fields as the header, so nothing else would reveal that two rows are lost.
    assert_eq!(outcome(&format!("{good}MET.2,clown,\"x\nMET.3,a,b\nMET.4,a,b\n")), told(3, 3, "3 lines"));
    assert_eq!(outcome(&format!("{good}MET.2,\"a\nb\",\"x\nMET.3,a,b")), told(2, 4, "2 lines"));
    assert_eq!(outcome(&format!("{good}MET.2,clown,\"x")), told(1, 3, "1 line"));
}

#[test]
fn a_quote_that_ends_in_another_row_is_told_with_the_lines_it_took() {
    assert_eq!(outcome("MET.1,\"mime,x\nMET.2,clown,\"x\"\nMET.3,acrobate,\n"), told(2, 2, "2 lines"));
}

#[test]
fn rows_that_are_taken_are_told_though_the_fields_are_as_many() {
    assert_eq!(outcome("MET.1,mime,\"x\nMET.2,clown,\"x\"\nMET.3,acrobate,\"x\"\n"), told(2, 2, "2 lines"));
    assert_eq!(outcome("MET.1,\"mime,\nMET.2,\"clown\",\nMET.3,acrobate,\n"), told(2, 2, "2 lines"));
}

#[test]
fn quotes_that_are_right_are_no_problem() {
    for rows in [
        "MET.1,mime,\"a\nb\"",
        "MET.1,mime,\"a \"\"b\"\"\"\n",
        "MET.1,tube 5\" long,\nMET.2,mime,x",
        "MET.1,mime,\"a,\nvoir MET.2, b\"",
        "MET.1,tube 5\" long,x",
        "MET.1,mime,tube 5\"",
        "MET.1,mime,tube 5\" long",
    ] {
        assert_eq!(outcome(rows).1, Vec::<String>::new(), "{rows}");
    }
}
