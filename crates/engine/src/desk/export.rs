//! The history as a table that any spreadsheet opens, and that makes none of them calculate: what a
//! customer typed as a name is a text there, whatever it looks like.

use tandem_core::{
    Consent, Fault, FaultKind, Field, Side,
    show::{HistoryEntry, HistoryRun, OpKind, Shown},
    sync::End,
};

/// The columns.
const HEAD: [&str; 9] = [
    "time (UTC)",
    "run",
    "side",
    "customer",
    "email",
    "field",
    "before",
    "after",
    "result",
];

/// The byte order mark: without it Excel takes the table for one in the code page of the computer,
/// and "é" comes out as two signs. It stands once, before the head.
const MARK: &str = "\u{feff}";

/// The table, as it is written run by run.
pub(super) struct Table(csv::Writer<Vec<u8>>);

impl Table {
    /// A table with its head, after [`MARK`].
    ///
    /// # Errors
    /// `Bug`, as everywhere here: a table in memory can always be written.
    pub(super) fn new() -> Result<Self, Fault> {
        let terminated = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(MARK.as_bytes().to_vec());
        let mut table = Self(terminated);
        table.line(HEAD.map(str::to_owned))?;
        Ok(table)
    }

    fn line(&mut self, cells: [String; 9]) -> Result<(), Fault> {
        let cells = cells.map(|cell| harmless(&cell));
        let written = self.0.write_record(&cells);
        written.map_err(|_| Fault::of(FaultKind::Bug))
    }

    /// Adds a write: a line for each field that it changes.
    pub(super) fn add(&mut self, run: &HistoryRun, entry: &HistoryEntry) -> Result<(), Fault> {
        let (op, side) = (&entry.op, side(entry.op.on));
        let result = result(entry.end.as_ref(), op.kind);
        for edit in &op.edits {
            self.line([
                time(run.began),
                run.id.0.to_string(),
                side.to_owned(),
                op.who.name.clone().unwrap_or_default(),
                op.who.email.clone().unwrap_or_default(),
                field(edit.field).to_owned(),
                text(&edit.before),
                text(&edit.after),
                result.to_owned(),
            ])?;
        }
        Ok(())
    }

    /// The text of the table.
    pub(super) fn finish(self) -> Result<String, Fault> {
        let bytes = self.0.into_inner().ok();
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        text.ok_or(Fault::of(FaultKind::Bug))
    }
}

fn time(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).map_or_else(|_| String::new(), |time| time.to_string())
}

const fn side(side: Side) -> &'static str {
    match side {
        Side::Pos => "POS",
        Side::Ecom => "eCom",
    }
}

const fn field(field: Field) -> &'static str {
    match field {
        Field::Group => "group",
        Field::Email => "email",
        Field::Consent => "marketing consent",
        Field::Name => "name",
        Field::Company => "company",
        Field::Phone => "phone",
        Field::Address => "billing address",
    }
}

fn text(value: &Shown) -> String {
    match value {
        Shown::Blank | Shown::Group(None) => String::new(),
        Shown::Text(text) | Shown::Group(Some(text)) => text.clone(),
        Shown::Lines(lines) => lines.join(", "),
        Shown::Consent(Consent::Denied) => "no".to_owned(),
        Shown::Consent(Consent::Unknown) => "not said".to_owned(),
        Shown::Consent(Consent::Granted) => "yes".to_owned(),
    }
}

const fn result(end: Option<&End>, kind: OpKind) -> &'static str {
    match (end, kind) {
        (None, _) => "not done",
        (Some(End::Applied { .. }), OpKind::Create) => "created",
        (Some(End::Applied { .. }), OpKind::Update | OpKind::Move) => "done",
        (Some(End::AlreadyThere { .. }), _) => "was so already",
        (Some(End::Altered { .. }), _) => "done, and altered by the store",
        (Some(End::Doubled { .. }), _) => "there more than once",
        (Some(End::Stale), _) => "not done: it had changed",
        (Some(End::Rejected { .. }), _) => "refused",
        (Some(End::Unknown), _) => "not known",
    }
}

/// A cell that no spreadsheet takes for a formula: one that begins like one, after blanks too or in
/// full-width signs, gets an apostrophe before it.
fn harmless(cell: &str) -> String {
    if begins_a_formula(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn begins_a_formula(cell: &str) -> bool {
    let begins = |c: char| "=+-@\t\r\n＝＋－＠".contains(c);
    let is_unseen = |c: char| c.is_whitespace() || c.is_control() || "\u{feff}\u{200b}".contains(c);
    let first_seen = cell.chars().find(|c| !is_unseen(*c));
    cell.starts_with(begins) || first_seen.is_some_and(begins)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(cells: [String; 9]) -> Vec<Vec<String>> {
        let mut table = Table::new().unwrap();
        table.line(cells).unwrap();
        let text = table.finish().unwrap();
        let text = text.strip_prefix(MARK).unwrap();
        let mut read = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let records = read.records().map(Result::unwrap);
        records
            .map(|record| record.iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn what_looks_like_a_formula_is_a_text() {
        for cell in [
            "=1+1",
            "+44 20",
            "-3",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "  =1",
            "＝1",
            " ＋1",
            "\u{feff}=1",
        ] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["Mara", "m@x.org", "1=1", "", "'=1", "3-4"] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn a_table_begins_with_the_mark_by_which_excel_reads_it_once() {
        let mut table = Table::new().unwrap();
        table
            .line(std::array::from_fn(|_| "Zoë".to_owned()))
            .unwrap();
        let text = table.finish().unwrap();
        assert!(text.as_bytes().starts_with(b"\xef\xbb\xbftime (UTC),run,"));
        assert_eq!(text.matches(MARK).count(), 1);
    }

    #[test]
    fn times_are_of_utc() {
        assert_eq!(time(0), "1970-01-01T00:00:00Z");
        assert_eq!(time(i64::MAX), "");
    }

    proptest! {
        #[test]
        fn no_cell_is_a_formula_and_every_text_comes_back(
            cells in prop::array::uniform9("[ \t\r\n\u{feff}]{0,2}[=+@＝＋－＠-]?\\PC{0,12}|\\PC{0,6}[\",\n;]\\PC{0,6}")
        ) {
            let read = lines(cells.clone());
            prop_assert_eq!(read.len(), 2);
            for (is, was) in read[1].iter().zip(&cells) {
                prop_assert!(!begins_a_formula(is), "{:?}", is);
                prop_assert_eq!(is.strip_prefix('\'').filter(|_| begins_a_formula(was)).unwrap_or(is), was);
            }
        }
    }
}
