//! Consent to marketing by email: the three states, when two of them mean the same, and the table
//! of what follows (design section 6; rules 3.4). Nothing here raises without the evidence that the
//! design asks for: an explicit act of the shopper online.

use serde::{Deserialize, Serialize};

use crate::{Side, Sides};

/// What one side knows of a person's consent.
///
/// POS has an opt-out flag: `do_not_email: true` is `Denied`, and `false`, which is also what
/// nobody ever set, is `Unknown`: it proves nothing. POS knows no `Granted`. eCom has
/// `acceptMarketing`: true, false, and absent for never asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// The person does not want it.
    Denied,
    /// Nobody knows.
    Unknown,
    /// The person said yes.
    Granted,
}

/// What follows for the consent of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentOutcome {
    /// Both sides mean the same.
    Agreed,
    /// They differ as they did when last looked at, and that was decided.
    KeptApart,
    /// `to` gets `Denied`.
    Lower {
        /// The side that is written to.
        to: Side,
    },
    /// POS gets `do_not_email: false`, because the shopper said yes online since.
    RaiseInPos,
    /// A person decides. `Denied` on both may be answered for many at once; the rest one by one.
    Ask(ConsentQuestion),
}

/// Why a person has to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentQuestion {
    /// The two differ and nothing was ever agreed.
    NeverAgreed,
    /// POS took the opt-out away. That is no proof that the person agreed.
    RaisedInPos,
    /// eCom no longer says anything where it said no.
    ForgottenOnline,
    /// Both changed, and not to the same.
    BothChanged,
}

impl Sides<Consent> {
    /// Whether both sides mean the same: nobody is mailed, or nobody objected.
    ///
    /// ```
    /// use tandem_core::{Consent::*, Sides};
    /// assert!(Sides { pos: Unknown, ecom: Granted }.agree());
    /// assert!(!Sides { pos: Denied, ecom: Unknown }.agree());
    /// ```
    #[must_use]
    pub fn agree(self) -> bool {
        (self.pos == Consent::Denied) == (self.ecom == Consent::Denied)
    }
}

/// What follows from what was last agreed (or knowingly left different) and what is now.
#[must_use]
pub fn reconcile(agreed: Option<Sides<Consent>>, now: Sides<Consent>) -> ConsentOutcome {
    use ConsentOutcome::{Agreed, Ask, KeptApart};
    if now.agree() {
        return Agreed;
    }
    let Some(then) = agreed else {
        return Ask(ConsentQuestion::NeverAgreed);
    };
    match (now.pos != then.pos, now.ecom != then.ecom) {
        (false, false) => KeptApart,
        (true, false) => pos_changed(now.pos),
        (false, true) => ecom_changed(now.ecom),
        (true, true) => Ask(ConsentQuestion::BothChanged),
    }
}

const fn pos_changed(to: Consent) -> ConsentOutcome {
    match to {
        Consent::Denied => ConsentOutcome::Lower { to: Side::Ecom },
        Consent::Unknown | Consent::Granted => ConsentOutcome::Ask(ConsentQuestion::RaisedInPos),
    }
}

const fn ecom_changed(to: Consent) -> ConsentOutcome {
    match to {
        Consent::Denied => ConsentOutcome::Lower { to: Side::Pos },
        Consent::Granted => ConsentOutcome::RaiseInPos,
        Consent::Unknown => ConsentOutcome::Ask(ConsentQuestion::ForgottenOnline),
    }
}

/// The consent that a record gets when it is created on `on` for a record of the other side that
/// has `source`: never more than the person gave. POS false proves nothing, so a new eCom record
/// is always `Denied`; a new POS record is `Denied` unless eCom says yes.
#[must_use]
pub const fn on_create(on: Side, source: Consent) -> Consent {
    match (on, source) {
        (Side::Pos, Consent::Granted) => Consent::Unknown,
        (Side::Pos | Side::Ecom, _) => Consent::Denied,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Consent::{Denied, Granted, Unknown};
    use ConsentOutcome::{Agreed, Ask, KeptApart, Lower, RaiseInPos};
    use ConsentQuestion::{BothChanged, ForgottenOnline, NeverAgreed, RaisedInPos};

    const TO_ECOM: ConsentOutcome = Lower { to: Side::Ecom };
    const TO_POS: ConsentOutcome = Lower { to: Side::Pos };

    /// What POS and eCom can say, in the order of the columns below.
    const NOW: [(Consent, Consent); 6] = [
        (Denied, Denied),
        (Denied, Unknown),
        (Denied, Granted),
        (Unknown, Denied),
        (Unknown, Unknown),
        (Unknown, Granted),
    ];

    fn row(agreed: Option<(Consent, Consent)>, expected: [ConsentOutcome; 6]) {
        let agreed = agreed.map(|(pos, ecom)| Sides { pos, ecom });
        for ((pos, ecom), expected) in NOW.into_iter().zip(expected) {
            let outcome = reconcile(agreed, Sides { pos, ecom });
            assert_eq!(
                outcome, expected,
                "agreed {agreed:?}, now POS {pos:?} and eCom {ecom:?}"
            );
        }
    }

    // One test a row, so that a cell that is flipped fails a test that says which.
    // Now:                 D/D     D/U              D/G              U/D              U/U     U/G

    #[test]
    fn first_run() {
        let ask = Ask(NeverAgreed);
        row(None, [Agreed, ask, ask, ask, Agreed, Agreed]);
    }

    #[test]
    fn both_were_denied() {
        let cells = [
            Agreed,
            Ask(ForgottenOnline),
            RaiseInPos,
            Ask(RaisedInPos),
            Agreed,
            Agreed,
        ];
        row(Some((Denied, Denied)), cells);
    }

    #[test]
    fn denied_in_pos_and_unknown_online_were_kept_apart() {
        let cells = [
            Agreed,
            KeptApart,
            RaiseInPos,
            Ask(BothChanged),
            Agreed,
            Agreed,
        ];
        row(Some((Denied, Unknown)), cells);
    }

    #[test]
    fn denied_in_pos_and_granted_online_were_kept_apart() {
        let cells = [
            Agreed,
            Ask(ForgottenOnline),
            KeptApart,
            Ask(BothChanged),
            Agreed,
            Agreed,
        ];
        row(Some((Denied, Granted)), cells);
    }

    #[test]
    fn not_denied_in_pos_and_denied_online_were_kept_apart() {
        let cells = [
            Agreed,
            Ask(BothChanged),
            Ask(BothChanged),
            KeptApart,
            Agreed,
            Agreed,
        ];
        row(Some((Unknown, Denied)), cells);
    }

    #[test]
    fn nobody_had_asked() {
        let cells = [Agreed, TO_ECOM, Ask(BothChanged), TO_POS, Agreed, Agreed];
        row(Some((Unknown, Unknown)), cells);
    }

    #[test]
    fn granted_online() {
        let cells = [Agreed, Ask(BothChanged), TO_ECOM, TO_POS, Agreed, Agreed];
        row(Some((Unknown, Granted)), cells);
    }

    #[test]
    fn nobody_is_created_with_more_than_they_gave() {
        for source in [Denied, Unknown, Granted] {
            assert_eq!(on_create(Side::Ecom, source), Denied, "{source:?}");
        }
        assert_eq!(on_create(Side::Pos, Granted), Unknown);
        assert_eq!(on_create(Side::Pos, Unknown), Denied);
        assert_eq!(on_create(Side::Pos, Denied), Denied);
    }
}
