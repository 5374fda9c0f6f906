//! One schedule, on a seed: a shop, a time of trouble, then peace, in which everything has to come
//! to rest.

use fastrand::Rng;
use tandem_core::{Board, Field, GroupMap, RecordId, Side, Sides, Value};

use super::{
    acts,
    kinds::{KINDS, Kind},
    model::{Faults, Finish, Tandem, Who, World},
    people, rest,
    vendor::Vendor,
};

/// The most rounds until everything is at rest.
const ROUNDS: usize = 12;
/// The most steps that one visit takes.
const STEPS: usize = 3_000;
/// How often Tandem may write one field of one record against somebody who puts it back: the first
/// time, and two flips.
const MOST_WRITES: usize = 3;

/// Somebody who always puts a value back.
struct Opponent {
    side: Side,
    id: RecordId,
    field: Field,
    value: Value,
}

struct Schedule {
    kind: Kind,
    rng: Rng,
    world: World,
    tandems: Vec<Tandem>,
    vendor: Vendor,
    opponents: Vec<Opponent>,
}

/// Runs the schedule of a seed; says which invariant does not hold.
pub(crate) fn run(seed: u64, tells: bool) -> Option<String> {
    let kind = KINDS[usize::try_from(seed % 8).expect("small")];
    let mut schedule = Schedule::new(seed, kind, tells);
    if !kind.has_acts && kind.has_kills {
        return schedule.killed_and_not();
    }
    schedule.trouble();
    schedule.peace();
    schedule.world.broken.first().cloned()
}

/// What the checks say of an edit that comes after the reading and before the write: it is lost.
pub(crate) fn edit_in_the_window() -> String {
    let mut rng = Rng::with_seed(0);
    let mut world = World::new(Sides {
        pos: &[][..],
        ecom: &[][..],
    });
    let email = || (Field::Email, Value::Text("ann@x.io".into()));
    let phone = |number: &str| Value::Text(number.into());
    let made = world.pos_create(Who::Seed, &[email()], None);
    let id = made.expect("a customer of POS");
    let online = world.ecom_create(Who::Seed, &[email(), (Field::Phone, phone("1"))]);
    online.expect("a customer of eCom");
    let mut tandem = Tandem::new(0);
    while !tandem.is_between_read_and_write() {
        assert_eq!(tandem.step(&mut world, &mut rng, false), None);
    }
    world.edit(Who::Till, Side::Pos, &id, Field::Phone, &phone("2"));
    while tandem.step(&mut world, &mut rng, false).is_none() {}
    world.broken.first().cloned().unwrap_or_default()
}

impl Schedule {
    fn new(seed: u64, kind: Kind, tells: bool) -> Self {
        let mut rng = Rng::with_seed(seed);
        let titles = Sides {
            pos: &["VIP", "Staff", "Old"][..],
            ecom: &["VIP", "staff", "New"][..],
        };
        let mut world = World::new(titles);
        world.tells = tells;
        world.put_replaces = rng.bool();
        world.tell(|| format!("== seed {seed}: {kind:?}"));
        for _ in 0..rng.usize(1..=8) {
            seed_customer(&mut world, &mut rng);
        }
        let tandems = (0..kind.tandems).map(Tandem::new).collect();
        Self {
            kind,
            rng,
            world,
            tandems,
            vendor: Vendor::default(),
            opponents: Vec::new(),
        }
    }

    /// People act, calls fail, browsers are closed.
    fn trouble(&mut self) {
        if self.kind.has_faults {
            self.world.faults = faults(&mut self.rng);
        }
        for _ in 0..self.rng.usize(20..160) {
            let window = self
                .tandems
                .iter()
                .position(Tandem::is_between_read_and_write);
            if window.is_none() && self.rng.u8(0..3) == 0 {
                self.somebody();
            } else {
                let at = window.unwrap_or_else(|| self.rng.usize(0..self.tandems.len()));
                let is_cut = self.kind.has_kills && self.rng.u8(0..16) == 0;
                self.step(at, is_cut);
            }
            if !self.world.broken.is_empty() {
                return;
            }
        }
    }

    fn step(&mut self, at: usize, is_cut: bool) -> Option<Finish> {
        let finish = self.tandems[at].step(&mut self.world, &mut self.rng, is_cut);
        if let Some(finish) = finish {
            self.world.tell(|| format!("-- Tandem {at}: {finish:?}"));
        }
        finish
    }

    /// Anybody but a Tandem.
    fn somebody(&mut self) {
        let (world, rng) = (&mut self.world, &mut self.rng);
        match rng.u8(0..16) {
            0..7 if self.kind.has_acts => acts::act(world, rng),
            7..11 if self.kind.has_people => {
                let at = rng.usize(0..self.tandems.len());
                people::decide(&mut self.tandems[at], world, rng);
            }
            11..13 if self.kind.has_vendor => {
                self.vendor.look(world);
                self.vendor.copy(world);
            }
            13 if self.kind.has_faults && rng.u8(0..8) == 0 => acts::spoil(world, rng),
            14 if self.kind.has_half_lists => world.half = Sides::from_fn(|_| rng.u8(0..4) == 0),
            _ => {
                world.now += rng.i64(0..600);
                if rng.bool() {
                    world.signed_out = Sides::default();
                }
            }
        }
    }

    /// Nobody acts and nothing fails any more: everything comes to rest, and stays so.
    fn peace(&mut self) {
        let world = &mut self.world;
        world.tell(|| "== peace".into());
        world.faults = Faults::NONE;
        world.signed_out = Sides::default();
        world.half = Sides::default();
        world.unreadable.clear();
        for at in 0..self.tandems.len() {
            while self.tandems[at].is_between_read_and_write() {
                self.step(at, false);
            }
        }
        if self.kind.has_opponents {
            self.oppose();
        }
        for tandem in &mut self.tandems {
            tandem.trusts = true;
            tandem.read_again();
        }
        for _ in 0..ROUNDS {
            if !self.world.broken.is_empty() {
                return;
            }
            if self.round() {
                // Once more, since a second run writes nothing (I8).
                if !self.round() && self.world.broken.is_empty() {
                    self.world
                        .broke("I8 a second run writes nothing", String::new);
                }
                self.at_rest();
                return;
            }
        }
        self.world.broke("everything comes to rest", || {
            format!("not in {ROUNDS} rounds")
        });
    }

    /// Everybody has their turn. Says whether no Tandem had anything to do.
    fn round(&mut self) -> bool {
        self.world.now += 2 * Tandem::GRACE;
        self.vendor.look(&self.world);
        while self.kind.has_vendor && self.vendor.copy(&mut self.world) {
            self.vendor.look(&self.world);
        }
        for opponent in &self.opponents {
            let now = self.world.get(opponent.side, &opponent.id);
            if now.is_some_and(|now| now.seen.value(opponent.field) != opponent.value) {
                let Opponent {
                    side,
                    id,
                    field,
                    value,
                } = opponent;
                self.world.edit(Who::Admin, *side, id, *field, value);
            }
        }
        let mut is_calm = true;
        for at in 0..self.tandems.len() {
            let steps = (0..STEPS).find_map(|_| self.step(at, false));
            match steps {
                Some(Finish::Nothing) => is_calm &= self.tandems[at].unsettled == 0,
                Some(_) => is_calm = false,
                None => self.world.broke("a visit ends", || format!("Tandem {at}")),
            }
        }
        is_calm
    }

    /// Both sides of one field of a pair are put back by somebody each time.
    fn oppose(&mut self) {
        let Some(pair) = self.tandems[0].disk.archive.iter().next().cloned() else {
            return;
        };
        let fields = [Field::Name, Field::Phone, Field::Company, Field::Group];
        let field = fields[self.rng.usize(0..fields.len())];
        for side in Side::BOTH {
            let id = pair.ids.get(side).clone();
            let value = acts::value(&self.world, &mut self.rng, side, field);
            self.world
                .tell(|| format!("  {side:?} {id}: {field:?} is always {value:?}"));
            self.opponents.push(Opponent {
                side,
                id,
                field,
                value,
            });
        }
    }

    /// What must hold at rest.
    fn at_rest(&mut self) {
        self.opponents_are_left_alone();
        let board = Board::compare(&self.world.groups.pos, &self.world.groups.ecom);
        let map = GroupMap::of(&board);
        for at in 0..self.tandems.len() {
            let odd = rest::unexplained(&self.tandems[at], &self.world, &map);
            if !odd.is_empty() {
                self.world.broke("what is no question is in step", || {
                    format!("Tandem {at}: {odd:?}")
                });
            }
        }
    }

    fn opponents_are_left_alone(&mut self) {
        for opponent in &self.opponents {
            let writes = self.world.log.iter().filter(|change| {
                let is_there = matches!(change.who, Who::Tandem(_))
                    && change.side == opponent.side
                    && change.after.seen.id == opponent.id;
                let value = |record: &tandem_core::Observed| record.value(opponent.field);
                let before = change.before.as_ref().map(|before| value(&before.seen));
                is_there && before != Some(value(&change.after.seen))
            });
            let writes = writes.count();
            if writes > MOST_WRITES {
                let field = opponent.field;
                self.world.broke("two flips at most", || {
                    format!("{field:?}: {writes} writes")
                });
                return;
            }
        }
    }

    /// The same shop, once left in peace and once with kills and lost replies: the same end (I5).
    fn killed_and_not(mut self) -> Option<String> {
        let mut peaceful = Self {
            rng: self.rng.clone(),
            world: self.world.clone(),
            tandems: self.tandems.clone(),
            vendor: Vendor::default(),
            opponents: Vec::new(),
            kind: self.kind,
        };
        peaceful.world.tells = false;
        peaceful.peace();
        for _ in 0..self.rng.usize(1..6) {
            self.world.now += Tandem::GRACE;
            self.world.faults.lost = self.rng.u32(0..200);
            for _ in 0..self.rng.usize(1..60) {
                let is_cut = self.rng.u8(0..8) == 0;
                self.step(0, is_cut);
            }
        }
        self.peace();
        let ends = [rest::ends(&peaceful.world), rest::ends(&self.world)];
        if ends[0] != ends[1] && self.world.broken.is_empty() {
            self.world.broke("I5 killed or not, the same end", || {
                let odd = |one: &Vec<String>, other: &Vec<String>| {
                    let odd = one.iter().filter(|end| !other.contains(end));
                    odd.cloned().collect::<Vec<_>>().join("; ")
                };
                format!("{} / {}", odd(&ends[0], &ends[1]), odd(&ends[1], &ends[0]))
            });
        }
        let broken = peaceful.world.broken.into_iter().chain(self.world.broken);
        broken.into_iter().next()
    }
}

/// A customer of both sides, or of one, or two of one email.
fn seed_customer(world: &mut World, rng: &mut Rng) {
    let kinds = [(true, true), (true, true), (true, false), (false, true)];
    let (in_pos, in_ecom) = kinds[rng.usize(0..4)];
    let email = acts::email(rng);
    for (side, is_there) in [(Side::Pos, in_pos), (Side::Ecom, in_ecom)] {
        if !is_there {
            continue;
        }
        let length = world.log.len();
        acts::newcomer(world, rng, Who::Seed, side);
        let made = world
            .log
            .get(length)
            .map(|change| change.after.seen.id.clone());
        if let Some(id) = made {
            world.edit(Who::Seed, side, &id, Field::Email, &email);
        }
    }
}

fn faults(rng: &mut Rng) -> Faults {
    Faults {
        lost: rng.u32(0..80),
        failed: rng.u32(0..50),
        refused: rng.u32(0..40),
        limited: rng.u32(0..30),
        signed_out: rng.u32(0..15),
    }
}
