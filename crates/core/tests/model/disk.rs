//! What of a Tandem survives a kill, and what a test remembers beside it.

use std::collections::{BTreeMap, BTreeSet};

use tandem_core::{
    Agreement, Archive, Consent, Digest, DigestKey, Field, GroupMap, RecordId, Side, Sides,
    archive::{Commitment, format::Head},
    decisions::{Answer, Choice, Decisions},
    recon::Question,
    sync::{Edit, Entry, Op, SyncRun},
};

use super::{checks, world::World};

/// In how many chunks an archive is kept.
const CHUNKS: u16 = 3;

/// A Tandem's storage.
#[derive(Clone, Debug)]
pub(crate) struct Disk {
    pub key: DigestKey,
    pub archive: Archive,
    pub decisions: Decisions,
    /// The journal of the run under way, one JSON text an entry.
    pub journal: Vec<String>,
    pub first_seen: BTreeMap<RecordId, i64>,
    pub watch: Watch,
}

/// What a test remembers of a Tandem, to hold what it does against. No Tandem reads it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Watch {
    /// The writes that were shown before the run.
    pub plan: Vec<Op>,
    /// Which group stood for which when they were planned.
    pub groups: GroupMap,
    /// The writes whose intent is in the journal.
    pub intended: BTreeSet<u32>,
    /// The writes that a store did, with the length of the history after it.
    pub done: BTreeMap<u32, usize>,
    /// Consents that a person raised, one by one and with evidence.
    pub evidence: Vec<Evidence>,
    /// Fields that a person left different.
    pub apart: BTreeSet<(RecordId, RecordId, Field)>,
    /// Pairs that a person took apart.
    pub taken_apart: BTreeSet<(RecordId, RecordId)>,
}

/// A person's evidenced answer.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    pub ids: Sides<RecordId>,
    pub seen: Sides<Consent>,
}

/// A question as a person sees it.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub ids: Sides<RecordId>,
    pub field: Field,
    pub question: Question,
    pub seen: Sides<Digest>,
    pub consents: Sides<Consent>,
}

impl Watch {
    /// Remembers that a store did a write; one that came to nothing may be sent again.
    pub(crate) fn note_done(&mut self, world: &World, number: u32, op: &Op) {
        let Some(change) = world.log.last() else {
            return;
        };
        let is_as_before = |edit: &Edit| change.after.seen.value(edit.field) == edit.expected;
        if op.target().is_none() || !op.edits().iter().any(is_as_before) {
            self.done.insert(number, world.log.len());
        }
    }
}

impl Disk {
    /// The disk of a fresh install.
    pub(crate) fn new(number: usize) -> Self {
        let byte = u8::try_from(number + 1).expect("few Tandems");
        Self {
            key: DigestKey([byte; 16]),
            archive: Archive::default(),
            decisions: Decisions::default(),
            journal: Vec::new(),
            first_seen: BTreeMap::new(),
            watch: Watch::default(),
        }
    }

    /// Adds entries to the journal.
    pub(crate) fn append(&mut self, entries: &[Entry]) {
        for entry in entries {
            let line = serde_json::to_string(entry).expect("an entry is JSON");
            let back: Entry = serde_json::from_str(&line).expect("and back");
            assert_eq!(back, *entry, "an entry comes back as it was");
            self.journal.push(line);
            if let Entry::Intended { ops } = back {
                self.watch.intended.extend(ops);
            }
        }
    }

    /// Notes in the archive what was found out, and forgets the answers that were for it.
    pub(crate) fn note(&mut self, world: &mut World, commitment: &Commitment) {
        checks::honest(world, self, commitment);
        let linked = |disk: &Self| {
            let ids = &commitment.ids;
            let found = Side::BOTH.map(|side| disk.archive.find(side, ids.get(side)));
            found.map(|found| found.map(|found| found.ids.clone()))
        };
        let before = linked(self);
        if self.archive.commit(commitment, &self.key) {
            self.decisions.noted(commitment);
        }
        checks::links(world, self, &before, &linked(self));
    }

    /// A person takes a pair apart.
    pub(crate) fn unlink(&mut self, ids: &Sides<RecordId>) {
        self.archive.unlink(&ids.pos, &ids.ecom);
        let pair = (ids.pos.clone(), ids.ecom.clone());
        self.watch.taken_apart.insert(pair);
    }

    /// A person says that two are one.
    pub(crate) fn link(&mut self, ids: Sides<RecordId>) {
        let pair = (ids.pos.clone(), ids.ecom.clone());
        self.watch.taken_apart.remove(&pair);
        self.archive.set(Agreement::link(ids));
    }

    /// The run that the journal tells of, if one is open.
    pub(crate) fn open_run(&self) -> Option<SyncRun> {
        if self.journal.is_empty() {
            return None;
        }
        let entries: Vec<Entry> = self
            .journal
            .iter()
            .map(|line| serde_json::from_str(line).expect("an entry"))
            .collect();
        Some(SyncRun::fold(&entries)).filter(|run| !run.closed)
    }

    /// What a restart does to everything that is kept: it is written and read again.
    pub(crate) fn reload(&mut self) {
        let text = serde_json::to_string(&self.decisions).expect("decisions are JSON");
        self.decisions = serde_json::from_str(&text).expect("and back");
        let head = Head {
            stores: Sides::from_fn(|_| "store".to_owned()),
            key: self.key.id(),
            chunks: CHUNKS,
        };
        let (mut archive, read) =
            Archive::read_head(&self.archive.write_head(&head)).expect("a head comes back");
        assert_eq!(read, head, "a head comes back as it was");
        for chunk in self.archive.write_chunks(CHUNKS) {
            archive.read_chunk(&chunk).expect("a chunk comes back");
        }
        assert_eq!(archive, self.archive, "an archive comes back as it was");
        self.archive = archive;
    }

    /// A person answers.
    pub(crate) fn answer(
        &mut self,
        asked: &Asked,
        choice: Choice,
        in_bulk: bool,
        evidence: Option<&str>,
    ) {
        let ids = asked.ids.clone();
        if choice == Choice::KeepApart {
            let pair = (ids.pos.clone(), ids.ecom.clone(), asked.field);
            self.watch.apart.insert(pair);
        }
        if asked.field == Field::Consent && !in_bulk && evidence.is_some() {
            self.watch.evidence.push(Evidence {
                ids: ids.clone(),
                seen: asked.consents,
            });
        }
        self.decisions.answer(Answer {
            ids,
            field: asked.field,
            seen: asked.seen,
            choice,
            in_bulk,
            evidence: evidence.map(str::to_owned),
        });
    }
}
