//! What the core does with two small shops, through its public face: who is who, what is merged,
//! what is asked, what is planned, and how a run goes.

mod answers;
mod applying;
mod journals;
mod merging;
mod planning;
mod shop;
mod statuses;
mod taking_back;
mod who_is_who;
