//! A person at the desk, and what survives when the browser ends the background.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures::executor::block_on;
use serde_json::Value;
use tandem_core::{
    Board, Fault, FieldSet, Side, Sides,
    show::{Card, CardId, Offer, PreviewHead, Purpose, ReviewPage, RunId, Verdict},
};
use tandem_engine::{
    Clock, Desk, MemoryVault, Vault,
    book::reader::{Ended, How, ReadWatch},
    customers::Halted,
    desk::{RunNow, RunWatch, Said},
    reading,
};
use tandem_sandbox::World;

use super::super::people::{KEY, People};
use crate::shop::{Shop, effect, until_killed};

/// The stores and the disk. A desk is opened over them as often as one likes.
pub(super) struct Counter {
    /// The stores, and what a world is compared by.
    pub(super) people: People,
    pub(super) disk: Disk,
    sessions: Cell<u32>,
}

/// What is kept. A change of it is an effect that the fuse counts.
#[derive(Clone)]
pub(super) struct Disk {
    pub(super) vault: Rc<MemoryVault>,
    fuse: Rc<Cell<Option<usize>>>,
}

impl Vault for Disk {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Fault> {
        self.vault.get(key).await
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        self.vault.keys(prefix).await
    }

    async fn change(&self, put: Vec<(String, Vec<u8>)>, remove: Vec<String>) -> Result<(), Fault> {
        effect(&self.fuse).await;
        self.vault.change(put, remove).await
    }
}

/// Nobody looks on while customers are read.
struct Unseen;

impl ReadWatch for Unseen {
    fn progress(&self, _view: &tandem_core::show::ReadingView) {}

    fn is_paused(&self) -> bool {
        false
    }
}

/// Looks on: whatever it is told adds up.
#[derive(Default)]
pub(super) struct Onlooker {
    pub(super) told: RefCell<Vec<RunNow>>,
    /// Stops the run after being told so often.
    pub(super) stop_after: Option<usize>,
}

impl RunWatch for Onlooker {
    fn stepped(&self, run: &RunNow) {
        assert!(adds_up(run), "{run:?}");
        self.told.borrow_mut().push(run.clone());
    }

    fn is_cancelled(&self) -> bool {
        let told = self.told.borrow().len();
        self.stop_after.is_some_and(|most| told >= most)
    }
}

/// Invariant I4.
pub(super) fn adds_up(run: &RunNow) -> bool {
    let counts = run.counts;
    let ends = [
        counts.applied,
        counts.already_there,
        counts.altered,
        counts.doubled,
        counts.stale,
        counts.rejected,
        counts.unknown,
        counts.waiting,
    ];
    ends.iter().sum::<u32>() == counts.total
}

/// Longer than the vendor's sync is waited for.
const LATER: u32 = 16 * 60;

impl Counter {
    pub(super) fn demo(seed: u64, customers: u32) -> Self {
        Self::over(Shop::new(World::demo(seed, customers)))
    }

    pub(super) fn over(shop: Shop) -> Self {
        let fuse = Rc::clone(&shop.fuse);
        Self {
            people: People::new(shop),
            disk: Disk {
                vault: Rc::default(),
                fuse,
            },
            sessions: Cell::default(),
        }
    }

    pub(super) fn shop(&self) -> &Shop {
        &self.people.shop
    }

    /// The desk as a new background finds it, with the groups as they are.
    pub(super) fn open(&self) -> Desk<Disk> {
        self.open_with(&reading::board(&self.shop().read()))
    }

    /// The same with groups that are known; no store is asked.
    pub(super) fn open_with(&self, board: &Board) -> Desk<Disk> {
        let stores = Sides {
            pos: "shop".to_owned(),
            ecom: "1003".to_owned(),
        };
        let desk = Desk::open(self.disk.clone(), stores, KEY, FieldSet::ALL);
        let desk = block_on(desk).unwrap();
        block_on(desk.set_groups(Some(board), FieldSet::ALL));
        desk
    }

    /// The desk with both sides read, long after whoever is new was first seen.
    pub(super) fn read(&self) -> Desk<Disk> {
        let desk = self.open();
        self.read_again(&desk);
        desk
    }

    pub(super) fn read_again(&self, desk: &Desk<Disk>) {
        self.read_now(desk);
        block_on(self.shop().waited.wait(LATER));
    }

    /// Reads everybody, without waiting afterwards.
    pub(super) fn read_now(&self, desk: &Desk<Disk>) {
        self.read_how(desk, How::Whole);
    }

    pub(super) fn read_how(&self, desk: &Desk<Disk>, how: How) {
        let ways = (&self.shop().stores, &self.shop().waited);
        let ended = block_on(desk.read(ways, &Unseen, how)).unwrap();
        assert_eq!(ended, Ended::Read);
    }

    pub(super) fn now(&self) -> i64 {
        i64::try_from(self.shop().waited.now_ms() / 1_000).unwrap()
    }

    pub(super) fn preview(&self, desk: &Desk<Disk>, purpose: Purpose) -> PreviewHead {
        block_on(desk.preview(purpose, self.now())).unwrap()
    }

    pub(super) fn begin(&self, desk: &Desk<Disk>, head: &PreviewHead) -> Result<RunId, Fault> {
        block_on(desk.begin(head.id, true, self.now()))
    }

    /// Carries the run on; `None` if the fuse burnt down.
    pub(super) fn carry(&self, desk: &Desk<Disk>, watch: &Onlooker) -> Option<Halted> {
        self.sessions.set(self.sessions.get() + 1);
        let session = format!("session-{}", self.sessions.get());
        let ways = (&self.shop().stores, &self.shop().waited);
        until_killed(desk.carry_on(ways, session, watch)).map(Result::unwrap)
    }

    /// Previews, begins and carries out, and puts the result away. What is to be written?
    pub(super) fn sync(&self, desk: &Desk<Disk>, purpose: Purpose) -> RunNow {
        let head = self.preview(desk, purpose);
        self.begin(desk, &head).unwrap();
        let halted = self.carry(desk, &Onlooker::default());
        assert_eq!(halted, Some(Halted::Finished));
        let run = desk.run().unwrap();
        block_on(desk.close_run()).unwrap();
        self.read_again(desk);
        run
    }

    /// Answers every question with what `choose` says, and says how many cards there were.
    pub(super) fn answer_all(
        &self,
        desk: &Desk<Disk>,
        mut choose: impl FnMut(&Card) -> Verdict,
    ) -> usize {
        let mut page = block_on(desk.review(None, 0)).unwrap();
        let mut cards = 0;
        while let Some(card) = page.card.take() {
            cards += 1;
            assert!(cards < 10_000, "the review comes to an end: {card:?}");
            let verdict = choose(&card);
            page = self.answer(desk, &card, &verdict);
        }
        assert_eq!(page.left, 0);
        cards
    }

    /// Answers a card, with a reason where one is needed.
    pub(super) fn answer(&self, desk: &Desk<Disk>, card: &Card, verdict: &Verdict) -> ReviewPage {
        block_on(desk.answer(&card.id, said(card, verdict, false))).unwrap()
    }

    pub(super) fn world(&self) -> Value {
        self.people.world()
    }

    pub(super) fn writes(&self) -> usize {
        self.people.writes()
    }

    pub(super) fn faults(&self, faults: &Value) {
        self.shop().control("faults", faults);
    }
}

/// What a person says to a card: the reason too, where one is needed.
pub(super) fn said(card: &Card, verdict: &Verdict, in_bulk: bool) -> Said {
    let offer = card.offers.iter().find(|offer| offer.verdict == *verdict);
    Said {
        verdict: verdict.clone(),
        evidence: offer
            .is_some_and(|offer| offer.needs_evidence)
            .then(|| "said so on the phone".to_owned()),
        in_bulk,
    }
}

/// The first that is offered.
pub(super) fn first(card: &Card) -> Verdict {
    card.offers[0].verdict.clone()
}

/// What keeps each side as it is, and links nobody.
pub(super) fn last(card: &Card) -> Verdict {
    let last = card.offers.last().unwrap();
    last.verdict.clone()
}

/// The card of `id` as it is now.
pub(super) fn again(desk: &Desk<Disk>, id: &CardId) -> Option<Card> {
    let page = block_on(desk.review(Some(id), 0)).unwrap();
    page.card.map(|card| *card)
}

/// The offer of a verdict.
pub(super) fn offer<'a>(card: &'a Card, verdict: &Verdict) -> Option<&'a Offer> {
    card.offers.iter().find(|offer| offer.verdict == *verdict)
}

pub(super) const EVERYBODY: Purpose = Purpose::Everybody;

/// The verdict that both sides get what `side` has.
pub(super) const fn take(side: Side) -> Verdict {
    Verdict::Choose {
        choice: tandem_core::decisions::Choice::Use(side),
    }
}
