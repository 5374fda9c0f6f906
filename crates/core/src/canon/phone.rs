//! Telephone numbers: compared by their digits.

/// The digits of a number as typed, with a leading plus where it has one.
#[must_use]
pub fn digits(phone: &str) -> String {
    let digits = phone.chars().filter_map(|letter| letter.to_digit(10));
    let digits = digits.filter_map(|digit| char::from_digit(digit, 10));
    let plus = phone.trim_start().starts_with('+').then_some('+');
    plus.into_iter().chain(digits).collect()
}
