//! A table, as text in columns and as Markdown.

/// Rows under a heading. Every column but the first stands to the right.
#[derive(Debug, Default)]
pub(super) struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new<const N: usize>(head: [&str; N]) -> Self {
        Self {
            head: head.map(str::to_owned).to_vec(),
            rows: Vec::new(),
        }
    }

    pub(super) fn add<const N: usize>(&mut self, row: [String; N]) {
        self.rows.push(row.into());
    }

    /// In columns, as wide as their widest.
    pub(super) fn text(&self) -> Vec<String> {
        let all = || std::iter::once(&self.head).chain(&self.rows);
        let wide = |column: usize| {
            let cells = all().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let wide: Vec<usize> = (0..self.head.len()).map(wide).collect();
        let line = |row: &Vec<String>| {
            let cells = row.iter().zip(&wide).enumerate();
            let cells = cells.map(|(column, (cell, wide))| match column {
                0 => format!("{cell:<wide$}"),
                _ => format!("{cell:>wide$}"),
            });
            cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        all().map(line).collect()
    }

    pub(super) fn markdown(&self) -> Vec<String> {
        let line = |row: &Vec<String>| format!("| {} |", row.join(" | "));
        let rule: Vec<String> = self
            .head
            .iter()
            .enumerate()
            .map(|(column, _)| if column == 0 { "---" } else { "---:" }.to_owned())
            .collect();
        let head = [line(&self.head), line(&rule)];
        head.into_iter().chain(self.rows.iter().map(line)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_columns_and_as_markdown() {
        let mut table = Table::new(["what", "ms"]);
        table.add(["a".to_owned(), "10.5".to_owned()]);
        assert_eq!(table.text(), ["what    ms", "a     10.5"]);
        assert_eq!(
            table.markdown(),
            ["| what | ms |", "| --- | ---: |", "| a | 10.5 |"]
        );
    }
}
