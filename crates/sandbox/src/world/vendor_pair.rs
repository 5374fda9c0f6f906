//! How the vendor's sync decides for one person. Values in, values out; no store.

use serde::{Deserialize, Serialize};

/// What the vendor's sync keeps the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// The email address.
    pub email: String,
    /// The group's title; none for the default group.
    pub group: Option<String>,
    /// Whether the person takes marketing; none when never asked.
    pub marketing: Option<bool>,
    /// When the record was last changed, in seconds.
    pub at: i64,
}

/// Two records that the vendor's sync takes for one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// The customer of POS.
    pub pos: String,
    /// What both had when it last looked.
    pub shared: Shared,
}

/// What both sides are to have when they meet for the first time: what is said wins over what was
/// never said, and of two things said the later one; POS where neither is later.
pub(super) fn first_wins(pos: &Shared, ecom: &Shared) -> Shared {
    let latest = if ecom.at > pos.at { ecom } else { pos };
    Shared {
        email: latest.email.clone(),
        group: match (&pos.group, &ecom.group) {
            (Some(_), Some(_)) => latest.group.clone(),
            (one, other) => one.clone().or_else(|| other.clone()),
        },
        // POS says "may be emailed" of everybody who was never asked: no news for eCom.
        marketing: match ecom.marketing {
            Some(_) => latest.marketing,
            None => pos.marketing.filter(|allowed| !allowed),
        },
        at: latest.at,
    }
}

/// What both sides are to have, when they had `then` in common: of each, what was changed; the
/// later change where both were.
pub(super) fn three_way(then: &Agreed, pos: &Shared, ecom: &Shared) -> Shared {
    let then = &then.shared;
    let ecom_is_later = ecom.at > pos.at;
    // Never asked then, and not refused since: POS has no word for that but "may be emailed".
    let never_said = then.marketing.is_none() && pos.marketing == Some(true);
    let pos_marketing = pos.marketing.filter(|_| !never_said);
    Shared {
        email: changed(&then.email, &pos.email, &ecom.email, ecom_is_later),
        group: changed(&then.group, &pos.group, &ecom.group, ecom_is_later),
        marketing: changed(
            &then.marketing,
            &pos_marketing,
            &ecom.marketing,
            ecom_is_later,
        ),
        at: pos.at.max(ecom.at),
    }
}

fn changed<T: Clone + PartialEq>(then: &T, pos: &T, ecom: &T, ecom_is_later: bool) -> T {
    let ecom_wins = match (pos != then, ecom != then) {
        (true, true) => ecom_is_later,
        (false, _) => true,
        (true, false) => false,
    };
    if ecom_wins { ecom } else { pos }.clone()
}

#[cfg(test)]
mod tests {
    use super::{Agreed, Shared, first_wins, three_way};

    fn shared(group: Option<&str>, marketing: Option<bool>, at: i64) -> Shared {
        Shared {
            email: "a@b.c".into(),
            group: group.map(str::to_owned),
            marketing,
            at,
        }
    }

    #[test]
    fn at_first_what_is_said_wins_and_of_two_the_later() {
        let said = |pos: &Shared, ecom: &Shared| {
            let wanted = first_wins(pos, ecom);
            (wanted.group, wanted.marketing)
        };
        let vip = || Some("VIP".to_owned());
        let (quiet, named) = (shared(None, Some(true), 9), shared(Some("VIP"), None, 1));
        assert_eq!(said(&quiet, &named), (vip(), None));
        assert_eq!(said(&named, &quiet), (vip(), Some(true)));
        let no = shared(None, Some(false), 1);
        assert_eq!(said(&no, &named), (vip(), Some(false)));
        let staff = shared(Some("Staff"), Some(true), 5);
        let later = shared(Some("VIP"), Some(false), 6);
        assert_eq!(said(&staff, &later), (vip(), Some(false)));
        assert_eq!(said(&later, &staff), (vip(), Some(false)));
    }

    #[test]
    fn later_only_what_was_changed_moves() {
        let then = |marketing| Agreed {
            pos: "p".into(),
            shared: shared(None, marketing, 1),
        };
        let (sold, asked) = (shared(None, Some(true), 9), shared(None, Some(false), 5));
        assert_eq!(three_way(&then(None), &sold, &asked).marketing, Some(false));
        let unasked = shared(None, None, 5);
        assert_eq!(three_way(&then(None), &sold, &unasked).marketing, None);
        let (vip, both) = (
            shared(Some("VIP"), Some(true), 3),
            shared(None, Some(false), 9),
        );
        let wanted = three_way(&then(Some(true)), &vip, &both);
        assert_eq!(
            (wanted.group.as_deref(), wanted.marketing),
            (Some("VIP"), Some(false))
        );
        let (one, other) = (
            shared(Some("A"), Some(true), 4),
            shared(Some("B"), Some(true), 3),
        );
        assert_eq!(
            three_way(&then(Some(true)), &one, &other).group.as_deref(),
            Some("A")
        );
    }
}
