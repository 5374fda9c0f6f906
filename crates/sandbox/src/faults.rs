//! What is to go wrong, and when. Faults wait in a list; each is used up. What a fault does to a
//! request is decided in `desk`.

use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::{Caller, Side};

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
    /// Whose requests it strikes; everybody's when absent.
    #[serde(default)]
    pub caller: Option<Caller>,
    /// How often it strikes.
    #[serde(default = "once")]
    pub times: u32,
    /// How long it strikes, from the first time on, in the world's seconds, instead of `times`.
    #[serde(default)]
    pub seconds: Option<u32>,
    /// When `seconds` are over, once they have begun: set by the first strike.
    #[serde(default)]
    pub until: Option<i64>,
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
    /// `{"time_out":500,"done":true}`: silence for so many milliseconds, then the connection breaks.
    TimeOut {
        /// The milliseconds.
        time_out: u32,
        /// Whether the request is carried out.
        #[serde(default)]
        done: bool,
    },
    /// `{"clock_skew":-3600}`: the store's clock is off by so many seconds: its `Date`, its
    /// `Retry-After`, and what it stamps while it carries the request out.
    ClockSkew {
        /// The seconds; negative when the clock is behind.
        clock_skew: i32,
    },
    /// `{"redact":"first_name","to":"***"}`: a member of this name is taken as another text, and
    /// read as one. The status is as always.
    Redact {
        /// The name of the member, wherever it is.
        redact: String,
        /// What becomes of it.
        #[serde(default = "stars")]
        to: String,
    },
    /// `{"flood":70}`: done, and so many megabytes of blanks stand before the answer's body, which is
    /// as good as before for whoever reads them all.
    Flood {
        /// The megabytes; more than 256 are 256.
        flood: u32,
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
    /// Nothing is done, and there is silence for a minute until the connection breaks.
    TimeOut,
    /// It is done, and half of the answer's body is missing.
    Malformed,
    /// It is done, and the list in the answer ends after half of its records, as if there were no
    /// more.
    HalfPage,
    /// Everybody is signed out first.
    SignOut,
    /// 200 with the HTML of the sign-in page. Nothing is done.
    SignInHtml,
}

const fn once() -> u32 {
    1
}

fn stars() -> String {
    "********".to_owned()
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
    pub(crate) fn strike(
        &mut self,
        now: i64,
        side: Side,
        caller: Caller,
        call: &Call,
    ) -> Option<Effect> {
        self.0
            .retain(|fault| fault.until.is_none_or(|end| now < end));
        let mut struck = None;
        let fitting = |fault: &&mut Fault| fault.fits(side, caller, call);
        for fault in self.0.iter_mut().filter(fitting) {
            if fault.after > 0 {
                fault.after -= 1;
            } else if struck.is_none() {
                fault.use_up(now);
                struck = Some(fault.effect.clone());
            }
        }
        self.0.retain(|fault| fault.times > 0);
        struck
    }
}

impl Fault {
    fn use_up(&mut self, now: i64) {
        match self.seconds {
            Some(seconds) => {
                self.until.get_or_insert(now.saturating_add(seconds.into()));
            }
            None => self.times -= 1,
        }
    }

    fn fits(&self, side: Side, caller: Caller, call: &Call) -> bool {
        self.times > 0
            && self.caller.is_none_or(|wanted| wanted == caller)
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
