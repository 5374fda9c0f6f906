//! How many calls, against the least that the APIs allow, and how long that takes under their limits.

use anyhow::Context;
use serde_json::Value;

use super::{Measured, table::Table};
use crate::shell::cargo;

/// How many people the shops have.
const SIZES: [&str; 3] = ["2000", "20000", "100000"];

pub(super) fn measure() -> anyhow::Result<Measured> {
    let args = [
        "bench", "--quiet", "--locked", "-p", "tandem", "--bench", "calls", "--",
    ];
    let said = cargo().args(args).args(SIZES).read()?;
    let lines = said.lines().filter(|line| line.starts_with('{'));
    let rows = lines.map(serde_json::from_str::<Value>);
    let rows = rows
        .collect::<Result<Vec<_>, _>>()
        .context("what the bench printed")?;
    let mut table = Table::new([
        "scenario",
        "people",
        "registers",
        "writes",
        "calls pos + ecom",
        "least",
        "over",
        "refused",
        "takes",
    ]);
    for row in &rows {
        table.add(cells(row).context("a figure is missing")?);
    }
    Ok(Measured {
        tables: vec![table],
        notes: Vec::new(),
        figures: Value::Array(rows),
    })
}

fn cells(row: &Value) -> Option<[String; 9]> {
    let number = |place: &str| row.pointer(place).and_then(Value::as_u64);
    let (pos, ecom) = (number("/calls/pos")?, number("/calls/ecom")?);
    let (least_pos, least_ecom) = (number("/bound/pos")?, number("/bound/ecom")?);
    Some([
        row.get("scenario")?.as_str()?.to_owned(),
        number("/people")?.to_string(),
        number("/registers")?.to_string(),
        number("/writes")?.to_string(),
        format!("{pos} + {ecom}"),
        format!("{least_pos} + {least_ecom}"),
        format!("{:.1} %", over(pos + ecom, least_pos + least_ecom)),
        number("/refused")?.to_string(),
        clock(number("/seconds")?),
    ])
}

/// How far above the least, in percent.
#[expect(clippy::cast_precision_loss, reason = "calls, far below 2^52")]
fn over(calls: u64, least: u64) -> f64 {
    (calls as f64 / least.max(1) as f64 - 1.0) * 100.0
}

/// Hours, minutes and seconds.
fn clock(seconds: u64) -> String {
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
    format!("{hours}:{minutes:02}:{:02}", seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_shares() {
        assert_eq!(clock(3_723), "1:02:03");
        assert!((over(102, 100) - 2.0).abs() < 1e-9);
    }
}
