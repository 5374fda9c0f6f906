//! Any archive, and any bytes.

use proptest::{collection::vec, option, prelude::*};

use super::*;

fn any_base() -> impl Strategy<Value = Base> {
    prop_oneof![
        Just(Base::Never),
        Just(Base::Agreed(Digest::BLANK)),
        any::<u64>().prop_map(|number| Base::Agreed(Digest::from_number(number))),
        any::<u64>().prop_map(|number| Base::Apart(Digest::from_number(number))),
    ]
}

fn any_consent() -> impl Strategy<Value = Consent> {
    prop_oneof![
        Just(Consent::Denied),
        Just(Consent::Unknown),
        Just(Consent::Granted)
    ]
}

fn any_echo() -> impl Strategy<Value = Echo> {
    let side = prop_oneof![Just(Side::Pos), Just(Side::Ecom)];
    let parts = (0..Field::ALL.len(), side, 0..0x0100_0000_u32, 0..16_u8);
    parts.prop_map(|(field, on, before, flips)| Echo {
        field: Field::ALL[field],
        on,
        before,
        flips,
    })
}

fn any_id() -> impl Strategy<Value = RecordId> {
    let text = "[0-9]{1,12}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|.{0,9}";
    text.prop_map(|text| RecordId::from(&*text))
}

prop_compose! {
    fn any_pair()(
        pos in any_id(),
        ecom in any_id(),
        stamps in any::<(i64, i64)>(),
        texts in vec(any_base(), 5),
        group in option::of((".{0,6}", "[0-9]{1,4}")),
        consent in option::of((any_consent(), any_consent())),
        echoes in vec(any_echo(), 0..8),
        tail in vec(any::<u8>(), 0..4),
    ) -> (Agreement, Vec<u8>) {
        let pair = Agreement {
            ids: Sides { pos, ecom },
            stamps: Sides { pos: Stamp(stamps.0), ecom: Stamp(stamps.1) },
            texts: Texts {
                email: texts[0],
                name: texts[1],
                company: texts[2],
                phone: texts[3],
                address: texts[4],
            },
            group: group.map(|(pos, ecom)| std::sync::Arc::new(Sides { pos: GroupId(pos), ecom: GroupId(ecom) })),
            consent: consent.map(|(pos, ecom)| Sides { pos, ecom }),
            echoes,
        };
        (pair, tail)
    }
}

prop_compose! {
    fn any_archive()(
        pairs in vec(any_pair(), 0..12),
        unlinked in vec((any_id(), any_id()), 0..4),
        counts in any::<(u32, u32)>(),
        head_tail in vec(any::<u8>(), 0..4),
    ) -> Archive {
        let mut archive = Archive::default();
        for (pair, tail) in pairs {
            let pos = pair.ids.pos.clone();
            archive.set(pair);
            if !tail.is_empty() {
                archive.tails.insert(pos, tail.into());
            }
        }
        for (pos, ecom) in unlinked {
            archive.unlink(&pos, &ecom);
        }
        archive.set_last_count(Sides { pos: counts.0, ecom: counts.1 });
        archive.head_tail = head_tail.into();
        archive
    }
}

proptest! {
    #[test]
    fn any_archive_comes_back_as_it_was(archive in any_archive(), chunks in 1..5_u16) {
        prop_assert_eq!(come_back(&archive, chunks), archive);
    }

    #[test]
    fn hostile_bytes_end_as_an_error_or_a_small_archive(
        archive in any_archive(),
        at in any::<prop::sample::Index>(),
        bytes in vec(any::<u8>(), 0..12),
        is_head in any::<bool>(),
    ) {
        let good = if is_head { archive.write_head(&head()) } else { archive.write_chunk(0, 1) };
        // Bad contents under a good check: what a forger would send.
        let contents = &good[..good.len() - CHECK_BYTES];
        let start = MAGIC.len() + 2;
        let at = start + at.index(contents.len() - start + 1);
        let end = (at + bytes.len()).min(contents.len());
        let forged = seal([&contents[..at], &bytes, &contents[end..]].concat());
        let mut read = Archive::default();
        if is_head {
            read = Archive::read_head(&forged).map(|(read, _)| read).unwrap_or_default();
        } else if read.read_chunk(&forged).is_err() {
            prop_assert!(read.is_empty());
        }
        // Each of these takes several bytes, so that their number is bound by what came.
        prop_assert!(read.len() + read.unlinked.len() <= forged.len());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..64)) {
        prop_assert!(Archive::read_head(&bytes).is_err());
        prop_assert!(Archive::default().read_chunk(&bytes).is_err());
    }
}
