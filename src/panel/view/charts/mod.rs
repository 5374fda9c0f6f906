//! Pictures of numbers, where looking beats reading. Ours, drawn with the page's own tokens, because
//! the page's policy takes neither inline styles nor a library. Beside each stand the same numbers as
//! text, and what differs in colour differs in texture too.

mod bar;
mod consent;
mod course;
mod days;
mod overlap;

pub(in crate::panel) use self::{
    bar::{Share, bar},
    consent::ConsentChart,
    course::{Course, course},
    days::DaysChart,
    overlap::{OverlapChart, word},
};
