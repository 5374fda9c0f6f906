//! One bar whose shares stand for numbers, and the legend that says which.

use yew::prelude::*;

use crate::panel::words::thousands;

/// A number and how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::panel) struct Share {
    /// Its style: a colour and a texture.
    pub(in crate::panel) class: &'static str,
    /// The number.
    pub(in crate::panel) many: u32,
}

/// How wide a bar is, in thousandths.
const BAR: u64 = 1000;

/// What is left free between two shares.
const GAP: u64 = 6;

/// The least that is drawn of a number that is not nothing, so that it is seen beside a million.
const LEAST: u64 = 14;

/// Where the shares of a bar begin and end, in thousandths of it. Numbers of nothing have none.
pub(super) fn shapes(shares: &[Share]) -> Vec<(&'static str, u64, u64)> {
    let shares: Vec<Share> = shares.iter().copied().filter(|one| one.many > 0).collect();
    let total: u64 = shares.iter().map(|one| u64::from(one.many)).sum();
    let count = u64::try_from(shares.len()).unwrap_or(BAR);
    let taken = count * LEAST + count.saturating_sub(1) * GAP;
    let room = BAR.saturating_sub(taken);
    // Rounded from the beginning of the bar on, so that the last one ends where the bar does.
    let mut before = 0;
    let places = (0_u64..).zip(shares).map(|(place, share)| {
        let free = |sum: u64| room.saturating_mul(sum).checked_div(total).unwrap_or(0);
        let begin = place * (LEAST + GAP) + free(before);
        before += u64::from(share.many);
        let end = place * (LEAST + GAP) + LEAST + free(before);
        (share.class, begin, end)
    });
    places.collect()
}

/// Thousandths as a drawing takes them.
pub(super) fn percent(of_thousand: u64) -> String {
    format!("{}.{}%", of_thousand / 10, of_thousand % 10)
}

/// The bar. `label` says all its numbers.
pub(in crate::panel) fn bar(shares: &[Share], label: String) -> Html {
    let lines = shapes(shares)
        .into_iter()
        .map(|(class, begin, end)| line(class, begin, end));
    html! {
        <svg class="bar" role="img" aria-label={label} focusable="false">{ for lines }</svg>
    }
}

/// One share of a bar.
pub(super) fn line(class: &'static str, begin: u64, end: u64) -> Html {
    html! {
        <line {class} x1={percent(begin)} x2={percent(end)} y1="50%" y2="50%" />
    }
}

/// A piece of a bar, to know the share by.
pub(super) fn swatch(class: &'static str) -> Html {
    html! {
        <svg class="swatch" aria-hidden="true" focusable="false">{ line(class, 0, BAR) }</svg>
    }
}

/// One line of a legend: the look, the number, the word.
pub(super) fn named(share: Share, word: String) -> Html {
    html! {
        <>
            { swatch(share.class) }
            <strong>{ thousands(share.many.into()) }</strong>{ " " }<span>{ word }</span>
        </>
    }
}

/// What the shares of a bar are, with their numbers: those of nothing too.
pub(super) fn legend(all: impl Iterator<Item = (Share, String)>) -> Html {
    html! {
        <ul class="legend">{ for all.map(|(share, word)| html! { <li>{ named(share, word) }</li> }) }</ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLASSES: [&str; 4] = ["a", "b", "c", "d"];

    fn of(numbers: &[u32]) -> Vec<(&'static str, u64, u64)> {
        let shares = CLASSES.iter().zip(numbers);
        let shares: Vec<_> = shares
            .map(|(&class, &many)| Share { class, many })
            .collect();
        shapes(&shares)
    }

    #[test]
    fn a_bar_of_nothing_has_no_share() {
        assert_eq!(of(&[]), []);
        assert_eq!(of(&[0, 0, 0]), []);
    }

    #[test]
    fn one_number_fills_the_bar() {
        assert_eq!(of(&[1]), [("a", 0, 1000)]);
        assert_eq!(of(&[0, u32::MAX, 0]), [("b", 0, 1000)]);
    }

    #[test]
    fn shares_stand_in_a_row_and_fill_the_bar() {
        let cases = [
            [1, 1, 1, 1],
            [0, 5, 0, 1],
            [u32::MAX, 1, u32::MAX, 1],
            [1_000_000, 0, 1, 2],
            [3, 50, 7, 0],
        ];
        for numbers in cases {
            let shapes = of(&numbers);
            let there = numbers.iter().filter(|many| **many > 0).count();
            assert_eq!(shapes.len(), there);
            assert_eq!(shapes.first().map(|shape| shape.1), Some(0));
            assert_eq!(shapes.last().map(|shape| shape.2), Some(BAR));
            for (_, begin, end) in &shapes {
                assert!(end - begin >= LEAST, "{numbers:?}: {shapes:?}");
            }
            for pair in shapes.windows(2) {
                assert_eq!(pair[1].1 - pair[0].2, GAP, "{numbers:?}: {shapes:?}");
            }
        }
    }

    #[test]
    fn a_greater_number_has_no_smaller_share() {
        let wide = |numbers: &[u32]| -> Vec<u64> {
            let shapes = of(numbers);
            shapes.iter().map(|(_, begin, end)| end - begin).collect()
        };
        assert_eq!(wide(&[1, 1]), [497, 497]);
        let [few, many, most] = wide(&[1, 10, 100])[..] else {
            unreachable!("three shares");
        };
        assert!(few < many && many < most);
        assert!(most > 850, "near to what it is: {most}");
    }

    #[test]
    fn thousandths_are_written_as_percent() {
        for (of_thousand, written) in [(0, "0.0%"), (7, "0.7%"), (1000, "100.0%"), (125, "12.5%")] {
            assert_eq!(percent(of_thousand), written);
        }
    }
}
