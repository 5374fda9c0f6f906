//! The archive that was written first is read for ever: its bytes are kept beside this file.

use tandem_core::{
    Agreement, Archive, Consent, Digest, Field, GroupId, RecordId, Side, Sides, Stamp, Texts,
    archive::{
        Base, Echo,
        format::{ArchiveError, Head},
    },
};

const HEAD: &[u8] = include_bytes!("golden/archive-1-head.bin");
const CHUNK: &[u8] = include_bytes!("golden/archive-1-chunk.bin");

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
        key: 0xdead_beef,
        chunks: 1,
    }
}

/// Two pairs: one with everything, one that is linked and no more; and two who are not one.
fn archive() -> Archive {
    let mut archive = Archive::default();
    archive.set(Agreement {
        ids: ids("b8ca3a65-0183-11e4-fbb5-4f73f02a9d1c", "310044821"),
        stamps: Sides {
            pos: Stamp(41_230_077_105),
            ecom: Stamp(1_790_000_000),
        },
        texts: Texts {
            email: Base::Agreed(Digest::from_number(0x0102_0304_0506_0708)),
            name: Base::Apart(Digest::from_number(0x1112_1314_1516_1718)),
            company: Base::Agreed(Digest::BLANK),
            phone: Base::Never,
            address: Base::Agreed(Digest::from_number(0x2122_2324_2526_2728)),
        },
        group: Some(std::sync::Arc::new(Sides {
            pos: GroupId("5d0c0f7e-2f0a-11ef-9a34-0a6f1c2b3d4e".into()),
            ecom: GroupId("9367001".into()),
        })),
        consent: Some(Sides {
            pos: Consent::Unknown,
            ecom: Consent::Granted,
        }),
        echoes: vec![
            Echo {
                field: Field::Email,
                on: Side::Ecom,
                before: 0x00ab_cdef,
                flips: 1,
            },
            Echo {
                field: Field::Address,
                on: Side::Pos,
                before: 1,
                flips: 0,
            },
        ],
    });
    archive.set(Agreement::link(ids("an older id", "7")));
    archive.unlink(
        &RecordId::from("b8ca3a65-0183-11e4-fbb5-4f73f02a9d1d"),
        &RecordId::from("8"),
    );
    archive.set_last_count(Sides { pos: 3, ecom: 300 });
    archive
}

#[test]
fn version_1_is_read() {
    let (mut read, told) = Archive::read_head(HEAD).unwrap();
    read.read_chunk(CHUNK).unwrap();
    assert_eq!((read, told), (archive(), head()));
}

#[test]
fn version_1_is_written_byte_for_byte() {
    assert_eq!(archive().write_head(&head()), HEAD);
    assert_eq!(archive().write_chunk(0, 1), CHUNK);
}

#[test]
fn a_newer_version_is_named() {
    let mut newer = HEAD.to_vec();
    newer[4] = 2;
    let read = Archive::read_head(&newer).unwrap_err();
    assert_eq!(read, ArchiveError::Newer { version: 2 });
}

#[test]
fn a_pair_s_chunk_is_the_same_in_every_version() {
    let chunk = |pos: &str| Archive::chunk_of(&RecordId::from(pos), 1000);
    let numbers = [
        "b8ca3a65-0183-11e4-fbb5-4f73f02a9d1c",
        "310044821",
        "an older id",
    ];
    assert_eq!(numbers.map(chunk), [636, 327, 271]);
}
