//! What is to go wrong, and when. Faults wait in a list; each is used up. What a fault does to a
//! request is decided in `desk`.

use serde::{Deserialize, Serialize};

use crate::Side;
use crate::call::Call;

/// One thing that is to go wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// The side whose API it strikes; both when absent.
    #[serde(default)]
    pub side: Option<Side>,
    /// The method that it strikes; all when absent.
    #[serde(default)]
    pub method: Option<String>,
    /// Part of the path and query, or the whole of it with `*` for anything; all when absent.
    #[serde(default)]
    pub path: Option<String>,
    /// How often it strikes.
    #[serde(default = "once")]
    pub times: u32,
    /// How many fitting requests it lets pass first.
    #[serde(default)]
    pub after: u32,
    /// What happens.
    #[serde(rename = "do")]
    pub effect: Effect,
}

/// What a fault does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Effect {
    /// One that needs no more than its name.
    Named(Named),
    /// `{"status":500,"body":"…","done":true}`: this status. Nothing is done unless `done`.
    Status {
        /// The status.
        status: u16,
        /// The body; without one, an error in the manner of the side.
        #[serde(default)]
        body: Option<String>,
        /// Whether the request is carried out all the same.
        #[serde(default)]
        done: bool,
    },
    /// `{"rate_limited":3}`: 429, to be repeated after so many seconds. Nothing is done.
    RateLimited {
        /// The seconds.
        rate_limited: u32,
    },
    /// `{"slow":500}`: done at once, answered after so many milliseconds.
    Slow {
        /// The milliseconds.
        slow: u32,
    },
}

/// Effects that need no more than a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Named {
    /// It is done, and the connection breaks before the answer.
    LostReply,
    /// 429, to be repeated after 2 seconds. Nothing is done.
    RateLimited,
    /// It is done, and half of the answer's body is missing.
    Malformed,
    /// Everybody is signed out first.
    SignOut,
    /// 200 with the HTML of the sign-in page. Nothing is done.
    SignInHtml,
}

const fn once() -> u32 {
    1
}

/// The faults that wait.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn set(&mut self, list: Vec<Fault>) {
        self.0 = list;
    }

    pub(crate) fn list(&self) -> &[Fault] {
        &self.0
    }

    /// The fault that strikes this request, if one does. The first of the list wins; those that
    /// still let requests pass count this one.
    pub(crate) fn strike(&mut self, side: Side, call: &Call) -> Option<Effect> {
        let mut struck = None;
        for fault in self.0.iter_mut().filter(|fault| fault.fits(side, call)) {
            if fault.after > 0 {
                fault.after -= 1;
            } else if struck.is_none() {
                fault.times -= 1;
                struck = Some(fault.effect.clone());
            }
        }
        self.0.retain(|fault| fault.times > 0);
        struck
    }
}

impl Fault {
    fn fits(&self, side: Side, call: &Call) -> bool {
        self.times > 0
            && self.side.is_none_or(|wanted| wanted == side)
            && self
                .method
                .as_ref()
                .is_none_or(|method| method.eq_ignore_ascii_case(call.method.as_str()))
            && self
                .path
                .as_ref()
                .is_none_or(|pattern| path_fits(pattern, &call.target))
    }
}

fn path_fits(pattern: &str, path: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return path.contains(pattern);
    };
    let Some(mut left) = path.strip_prefix(start) else {
        return false;
    };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let last = parts.pop().unwrap_or_default();
    for part in parts {
        let Some((_, after)) = left.split_once(part) else {
            return false;
        };
        left = after;
    }
    left.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::path_fits;

    #[test]
    fn a_pattern_is_a_part_or_a_whole_with_stars() {
        for (pattern, path, fits) in [
            ("/customer_groups", "/api/2.0/customer_groups?after=3", true),
            ("/api/*/customer_groups", "/api/2.0/customer_groups", true),
            (
                "/api/*/customer_groups",
                "/api/2.0/customer_groups/7",
                false,
            ),
            (
                "*/customer_groups/*/customers",
                "/api/2.0/customer_groups/7/customers",
                true,
            ),
            ("/customers*", "/api/2.0/customers", false),
            ("*", "/anything", true),
        ] {
            assert_eq!(path_fits(pattern, path), fits, "{pattern} {path}");
        }
    }
}
