//! Calls of the panel to the background. Each call names its reply, so no cast can be wrong.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use tandem_core::{Fault, GroupId, Side};

use super::{
    automatic::SetAutomatic,
    customers::{
        AnswerCard, BeginSync, CancelReading, CloseSync, ContinueSync, CopyRecords, DecideCustomer,
        ExportHistory, FindTwins, GuardBy, Keep, KeepNothing, ListAnswers, ListCustomers,
        ListHistory, ListUnread, Lock, MakePreview, PauseReading, PauseSync, ReadCustomers, Review,
        ReviewOf, ShowCustomer, ShowPreview, UndoAnswer, Unlock, Wipe, WithdrawAnswer,
    },
    view::{PlannedTitle, StoreKey, View},
};

/// A call and the type of its reply.
pub trait Call: Serialize + DeserializeOwned {
    /// What the background answers.
    type Reply: Serialize + DeserializeOwned;
    /// The variant of [`PanelCall`] that carries it.
    fn wrap(self) -> PanelCall;
}

/// Every call, as it travels; the router's `match` over it is exhaustive. It is a key with its content,
/// and has no tag of its own: the code that reads a tag is there twice, before and after the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PanelCall {
    /// See [`Look`].
    Look(Look),
    /// See [`Refresh`].
    Refresh(Refresh),
    /// See [`AddAddress`].
    AddAddress(AddAddress),
    /// See [`RemoveAddress`].
    RemoveAddress(RemoveAddress),
    /// See [`ChooseStores`].
    ChooseStores(ChooseStores),
    /// See [`UseToken`].
    UseToken(UseToken),
    /// See [`ForgetToken`].
    ForgetToken(ForgetToken),
    /// See [`OpenStore`].
    OpenStore(OpenStore),
    /// See [`OpenTab`].
    OpenTab(OpenTab),
    /// See [`OpenRehearsal`].
    OpenRehearsal(OpenRehearsal),
    /// See [`CopyRecords`].
    CopyRecords(CopyRecords),
    /// See [`CopyGroups`].
    CopyGroups(CopyGroups),
    /// See [`UseSpelling`].
    UseSpelling(UseSpelling),
    /// See [`ContinueRun`].
    ContinueRun(ContinueRun),
    /// See [`CancelRun`].
    CancelRun(CancelRun),
    /// See [`CloseRun`].
    CloseRun(CloseRun),
    /// See [`ReadCustomers`].
    ReadCustomers(ReadCustomers),
    /// See [`PauseReading`].
    PauseReading(PauseReading),
    /// See [`CancelReading`].
    CancelReading(CancelReading),
    /// See [`ListCustomers`].
    ListCustomers(ListCustomers),
    /// See [`ListUnread`].
    ListUnread(ListUnread),
    /// See [`ShowCustomer`].
    ShowCustomer(ShowCustomer),
    /// See [`FindTwins`].
    FindTwins(FindTwins),
    /// See [`DecideCustomer`].
    DecideCustomer(DecideCustomer),
    /// See [`MakePreview`].
    MakePreview(MakePreview),
    /// See [`ShowPreview`].
    ShowPreview(ShowPreview),
    /// See [`BeginSync`].
    BeginSync(BeginSync),
    /// See [`ContinueSync`].
    ContinueSync(ContinueSync),
    /// See [`PauseSync`].
    PauseSync(PauseSync),
    /// See [`CloseSync`].
    CloseSync(CloseSync),
    /// See [`Review`].
    Review(Review),
    /// See [`ReviewOf`].
    ReviewOf(ReviewOf),
    /// See [`AnswerCard`].
    AnswerCard(AnswerCard),
    /// See [`UndoAnswer`].
    UndoAnswer(UndoAnswer),
    /// See [`ListAnswers`].
    ListAnswers(ListAnswers),
    /// See [`WithdrawAnswer`].
    WithdrawAnswer(WithdrawAnswer),
    /// See [`ListHistory`].
    ListHistory(ListHistory),
    /// See [`ExportHistory`].
    ExportHistory(ExportHistory),
    /// See [`Keep`].
    Keep(Keep),
    /// See [`Wipe`].
    Wipe(Wipe),
    /// See [`GuardBy`].
    GuardBy(GuardBy),
    /// See [`KeepNothing`].
    KeepNothing(KeepNothing),
    /// See [`Unlock`].
    Unlock(Unlock),
    /// See [`Lock`].
    Lock(Lock),
    /// See [`SetAutomatic`].
    SetAutomatic(SetAutomatic),
}

macro_rules! calls {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $ty:ty),* $(,)? } -> $reply:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name { $($(#[$fdoc])* pub $field: $ty),* }

        impl Call for $name {
            type Reply = $reply;
            fn wrap(self) -> PanelCall { PanelCall::$name(self) }
        }
    )*};
}
pub(super) use calls;

calls! {
    /// What is there to show? Makes no call to a store by itself unless nothing was read yet.
    Look {} -> View;
    /// Asks both stores again who is signed in and which groups there are.
    Refresh {} -> View;
    /// Has Tandem work on an eCom admin at an address that is not the vendor's own. The browser has been
    /// asked for access to it.
    AddAddress {
        /// Its origin, such as `https://admin.example.com`.
        origin: String,
    } -> View;
    /// Takes such an address, and the access to it, back.
    RemoveAddress {
        /// Its origin.
        origin: String,
    } -> View;
    /// Pins these two stores as the pair to keep the same.
    ChooseStores {
        /// The POS store.
        pos: StoreKey,
        /// The eCom store.
        ecom: StoreKey,
    } -> View;
    /// Reaches a store with a token that its owner pasted.
    UseToken {
        /// Whose token it is.
        side: Side,
        /// The token. It is never sent back to a panel.
        token: String,
        /// Whether it survives the browser's end.
        keep: bool,
    } -> View;
    /// Drops a pasted token.
    ForgetToken {
        /// Whose token.
        side: Side,
    } -> View;
    /// Opens a store's admin, where it asks for the sign-in if it must, and comes back to this
    /// tab once the store answers.
    OpenStore {
        /// Which store.
        side: Side,
    } -> Done;
    /// Opens the panel in a tab of its own.
    OpenTab {} -> Done;
    /// Opens a rehearsal in a tab of its own: with made-up shops, or with a copy of what was read.
    OpenRehearsal {
        /// Whether with a copy.
        with_copy: bool,
    } -> Done;
    /// Creates exactly these titles; answers as soon as the run is journalled.
    CopyGroups {
        /// The side that is written to.
        to: Side,
        /// What the preview listed, in its order.
        titles: Vec<PlannedTitle>,
    } -> Done;
    /// Renames a group to the other side's spelling.
    UseSpelling {
        /// The side whose group is renamed.
        on: Side,
        /// The group to rename.
        id: GroupId,
        /// The title it was shown with.
        expected: String,
        /// The spelling it gets.
        title: String,
    } -> Done;
    /// Does what a run has not done yet: after an interruption, a pause or failures.
    ContinueRun {} -> Done;
    /// Stops the run after the write that is under way.
    CancelRun {} -> Done;
    /// Puts the result list away.
    CloseRun {} -> View;
}

/// The reply of a call that only starts something; what comes of it arrives by the feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {}

/// A call with its envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// [`super::VERSION`] of the sender.
    pub v: u32,
    /// The call.
    pub body: PanelCall,
}

/// Why an envelope's call is not answered with a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The panel speaks another version of the protocol.
    OtherVersion,
    /// It is no envelope, or its call is unknown or malformed.
    Malformed,
}

impl Envelope {
    /// Reads a message. The version is read before the call, so that a panel of another version is
    /// told so rather than refused for a call that this version does not know.
    ///
    /// # Errors
    /// [`Unread`].
    pub fn read(text: &str) -> Result<PanelCall, Unread> {
        #[derive(Deserialize)]
        struct OnlyVersion {
            v: u32,
        }
        match serde_json::from_str(text) {
            Ok(OnlyVersion { v }) if v != super::VERSION => Err(Unread::OtherVersion),
            Ok(OnlyVersion { .. }) => serde_json::from_str::<Self>(text)
                .map(|envelope| envelope.body)
                .map_err(|_| Unread::Malformed),
            Err(_) => Err(Unread::Malformed),
        }
    }
}

/// What the background answers to an envelope: the call's reply, or why there is none.
///
/// The content is a field and not serde's `content`: then all that is in it is read in one way, out of
/// what serde kept, and the code that reads each type is there once and not twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "outcome")]
pub enum Answer<R> {
    /// The reply.
    Reply {
        /// As the call has it.
        with: R,
    },
    /// The call was understood and not done.
    Fault {
        /// Why.
        with: Fault,
    },
    /// The panel is of another version: it says "reload".
    OtherVersion,
    /// The message could not be read, or its sender may not ask.
    Refused,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::VERSION;
    use proptest::prelude::*;

    fn every_call() -> Vec<PanelCall> {
        let key = |key: &str| StoreKey(key.into());
        let title = PlannedTitle {
            source: GroupId("7".into()),
            title: " =VIP \"ä\"\u{202e}".into(),
        };
        let near = UseSpelling {
            on: Side::Ecom,
            id: GroupId("8".into()),
            expected: "vip".into(),
            title: "VIP".into(),
        };
        vec![
            Look {}.wrap(),
            Refresh {}.wrap(),
            AddAddress {
                origin: "https://admin.example.com".into(),
            }
            .wrap(),
            RemoveAddress {
                origin: "https://admin.example.com".into(),
            }
            .wrap(),
            ChooseStores {
                pos: key("lantern"),
                ecom: key("10203040"),
            }
            .wrap(),
            UseToken {
                side: Side::Pos,
                token: "t".into(),
                keep: false,
            }
            .wrap(),
            ForgetToken { side: Side::Ecom }.wrap(),
            OpenStore { side: Side::Pos }.wrap(),
            OpenTab {}.wrap(),
            OpenRehearsal { with_copy: true }.wrap(),
            CopyRecords { from: 65_536 }.wrap(),
            CopyGroups {
                to: Side::Pos,
                titles: vec![title],
            }
            .wrap(),
            near.wrap(),
            ContinueRun {}.wrap(),
            CancelRun {}.wrap(),
            CloseRun {}.wrap(),
        ]
    }

    #[test]
    fn every_call_arrives_as_it_was_sent() {
        for body in every_call() {
            let text = serde_json::to_string(&Envelope {
                v: VERSION,
                body: body.clone(),
            })
            .unwrap();
            assert_eq!(Envelope::read(&text), Ok(body), "{text}");
        }
    }

    /// The shell of a rehearsal asks for a copy by itself, before there is any panel.
    #[test]
    fn the_shell_asks_as_a_panel_does() {
        let shell = include_str!("../../extension/copy.js");
        let sent = format!("{{ v: {VERSION}, body: {{ copy_records: {{ from }} }} }}");
        assert!(shell.contains(&sent), "{shell}");
        let text = format!(r#"{{"v":{VERSION},"body":{{"copy_records":{{"from":7}}}}}}"#);
        assert_eq!(Envelope::read(&text), Ok(CopyRecords { from: 7 }.wrap()));
    }

    #[test]
    fn another_version_is_told_so_whatever_it_asks() {
        for text in [r#"{"v":0}"#, r#"{"v":99,"body":{"of_the_future":{}}}"#] {
            assert_eq!(Envelope::read(text), Err(Unread::OtherVersion), "{text}");
        }
    }

    #[test]
    fn what_is_no_call_is_malformed() {
        for text in [
            "",
            "null",
            "[]",
            r#"{"page":"hello"}"#,
            r#"{"v":1}"#,
            r#"{"v":-1,"body":{"look":{}}}"#,
            r#"{"v":1,"body":{"call":"look"}}"#,
            r#"{"v":1,"body":{"delete_everything":{}}}"#,
            r#"{"v":1,"body":{"copy_groups":{"to":"pos","titles":[{"source":7}]}}}"#,
            r#"{"v":1,"body":{"copy_groups":{"to":"__proto__","titles":[]}}}"#,
        ] {
            assert_eq!(Envelope::read(text), Err(Unread::Malformed), "{text}");
        }
        let deep = format!(
            r#"{{"v":1,"body":{}{}}}"#,
            "[".repeat(5000),
            "]".repeat(5000)
        );
        assert_eq!(Envelope::read(&deep), Err(Unread::Malformed));
    }

    proptest! {
        #[test]
        fn no_message_makes_the_reader_panic(text in "\\PC{0,200}", cut in 0_usize..400) {
            drop(Envelope::read(&text));
            for body in every_call() {
                let whole = serde_json::to_string(&Envelope { v: VERSION, body }).unwrap();
                drop(Envelope::read(&whole.chars().take(cut).collect::<String>()));
            }
        }
    }
}
