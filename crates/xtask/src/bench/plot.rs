//! A plot of how the cost of one customer grows with how many there are, drawn by hand: flat is good.

use serde_json::Value;

/// The drawing's size, and the room for its words at the left and below.
const WIDE: f64 = 720.0;
const HIGH: f64 = 380.0;
const LEFT: f64 = 70.0;
const BELOW: f64 = 60.0;
const TOP: f64 = 20.0;
const RIGHT: f64 = 170.0;

const COLOURS: [&str; 5] = ["#1d4f45", "#2563eb", "#c2410c", "#7c3aed", "#6b7280"];

/// A line of the plot.
struct Series {
    name: String,
    /// People, and microseconds for each.
    points: Vec<(f64, f64)>,
}

/// The plot, if the job was measured.
pub(super) fn growth(figures: &Value) -> Option<String> {
    let all = series(figures.pointer("/job/figures")?.as_array()?);
    let points = || all.iter().flat_map(|series| &series.points);
    let most = points().map(|(_, each)| *each).fold(0.0, f64::max) * 1.1;
    let (first, last) = (
        10_000_f64,
        points().map(|(people, _)| *people).fold(0.0, f64::max),
    );
    if most <= 0.0 || last <= first {
        return None;
    }
    let x =
        |people: f64| LEFT + (people / first).ln() / (last / first).ln() * (WIDE - LEFT - RIGHT);
    let y = |each: f64| HIGH - BELOW - each / most * (HIGH - BELOW - TOP);
    let mut drawn = frame(most, last, &x, &y);
    for (number, series) in all.iter().enumerate() {
        let colour = COLOURS
            .get(number % COLOURS.len())
            .copied()
            .unwrap_or("black");
        let points = series.points.iter();
        let points: Vec<_> = points
            .map(|(people, each)| format!("{:.1},{:.1}", x(*people), y(*each)))
            .collect();
        drawn.push_str(&format!(
            "<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{}\"/>\n",
            points.join(" ")
        ));
        if let Some((people, each)) = series.points.last() {
            let (x, y) = (x(*people) + 8.0, y(*each) + 4.0);
            let name = &series.name;
            drawn.push_str(&format!(
                "<text x=\"{x:.1}\" y=\"{y:.1}\" fill=\"{colour}\">{name}</text>\n"
            ));
        }
    }
    drawn.push_str("</svg>\n");
    Some(drawn)
}

fn series(rows: &[Value]) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    for row in rows {
        let text = row.get("place").and_then(Value::as_str);
        let number = |name: &str| row.get(name).and_then(Value::as_f64);
        let (Some(name), Some(people), Some(each)) = (text, number("people"), number("us_each"))
        else {
            continue;
        };
        match all.iter_mut().find(|series| series.name == name) {
            Some(series) => series.points.push((people, each)),
            None => all.push(Series {
                name: name.to_owned(),
                points: vec![(people, each)],
            }),
        }
    }
    all
}

fn frame(most: f64, last: f64, x: &dyn Fn(f64) -> f64, y: &dyn Fn(f64) -> f64) -> String {
    let mut drawn = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDE} {HIGH}\" font-family=\"sans-serif\" \
         font-size=\"12\">\n<rect width=\"{WIDE}\" height=\"{HIGH}\" fill=\"white\"/>\n"
    );
    for part in 0..=4 {
        let each = most * f64::from(part) / 4.0;
        let (right, at) = (WIDE - RIGHT, y(each));
        drawn.push_str(&format!(
            "<path d=\"M{LEFT} {at:.1}H{right}\" stroke=\"#ddd\"/><text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{each:.1}</text>\n",
            LEFT - 8.0, at + 4.0
        ));
    }
    let sizes = [10_000.0, 100_000.0, 1_000_000.0];
    for people in sizes.into_iter().filter(|people| *people <= last) {
        drawn.push_str(&format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{people}</text>\n",
            x(people),
            HIGH - BELOW + 20.0
        ));
    }
    drawn.push_str(&format!(
        "<text x=\"{LEFT}\" y=\"{:.1}\">people a side; up: microseconds for each, from the pages to the plan</text>\n",
        HIGH - 14.0
    ));
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_line_for_each_place() {
        let row =
            |place, people, each| json!({ "place": place, "people": people, "us_each": each });
        let rows = [
            row("native", 10_000, 5.0),
            row("peer", 10_000, 9.0),
            row("native", 100_000, 5.5),
        ];
        let drawn = growth(&json!({ "job": { "figures": rows } })).unwrap();
        assert_eq!(drawn.matches("<polyline").count(), 2);
        assert!(drawn.ends_with("</svg>\n"));
        assert_eq!(growth(&json!({})), None);
    }
}
