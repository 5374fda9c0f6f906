//! What was written in the last weeks, a column a day: writes upwards, problems downwards.

use std::collections::BTreeMap;

use tandem_core::show::Span;
use yew::prelude::*;

use super::bar::{percent, swatch};
use crate::panel::{
    client::Controls,
    words::{count, say, say_with, text},
};

/// How many days are drawn: four weeks.
const DAYS: u16 = 28;

/// Where the line between writes and problems is, in thousandths of the height.
const LINE: u64 = 700;

/// The least that is drawn of a number that is not nothing, in thousandths.
const LEAST: u64 = 50;

/// What one day came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Day {
    /// Days since 1970, where the person is.
    number: i64,
    /// Writes that were done.
    written: u32,
    /// Writes that a person has to look at.
    problems: u32,
}

/// The days up to `today`, each with what it came to. What is older is left out, and so is what
/// begins after today by a clock that was wrong.
fn days(spans: &[Span], today: i64, day_of: impl Fn(i64) -> i64) -> Vec<Day> {
    let mut sums: BTreeMap<i64, Day> = BTreeMap::new();
    for span in spans {
        let number = day_of(span.began);
        let day = sums.entry(number).or_default();
        day.written = day.written.saturating_add(span.written);
        day.problems = day.problems.saturating_add(span.problems);
    }
    let first = today.saturating_sub(i64::from(DAYS) - 1);
    let of = |number| Day {
        number,
        ..sums.get(&number).copied().unwrap_or_default()
    };
    (first..=today).map(of).collect()
}

/// How high the columns of a day are, upwards and downwards, in thousandths of the picture.
fn columns(days: &[Day]) -> Vec<(u64, u64)> {
    let most = |of: fn(&Day) -> u32| u64::from(days.iter().map(of).max().unwrap_or(0));
    let (written, problems) = (most(|day| day.written), most(|day| day.problems));
    let down = BASE - LINE;
    // One scale for both, so that a column twice as high is twice as many.
    let high = |many: u32, room: u64| {
        let many = u64::from(many);
        let by_writes = (many * LINE).checked_div(written);
        let by_problems = (many * down).checked_div(problems);
        let scaled = match (by_writes, by_problems) {
            (Some(one), Some(other)) => one.min(other),
            (one, other) => one.or(other).unwrap_or(0),
        };
        if many == 0 {
            0
        } else {
            scaled.clamp(LEAST, room)
        }
    };
    let of = |day: &Day| (high(day.written, LINE), high(day.problems, down));
    days.iter().map(of).collect()
}

/// The height of the picture.
const BASE: u64 = 1000;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct DaysProps {
    /// What was written, the latest first.
    pub(in crate::panel) spans: Vec<Span>,
    pub(in crate::panel) controls: Controls,
}

/// The picture, its sum, and the same as a list; nothing where nothing was written lately.
#[component]
pub(in crate::panel) fn DaysChart(props: &DaysProps) -> Html {
    let calendar = &props.controls.calendar;
    let today = calendar.day_of.emit(calendar.now.emit(()));
    let days = days(&props.spans, today, |moment| calendar.day_of.emit(moment));
    let sum = |of: fn(&Day) -> u32| days.iter().map(of).fold(0, u32::saturating_add);
    let (written, problems) = (sum(|day| day.written), sum(|day| day.problems));
    if written == 0 && problems == 0 {
        return html! {};
    }
    let label = say_with(
        "days-label",
        &[count("written", written), count("problems", problems)],
    );
    let name = |number: i64| calendar.name.emit(number);
    let first = days.first().map(|day| name(day.number));
    html! {
        <div class="chart days">
            { picture(&days, label) }
            <p class="days-ends muted" aria-hidden="true">
                <span><bdi>{ first.unwrap_or_default() }</bdi></span><span>{ say("days-today") }</span>
            </p>
            <ul class="legend">
                <li>{ swatch("is-written") }{ " " }<strong>{ say_with("days-written", &[count("count", written)]) }</strong></li>
                <li>{ swatch("is-problem") }{ " " }<strong>{ say_with("days-problems", &[count("count", problems)]) }</strong></li>
            </ul>
            { list(&days, name) }
        </div>
    }
}

fn picture(days: &[Day], label: String) -> Html {
    let wide = BASE / u64::from(DAYS);
    let left =
        |place: usize| u64::try_from(place).map_or(0, |place| place * BASE / u64::from(DAYS));
    let column = |class: &'static str, place: usize, from: u64, high: u64| {
        html! {
            if high > 0 {
                <rect {class} x={percent(left(place))} width={percent(wide * 7 / 10)}
                    y={percent(from)} height={percent(high)} />
            }
        }
    };
    let drawn = columns(days)
        .into_iter()
        .enumerate()
        .map(|(place, (up, down))| {
            html! {
                <>
                    { column("is-written", place, LINE - up, up) }
                    { column("is-problem", place, LINE, down) }
                </>
            }
        });
    html! {
        <svg class="columns-of-days" role="img" aria-label={label} focusable="false">
            { for drawn }
            <line class="axis" x1="0" x2="100%" y1={percent(LINE)} y2={percent(LINE)} />
        </svg>
    }
}

/// The days on which something was written, the latest first.
fn list(days: &[Day], name: impl Fn(i64) -> String) -> Html {
    let busy = days
        .iter()
        .rev()
        .filter(|day| day.written > 0 || day.problems > 0);
    let line = |day: &Day| {
        let when = name(day.number);
        say_with(
            "days-line",
            &[
                text("when", &when),
                count("written", day.written),
                count("problems", day.problems),
            ],
        )
    };
    html! {
        <details>
            <summary>{ say("days-list") }</summary>
            <ul class="plain">{ for busy.map(|day| html! { <li>{ line(day) }</li> }) }</ul>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 60 * 60;

    fn span(began: i64, written: u32, problems: u32) -> Span {
        Span {
            began,
            written,
            problems,
        }
    }

    fn utc(moment: i64) -> i64 {
        moment.div_euclid(DAY)
    }

    #[test]
    fn spans_of_one_day_are_summed_and_old_ones_left_out() {
        let spans = [
            span(100 * DAY + 5, 1, 0),
            span(100 * DAY, 2, 1),
            span(100 * DAY - 1, 4, 0),
            span(73 * DAY, 8, 0),
            span(72 * DAY, 16, 16),
            span(101 * DAY, 32, 32),
        ];
        let days = days(&spans, 100, utc);
        assert_eq!(days.len(), usize::from(DAYS));
        let day = |number, written, problems| Day {
            number,
            written,
            problems,
        };
        assert_eq!(days[27], day(100, 3, 1));
        assert_eq!(days[26], day(99, 4, 0));
        assert_eq!(days[0], day(73, 8, 0));
        assert!(days[1..26].iter().all(|day| day.written == 0));
        // Where the day begins later, it is another day.
        let east = super::days(&spans, 100, |moment| utc(moment + 3600));
        assert_eq!((east[27].written, east[26].written), (7, 0));
    }

    #[test]
    fn columns_keep_to_their_room_and_to_one_scale() {
        let of = |all: &[(u32, u32)]| {
            let day = |&(written, problems): &(u32, u32)| Day {
                number: 0,
                written,
                problems,
            };
            columns(&all.iter().map(day).collect::<Vec<_>>())
        };
        assert_eq!(of(&[(0, 0)]), [(0, 0)]);
        assert_eq!(of(&[]), []);
        assert_eq!(of(&[(1, 0)]), [(700, 0)]);
        assert_eq!(of(&[(0, 1)]), [(0, 300)]);
        assert_eq!(of(&[(10, 0), (5, 0)]), [(700, 0), (350, 0)]);
        assert_eq!(of(&[(10, 10)]), [(300, 300)], "the same is as high");
        assert_eq!(of(&[(u32::MAX, 1)]), [(700, LEAST)]);
        assert_eq!(of(&[(1, u32::MAX)]), [(LEAST, 300)]);
    }
}
