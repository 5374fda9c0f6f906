//! What is kept comes back, one commitment is one small put, and damage is told.

use std::collections::BTreeMap;

use futures::executor::block_on;
use tandem_core::{
    Agreement, Consent, FaultKind, Field, Side, Stamp,
    archive::Fact,
    decisions::{Answer, Choice},
};

use super::*;
use crate::MemoryVault;

const KEY: DigestKey = DigestKey([9; 16]);

fn stores() -> Sides<String> {
    Sides {
        pos: "lantern".into(),
        ecom: "1003".into(),
    }
}

fn opened(vault: &MemoryVault) -> Result<Book, Fault> {
    block_on(open(vault, &stores(), KEY, FieldSet::ALL))
}

fn ids(pos: u32, ecom: u32) -> Sides<RecordId> {
    Sides {
        pos: RecordId::from(&*format!("pos-{pos}")),
        ecom: RecordId::from(&*ecom.to_string()),
    }
}

fn found_out(pos: u32, ecom: u32) -> Commitment {
    let name = KEY.digest(Field::Name, &format!("name {pos}"));
    Commitment {
        stamps: Sides {
            pos: Some(Stamp(i64::from(pos))),
            ecom: None,
        },
        facts: vec![
            Fact::Text(
                Field::Name,
                Sides {
                    pos: name,
                    ecom: name,
                },
            ),
            Fact::Consent(Sides {
                pos: Consent::Denied,
                ecom: Consent::Denied,
            }),
        ],
        ..Commitment::link(ids(pos, ecom))
    }
}

fn answer(pos: u32, ecom: u32, field: Field) -> Answer {
    let digest = KEY.digest(field, "seen");
    Answer {
        ids: ids(pos, ecom),
        field,
        seen: Sides {
            pos: digest,
            ecom: digest,
        },
        choice: Choice::Use(Side::Pos),
        in_bulk: false,
        evidence: None,
    }
}

/// Everything that the vault holds.
fn all(vault: &MemoryVault) -> BTreeMap<String, Vec<u8>> {
    let keys = block_on(vault.keys("")).unwrap();
    let value = |key: String| {
        let value = block_on(vault.get(&key)).unwrap().unwrap();
        (key, value)
    };
    keys.into_iter().map(value).collect()
}

fn put(vault: &MemoryVault, key: &str, value: Vec<u8>) {
    block_on(vault.change(vec![(key.to_owned(), value)], vec![])).unwrap();
}

#[test]
fn what_was_noted_is_there_again() {
    let vault = MemoryVault::default();
    let mut book = opened(&vault).unwrap();
    block_on(async {
        note(&vault, &mut book, &[found_out(1, 1), found_out(2, 2)]).await?;
        link(&vault, &mut book, ids(3, 2)).await?;
        unlink(&vault, &mut book, ids(4, 4)).await?;
        note(&vault, &mut book, &[found_out(5, 5), found_out(4, 4)]).await?;
        let gone = RecordRef {
            side: Side::Ecom,
            id: ids(1, 1).ecom,
        };
        forget(&vault, &mut book, &gone).await?;
        set_last_count(&vault, &mut book, Sides { pos: 7, ecom: 8 }).await
    })
    .unwrap();
    let again = opened(&vault).unwrap();
    assert_eq!(again.archive, book.archive);
    let pairs: Vec<_> = again.archive.iter().map(|pair| pair.ids.clone()).collect();
    assert_eq!(pairs, [ids(3, 2), ids(5, 5)]);
    assert!(again.archive.is_unlinked(&ids(4, 4).pos, &ids(4, 4).ecom));
    assert_eq!(again.archive.last_count(), Sides { pos: 7, ecom: 8 });
}

#[test]
fn an_answer_is_forgotten_when_its_field_is_noted_and_never_by_an_old_note() {
    let vault = MemoryVault::default();
    let mut book = opened(&vault).unwrap();
    let mut decisions = Decisions::default();
    decisions.answer(answer(1, 1, Field::Name));
    decisions.answer(answer(1, 1, Field::Group));
    block_on(save_decisions(&vault, &mut book, decisions)).unwrap();
    block_on(note(&vault, &mut book, &[found_out(1, 1)])).unwrap();
    let fields = |book: &Book| -> Vec<_> {
        book.decisions
            .answers()
            .map(|answer| answer.field)
            .collect()
    };
    assert_eq!(fields(&book), [Field::Group]);
    assert_eq!(fields(&opened(&vault).unwrap()), [Field::Group]);
    // The same question came up again, and was answered again.
    let mut decisions = book.decisions.clone();
    decisions.answer(answer(1, 1, Field::Name));
    block_on(save_decisions(&vault, &mut book, decisions)).unwrap();
    assert_eq!(opened(&vault).unwrap().decisions, book.decisions);
}

#[test]
fn the_order_of_decisions_outlives_the_background_and_says_who_was_decided_at_once() {
    let vault = MemoryVault::default();
    let mut book = opened(&vault).unwrap();
    let mut decisions = Decisions::default();
    let mut decide = |book: &mut Book, change: &dyn Fn(&mut Decisions)| {
        change(&mut decisions);
        block_on(save_decisions(&vault, book, decisions.clone())).unwrap();
    };
    let whole = |pos: u32| RecordRef {
        side: Side::Pos,
        id: ids(pos, pos).pos,
    };
    decide(&mut book, &|all| all.answer(answer(9, 9, Field::Name)));
    decide(&mut book, &|all| assert!(all.ignored.insert(whole(5))));
    decide(&mut book, &|all| {
        (1..3).for_each(|pos| all.answer(answer(pos, pos, Field::Group)));
    });
    let of = |book: &Book| {
        [
            (whole(9), Some(Field::Name)),
            (whole(5), None),
            (whole(1), Some(Field::Group)),
            (whole(2), Some(Field::Group)),
            (whole(7), None),
        ]
        .map(|about| book.turns.of(&about))
    };
    assert_eq!(of(&book), [1, 2, 3, 3, 0]);
    // Given anew, and otherwise, it is the latest; what was said of others stands where it stood.
    let otherwise = Answer {
        choice: Choice::KeepApart,
        ..answer(9, 9, Field::Name)
    };
    let mut book = opened(&vault).unwrap();
    decide(&mut book, &|all| all.answer(otherwise.clone()));
    decide(&mut book, &|all| assert!(all.ignored.remove(&whole(5))));
    assert_eq!(of(&book), [4, 0, 3, 3, 0]);
    assert_eq!(of(&opened(&vault).unwrap()), of(&book));
}

#[test]
fn one_commitment_is_one_small_put_however_large_the_archive_is() {
    let vault = MemoryVault::default();
    let mut book = opened(&vault).unwrap();
    let many: Vec<_> = (0..9000).map(|number| found_out(number, number)).collect();
    block_on(note(&vault, &mut book, &many)).unwrap();
    assert_eq!(opened(&vault).unwrap().archive, book.archive);
    let (mut before, mut written, mut largest) = (all(&vault), 0, 0);
    for number in 9000..11_000 {
        block_on(note(&vault, &mut book, &[found_out(number, number)])).unwrap();
        let after = all(&vault);
        let changed = after
            .iter()
            .filter(|(key, value)| before.get(*key) != Some(*value));
        let bytes: usize = changed.map(|(_, value)| value.len()).sum();
        written += bytes;
        largest = largest.max(bytes);
        before = after;
    }
    assert_eq!(opened(&vault).unwrap().archive, book.archive);
    assert!(written < 20 << 20, "{written} bytes for 2000 commitments");
    assert!(largest < 16 << 10, "{largest} bytes for one");
    // And folding changes nothing.
    let more: Vec<_> = (11_000..20_000)
        .map(|number| found_out(number, number))
        .collect();
    block_on(note(&vault, &mut book, &more)).unwrap();
    let segments = block_on(vault.keys(&book.kept.key("archive/log/"))).unwrap();
    assert_eq!(segments, Vec::<String>::new());
    let again = opened(&vault).unwrap();
    assert_eq!(again.archive, book.archive);
    assert_eq!(again.archive.len(), 20_000);
}

#[test]
fn what_is_damaged_or_newer_says_so_and_is_left_as_it_is() {
    let vault = MemoryVault::default();
    let mut book = opened(&vault).unwrap();
    let many: Vec<_> = (0..5000).map(|number| found_out(number, number)).collect();
    block_on(note(&vault, &mut book, &many)).unwrap();
    block_on(note(&vault, &mut book, &[found_out(5000, 5000)])).unwrap();
    let decisions = book.decisions.clone();
    block_on(save_decisions(&vault, &mut book, decisions)).unwrap();
    for (key, value) in all(&vault) {
        let at_version = usize::from(key.contains("archive/head") || key.contains("chunk")) * 4;
        for (kind, at, to) in [
            (
                FaultKind::KeptDamaged,
                value.len() / 2,
                value[value.len() / 2] ^ 1,
            ),
            (FaultKind::KeptNewer, at_version, 200),
        ] {
            let mut changed = value.clone();
            changed[at] = to;
            put(&vault, &key, changed);
            let before = all(&vault);
            let fault = opened(&vault).err().map(|fault| fault.kind);
            assert_eq!(fault, Some(kind), "{key}");
            assert_eq!(all(&vault), before, "{key}");
        }
        put(&vault, &key, value);
    }
    let chunk = book.kept.key("archive/chunk/00000");
    block_on(vault.change(vec![], vec![chunk])).unwrap();
    let fault = opened(&vault).err().map(|fault| fault.kind);
    assert_eq!(fault, Some(FaultKind::KeptDamaged));
}

#[test]
fn an_archive_whose_key_is_lost_is_worth_its_links() {
    let vault = MemoryVault::default();
    let mut book = opened(&vault).unwrap();
    let many: Vec<_> = (0..5000).map(|number| found_out(number, number)).collect();
    block_on(note(&vault, &mut book, &many)).unwrap();
    block_on(note(&vault, &mut book, &[found_out(5000, 5000)])).unwrap();
    block_on(vault.change(vec![], vec![book.kept.key("digests")])).unwrap();
    let other = DigestKey([1; 16]);
    for fresh in [other, DigestKey([2; 16])] {
        let again = block_on(open(&vault, &stores(), fresh, FieldSet::ALL)).unwrap();
        assert_eq!(again.key, other, "the first fresh key is kept");
        assert_eq!(again.archive.len(), 5001);
        let is_link = |pair: &Agreement| *pair == Agreement::link(pair.ids.clone());
        assert!(again.archive.iter().all(is_link));
    }
}

#[test]
fn two_store_pairs_know_nothing_of_each_other() {
    let vault = MemoryVault::default();
    let mut book = opened(&vault).unwrap();
    block_on(note(&vault, &mut book, &[found_out(1, 1)])).unwrap();
    let others = Sides {
        pos: "lantern".into(),
        ecom: "1004".into(),
    };
    let other = block_on(open(&vault, &others, KEY, FieldSet::ALL)).unwrap();
    assert!(other.archive.is_empty());
    let mut moved = all(&vault);
    moved.retain(|key, _| key.starts_with("pair:lantern:1003/"));
    let vault = MemoryVault::default();
    for (key, value) in moved {
        put(&vault, &key.replace("1003", "1004"), value);
    }
    let fault = block_on(open(&vault, &others, KEY, FieldSet::ALL)).err();
    assert_eq!(fault, Some(Fault::of(FaultKind::WrongStore)));
}

#[test]
fn what_is_noted_packed_comes_to_the_same() {
    let many: Vec<_> = (0..4500).map(|number| found_out(number, number)).collect();
    let (vault, other) = (MemoryVault::default(), MemoryVault::default());
    let mut book = opened(&vault).unwrap();
    block_on(note(&vault, &mut book, &many)).unwrap();
    let mut packs_book = opened(&other).unwrap();
    let packs = packed(many).unwrap();
    assert_eq!(packs.len(), 3);
    block_on(note_packed(&other, &mut packs_book, packs)).unwrap();
    assert_eq!(packs_book.archive, book.archive);
    assert_eq!(all(&other), all(&vault));
    assert_eq!(packed(Vec::new()).unwrap(), Vec::<Vec<u8>>::new());
}
