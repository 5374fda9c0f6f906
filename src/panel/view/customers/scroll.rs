//! Which rows are in view, and where a key leads. Pure.

use std::ops::Range;

/// The height of a row in pixels, as in `static/css/customers.css`. A hundred thousand rows are then
/// 6 million pixels high; browsers draw at least 16 million.
pub(super) const ROW: u32 = 60;

/// How many rows are drawn beyond those in view, on each side.
const BEYOND: u32 = 10;

/// The rows in view move in steps of so many, so that most movements draw nothing anew.
const STEP: u32 = 5;

/// How many rows are in view before anything was measured.
pub(super) const FIRST: u32 = 15;

/// The rows in view, when `top` pixels are above them and `height` pixels of them are seen. How many
/// they are depends on the height alone.
pub(super) fn in_view(top: u32, height: u32) -> Range<u32> {
    let first = top / ROW / STEP * STEP;
    let many = (height.div_ceil(ROW) + STEP).next_multiple_of(STEP);
    first..first + many
}

/// The rows that are drawn.
pub(super) fn drawn(seen: &Range<u32>, total: u32) -> Range<u32> {
    let end = seen.end.saturating_add(BEYOND).min(total);
    seen.start.saturating_sub(BEYOND).min(end)..end
}

/// Which of the list's elements shows the row at a place, while so many rows are in view: the same
/// ones for whatever is drawn, so that a movement, however far, makes no element anew.
pub(super) fn slot(place: u32, seen: &Range<u32>) -> u32 {
    let many = seen.end.saturating_sub(seen.start) + 2 * BEYOND;
    place % many
}

/// Whether the rows in view moved on so far at once that those between were not even seen: nobody
/// stops there, so there is no point in asking for them.
pub(super) fn is_flung(from: &Range<u32>, to: &Range<u32>) -> bool {
    let many = from.end.saturating_sub(from.start) + BEYOND;
    from.start.abs_diff(to.start) > many
}

/// Whether these rows are on other pages than those.
pub(super) fn is_elsewhere(one: &Range<u32>, other: &Range<u32>, page: u32) -> bool {
    let pages = |rows: &Range<u32>| (rows.start / page, rows.end.saturating_sub(1) / page);
    pages(one) != pages(other)
}

/// The row that a key leads to from row `at`, of `total` rows with `page` in view.
pub(super) fn led_to(key: &str, at: u32, total: u32, page: u32) -> Option<u32> {
    let last = total.checked_sub(1)?;
    let to = match key {
        "ArrowDown" => at.saturating_add(1),
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => at.saturating_add(page.max(1)),
        "PageUp" => at.saturating_sub(page.max(1)),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(to.min(last))
}

/// Where to scroll so that row `at` is wholly in view; `None` where it is.
pub(super) fn brought_in(at: u32, top: u32, height: u32) -> Option<u32> {
    let (start, end) = (at * ROW, (at + 1) * ROW);
    if start < top {
        Some(start)
    } else if end > top.saturating_add(height) {
        Some(end.saturating_sub(height))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_lead_where_they_say_and_never_beyond() {
        for (key, from, to) in [
            ("ArrowDown", 0, 1),
            ("ArrowDown", 99, 99),
            ("ArrowUp", 5, 4),
            ("ArrowUp", 0, 0),
            ("PageDown", 3, 13),
            ("PageDown", 95, 99),
            ("PageUp", 13, 3),
            ("PageUp", 3, 0),
            ("Home", 50, 0),
            ("End", 50, 99),
        ] {
            assert_eq!(led_to(key, from, 100, 10), Some(to), "{key} from {from}");
        }
        assert_eq!(led_to("a", 0, 100, 10), None);
        assert_eq!(led_to("End", 0, 0, 10), None);
        assert_eq!(
            led_to("ArrowDown", 500, 3, 10),
            Some(2),
            "the list became shorter"
        );
    }

    proptest! {
        #[test]
        fn what_is_seen_is_drawn_and_not_much_more(top in 0_u32..6_000_000, height in 0_u32..3000) {
            let total = 100_000;
            let seen = in_view(top, height);
            let drawn = drawn(&seen, total);
            for pixel in [top, top.saturating_add(height.saturating_sub(1))] {
                let row = pixel / ROW;
                prop_assert!(row >= total || height == 0 || drawn.contains(&row));
            }
            prop_assert!(drawn.len() <= (height / ROW + 1 + 2 * STEP + 2 * BEYOND) as usize);
        }

        #[test]
        fn no_two_rows_that_are_drawn_share_an_element(top in 0_u32..6_000_000, height in 0_u32..3000, total in 1_u32..100_000) {
            let seen = in_view(top, height);
            let drawn = drawn(&seen, total);
            let slots: std::collections::BTreeSet<u32> = drawn.clone().map(|place| slot(place, &seen)).collect();
            prop_assert_eq!(slots.len(), drawn.len());
        }

        #[test]
        fn a_movement_however_far_makes_no_element_anew(from in 2_000_u32..5_000_000, to in 2_000_u32..5_000_000, height in ROW..3000) {
            let slots = |top| {
                let seen = in_view(top, height);
                drawn(&seen, 100_000).map(|place| slot(place, &seen)).collect::<std::collections::BTreeSet<u32>>()
            };
            prop_assert_eq!(slots(from), slots(to));
        }

        #[test]
        fn a_row_that_is_brought_in_is_in_view(at in 0_u32..100_000, top in 0_u32..6_000_000, height in ROW..3000) {
            let top = brought_in(at, top, height).unwrap_or(top);
            prop_assert!(at * ROW >= top && (at + 1) * ROW <= top + height);
        }
    }
}
