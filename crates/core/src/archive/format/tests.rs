//! What comes back, what is refused, what is kept, and how small it is.

use super::*;
use crate::{
    Consent, Digest, DigestKey, Field, Observed, PersonName, Side, Stamp, Texts,
    archive::{Base, Echo},
    canon,
};
use std::sync::Arc;

mod any;

fn ids(pos: &str, ecom: &str) -> Sides<RecordId> {
    Sides {
        pos: RecordId::from(pos),
        ecom: RecordId::from(ecom),
    }
}

fn head() -> Head {
    Head {
        stores: Sides {
            pos: "lantern".into(),
            ecom: "100200".into(),
        },
        key: 7,
        chunks: 3,
    }
}

/// Every byte as it is after the archive was read from these bytes and written again.
fn again(head: &[u8], chunk: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let (mut archive, told) = Archive::read_head(head).unwrap();
    archive.read_chunk(chunk).unwrap();
    (archive.write_head(&told), archive.write_chunk(0, 1))
}

fn come_back(archive: &Archive, chunks: u16) -> Archive {
    let (mut back, told) = Archive::read_head(&archive.write_head(&head())).unwrap();
    assert_eq!(told, head());
    for chunk in archive.write_chunks(chunks) {
        back.read_chunk(&chunk).unwrap();
    }
    back
}

/// A pair that has all there is, of realistic size.
fn fullest(number: u64) -> Agreement {
    let digest = |at: u64| Digest::from_number(u64::MAX - number * 5 - at);
    let pos = format!("b8ca3a65-0183-11e4-fbb5-{number:012x}");
    let echo = |field| Echo {
        field,
        on: Side::Ecom,
        before: 0x00ff_ffff,
        flips: 2,
    };
    Agreement {
        ids: ids(&pos, &(999_999_999_999 - number).to_string()),
        stamps: Sides {
            pos: Stamp(1 << 40),
            ecom: Stamp(1_795_000_000),
        },
        texts: Texts {
            email: Base::Agreed(digest(0)),
            name: Base::Apart(digest(1)),
            company: Base::Agreed(digest(2)),
            phone: Base::Agreed(digest(3)),
            address: Base::Agreed(digest(4)),
        },
        group: Some(Arc::new(Sides {
            pos: GroupId(format!("5d0c0f7e-2f0a-11ef-9a34-{:012x}", number % 20)),
            ecom: GroupId(format!("93670{:02}", number % 20)),
        })),
        consent: Some(Sides {
            pos: Consent::Unknown,
            ecom: Consent::Granted,
        }),
        echoes: Field::ALL.map(echo).to_vec(),
    }
}

#[test]
fn the_fullest_pair_takes_128_bytes_at_most() {
    let mut archive = Archive::default();
    for number in 0..256 {
        archive.set(fullest(number));
    }
    let bytes = archive.write_chunk(0, 1).len();
    assert!(bytes <= 128 * 256, "{} bytes a pair", bytes / 256);
    assert_eq!(come_back(&archive, 1), archive);
}

#[test]
fn a_pair_is_in_one_chunk_and_stays_there() {
    let mut archive = Archive::default();
    for number in 0..100 {
        archive.set(fullest(number));
    }
    let chunks = archive.write_chunks(4);
    for (number, chunk) in (0..).zip(&chunks) {
        assert_eq!(*chunk, archive.write_chunk(number, 4), "{number}");
        assert!(chunk.len() > 5 * 100, "chunk {number} has its share");
    }
    let (before, changed) = (chunks, fullest(3).ids.pos);
    archive.forget(&changed);
    let after = archive.write_chunks(4);
    let differ = (0..4).filter(|at| before[*at] != after[*at]);
    let expected = usize::from(Archive::chunk_of(&changed, 4));
    assert_eq!(differ.collect::<Vec<_>>(), [expected]);
    assert_eq!(Archive::chunk_of(&changed, 0), 0);
}

#[test]
fn no_text_of_a_customer_is_at_rest() {
    let some = |text: &str| Some(text.to_owned());
    let record = Observed {
        id: RecordId::from("b8ca3a65-0183-11e4-fbb5-4f73f02a9d1c"),
        stamp: Stamp(1),
        group: GroupId("5d0c0f7e".into()),
        email: some("mara@example.org"),
        consent: Consent::Granted,
        name: PersonName {
            first: some("Mara"),
            last: some("Quist"),
            whole: None,
        },
        company: some("Lantern Books"),
        phone: some("0113 496 0018"),
        address: crate::Address {
            line_1: some("1 Mill Lane"),
            city: some("Leeds"),
            ..crate::Address::default()
        },
        reference: some("TANDEM-77"),
        has_ordered: true,
        changed_at: None,
    };
    let key = DigestKey([9; 16]);
    let digest = |field| key.digest(field, &canon::canonical(&record, field));
    let mut pair = Agreement::link(ids(&record.id.to_string(), "77"));
    for field in Field::TEXTS {
        *pair.texts.get_mut(field).unwrap() = Base::Agreed(digest(field));
    }
    pair.group = Some(Arc::new(Sides {
        pos: record.group.clone(),
        ecom: GroupId("9".into()),
    }));
    let mut archive = Archive::default();
    archive.set(pair);
    let bytes = [archive.write_head(&head()), archive.write_chunk(0, 1)].concat();
    let bytes = String::from_utf8_lossy(&bytes).to_lowercase();
    let said = [
        "mara",
        "quist",
        "example.org",
        "lantern books",
        "0113",
        "01134960018",
    ];
    for text in said.into_iter().chain(["mill lane", "leeds", "tandem-"]) {
        assert!(!bytes.contains(text), "{text}");
    }
    assert!(bytes.contains("5d0c0f7e"), "the looking itself works");
}

#[test]
fn what_a_newer_one_wrote_behind_is_kept() {
    let mut archive = Archive::default();
    archive.set(fullest(1));
    let tail = |bytes: &[u8]| Box::from(bytes);
    archive.tails.insert(fullest(1).ids.pos, tail(b"newer"));
    archive.head_tail = tail(b"and here");
    let (head, chunk) = (archive.write_head(&head()), archive.write_chunk(0, 1));
    assert!(chunk.windows(5).any(|bytes| bytes == b"newer"));
    assert_eq!(again(&head, &chunk), (head, chunk));

    // Changed by this version, the pair keeps it; another pair of the record does not get it.
    let mut changed = fullest(1);
    changed.consent = None;
    archive.set(changed);
    assert_eq!(archive.tails.len(), 1);
    archive.set(Agreement::link(ids(&fullest(1).ids.pos.to_string(), "5")));
    assert!(archive.tails.is_empty());
    archive.set(fullest(1));
    archive.tails.insert(fullest(1).ids.pos, tail(b"newer"));
    archive.forget(&fullest(1).ids.pos);
    assert!(archive.tails.is_empty());
}

#[test]
fn what_is_no_archive_is_refused_by_kind() {
    let good = fullest(1);
    let mut archive = Archive::default();
    archive.set(good);
    let chunk = archive.write_chunk(0, 1);
    let read = |bytes: &[u8]| Archive::default().read_chunk(bytes).unwrap_err();

    assert_eq!(read(b"{\"a\": 1}"), ArchiveError::NotAnArchive);
    assert_eq!(read(b""), ArchiveError::NotAnArchive);
    let mut newer = chunk.clone();
    newer[4] = 2;
    assert_eq!(read(&newer), ArchiveError::Newer { version: 2 });
    let head_bytes = archive.write_head(&head());
    assert_eq!(read(&head_bytes), ArchiveError::Damaged { at: 4 });
    for at in 5..chunk.len() {
        let mut damaged = chunk.clone();
        damaged[at] ^= 1;
        assert!(
            matches!(read(&damaged), ArchiveError::Damaged { .. }),
            "{at}"
        );
        let cut = &chunk[..at];
        assert!(matches!(read(cut), ArchiveError::Damaged { .. }), "{at}");
    }
    let beyond = seal([&chunk[..chunk.len() - CHECK_BYTES], b"x"].concat());
    let at = chunk.len() - CHECK_BYTES;
    assert_eq!(read(&beyond), ArchiveError::Damaged { at });
}

#[test]
fn a_chunk_is_read_whole_or_not_at_all() {
    let mut archive = Archive::default();
    archive.set(fullest(1));
    archive.set(fullest(2));
    let chunk = archive.write_chunk(0, 1);
    let cut = seal(chunk[..chunk.len() - CHECK_BYTES - 1].to_vec());
    let mut empty = Archive::default();
    assert!(empty.read_chunk(&cut).is_err());
    assert!(empty.is_empty());
}

#[test]
fn lengths_are_not_believed() {
    let contents: [&[u8]; 5] = [
        // So many groups, a group's id so long, so many pairs, a pair so long.
        &[0xff, 0xff, 0xff, 0xff, 0x0f],
        &[1, 0xff, 0xff, 0xff, 0xff, 0x0f],
        &[0, 0xff, 0xff, 0xff, 0xff, 0x0f],
        &[0, 1, 0xff, 0xff, 0xff, 0xff, 0x0f],
        // A pair with so many echoes.
        &[
            0, 1, 14, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x0f,
        ],
    ];
    for contents in contents {
        let mut bytes = begin(Kind::Chunk);
        bytes.extend_from_slice(contents);
        let read = Archive::default().read_chunk(&seal(bytes));
        assert!(
            matches!(read, Err(ArchiveError::Damaged { .. })),
            "{contents:?}"
        );
    }
}

#[test]
fn a_small_chunk_takes_no_big_memory() {
    let mut archive = Archive::default();
    for number in 0..4 {
        let mut pair = fullest(number);
        Arc::make_mut(pair.group.as_mut().unwrap()).pos = GroupId("x".repeat(LONGEST_GROUP_ID + 1));
        archive.set(pair);
    }
    let back = come_back(&archive, 1);
    assert!(back.iter().all(|pair| pair.group.is_none()) && back.len() == 4);

    let mut bytes = begin(Kind::Chunk);
    wire::put(&mut bytes, &vec!["x".repeat(LONGEST_GROUP_ID + 1)]);
    wire::put(&mut bytes, &0);
    let read = Archive::default().read_chunk(&seal(bytes));
    assert_eq!(read, Err(ArchiveError::Damaged { at: 7 }));
}

#[test]
fn errors_say_what_to_do_next() {
    for (error, words) in [
        (ArchiveError::NotAnArchive, "Pick the right file"),
        (ArchiveError::Newer { version: 9 }, "format 9"),
        (ArchiveError::Newer { version: 9 }, "Update Tandem"),
        (ArchiveError::Damaged { at: 40 }, "byte 40"),
        (
            ArchiveError::Damaged { at: 40 },
            "whatever differs is asked",
        ),
    ] {
        assert!(error.to_string().contains(words), "{error}");
    }
}
