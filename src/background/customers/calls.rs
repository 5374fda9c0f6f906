//! The panel's calls about customers, each to what answers it.

use std::rc::Rc;

use tandem_core::{Fault, FaultKind};
use tandem_engine::desk::Said;

use super::{Open, now_seconds};
use crate::{
    background::{
        router::{done, refused, reply},
        session::Background,
    },
    protocol::{customers::AnswerCard, panel::PanelCall, secret::Secret},
};

/// The longest text that a person types: a search, a reason.
const LONGEST_TEXT: usize = 4_096;

/// Answers a call about customers; any other is refused.
pub(in crate::background) async fn answer(background: &Rc<Background>, call: PanelCall) -> String {
    match call {
        PanelCall::ReadCustomers(_) => done(background.read_customers().await),
        PanelCall::PauseReading(_) => {
            background.pause_reading();
            done(Ok(()))
        }
        PanelCall::CancelReading(_) => done(background.cancel_reading().await),
        PanelCall::BeginSync(with) => done(background.begin_sync(with.id, with.confirmed).await),
        PanelCall::ContinueSync(_) => done(background.continue_sync().await),
        PanelCall::PauseSync(_) => {
            background.pause_sync();
            done(Ok(()))
        }
        PanelCall::CloseSync(_) => done(background.close_sync().await),
        PanelCall::Keep(with) => done(background.keep(with.keeping).await),
        PanelCall::Wipe(_) => done(background.wipe().await),
        PanelCall::GuardBy(with) => {
            let passphrase = with.passphrase.as_ref().map(Secret::reveal);
            done(background.guard_by(passphrase).await)
        }
        PanelCall::KeepNothing(_) => done(background.keep_nothing().await),
        PanelCall::Unlock(with) => done(background.unlock(with.passphrase.reveal()).await),
        PanelCall::Lock(_) => done(background.lock().await),
        other => match background.desk().await {
            Ok(open) => at_the_desk(background, &open, other).await,
            Err(fault) => reply::<()>(Err(fault)),
        },
    }
}

/// Calls that look at the book or decide something; no store is asked.
async fn at_the_desk(background: &Background, open: &Open, call: PanelCall) -> String {
    let desk = &open.desk;
    match call {
        PanelCall::ListCustomers(with) => match short(&with.query.search) {
            Ok(()) => reply(Ok(desk.list(&with.query).await)),
            Err(fault) => reply::<()>(Err(fault)),
        },
        PanelCall::ListUnread(_) => reply(Ok(desk.unread().await)),
        PanelCall::ShowCustomer(with) => reply(desk.details(&with.key).await),
        PanelCall::FindTwins(with) => match short(&with.search) {
            Ok(()) => reply(desk.twins(&with.key, &with.search).await),
            Err(fault) => reply::<()>(Err(fault)),
        },
        PanelCall::ShowPreview(with) => reply(desk.preview_page(&with.query).await),
        PanelCall::Review(with) => reply(desk.review(with.at.as_ref(), with.step).await),
        PanelCall::ReviewOf(with) => reply(desk.review_of(&with.key).await),
        PanelCall::ListAnswers(with) => reply(Ok(desk.answers(with.from, with.count).await)),
        PanelCall::ListHistory(with) => match short(&with.query.search) {
            Ok(()) => reply(desk.history(&with.query).await),
            Err(fault) => reply::<()>(Err(fault)),
        },
        PanelCall::ExportHistory(_) => reply(desk.export().await),
        PanelCall::CopyRecords(with) => reply(background.copied(open, with.from).await),
        other => decide(background, open, other).await,
    }
}

/// Calls that may change the numbers.
async fn decide(background: &Background, open: &Open, call: PanelCall) -> String {
    let desk = &open.desk;
    match call {
        PanelCall::DecideCustomer(with) => {
            let details = desk.decide(&with.key, with.deed).await;
            background.told(open, details).await
        }
        PanelCall::MakePreview(with) => {
            let made = desk.preview(with.purpose, now_seconds()).await;
            background.told(open, made).await
        }
        PanelCall::AnswerCard(with) => background.told(open, answer_card(open, with).await).await,
        PanelCall::UndoAnswer(_) => background.told(open, desk.undo_answer().await).await,
        PanelCall::WithdrawAnswer(with) => {
            let answers = desk.withdraw(&with.key, with.field).await;
            background.told(open, answers).await
        }
        // Every other call was answered before; naming them all keeps this complete.
        PanelCall::Look(_)
        | PanelCall::Refresh(_)
        | PanelCall::AddAddress(_)
        | PanelCall::RemoveAddress(_)
        | PanelCall::ChooseStores(_)
        | PanelCall::UseToken(_)
        | PanelCall::ForgetToken(_)
        | PanelCall::OpenStore(_)
        | PanelCall::OpenTab(_)
        | PanelCall::OpenRehearsal(_)
        | PanelCall::CopyGroups(_)
        | PanelCall::UseSpelling(_)
        | PanelCall::ContinueRun(_)
        | PanelCall::CancelRun(_)
        | PanelCall::CloseRun(_)
        | PanelCall::ReadCustomers(_)
        | PanelCall::PauseReading(_)
        | PanelCall::CancelReading(_)
        | PanelCall::ListCustomers(_)
        | PanelCall::ListUnread(_)
        | PanelCall::ShowCustomer(_)
        | PanelCall::FindTwins(_)
        | PanelCall::ShowPreview(_)
        | PanelCall::BeginSync(_)
        | PanelCall::ContinueSync(_)
        | PanelCall::PauseSync(_)
        | PanelCall::CloseSync(_)
        | PanelCall::Review(_)
        | PanelCall::ReviewOf(_)
        | PanelCall::ListAnswers(_)
        | PanelCall::ListHistory(_)
        | PanelCall::ExportHistory(_)
        | PanelCall::CopyRecords(_)
        | PanelCall::Keep(_)
        | PanelCall::Wipe(_)
        | PanelCall::GuardBy(_)
        | PanelCall::KeepNothing(_)
        | PanelCall::Unlock(_)
        | PanelCall::Lock(_)
        | PanelCall::SetAutomatic(_) => refused(),
    }
}

async fn answer_card(
    open: &Open,
    with: AnswerCard,
) -> Result<tandem_core::show::ReviewPage, Fault> {
    short(with.evidence.as_deref().unwrap_or_default())?;
    let said = Said {
        verdict: with.verdict,
        evidence: with.evidence,
        in_bulk: with.in_bulk,
    };
    open.desk.answer(&with.id, said).await
}

fn short(text: &str) -> Result<(), Fault> {
    if text.len() <= LONGEST_TEXT {
        return Ok(());
    }
    Err(Fault::of(FaultKind::Refused { status: 400 }))
}

impl Background {
    /// The answer to a call that may have changed the numbers, once the panels have them.
    async fn told<R: serde::Serialize>(&self, open: &Open, outcome: Result<R, Fault>) -> String {
        if outcome.is_ok() {
            self.tell_numbers(open).await;
        }
        reply(outcome)
    }
}
