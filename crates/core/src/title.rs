//! Titles: what makes two of them the same, nearly the same, or alike (rules 3.3).
