//! The items of the archive's bytes: one pair, and the reader that trusts nothing.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ArchiveError, GroupTable};
use crate::{
    Agreement, Consent, Digest, Field, GroupId, RecordId, Side, Sides, Stamp, Texts,
    archive::{Base, Echo},
};

/// Bytes that are read from the front.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// A reader of bytes that begin at this place of the whole.
    pub(super) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// That these bytes cannot be right.
    pub(super) const fn damaged(&self) -> ArchiveError {
        ArchiveError::Damaged { at: self.at }
    }

    /// The next item. No list is read by this: its length would be believed.
    pub(super) fn take<T: Deserialize<'a>>(&mut self) -> Result<T, ArchiveError> {
        let (item, rest) = postcard::take_from_bytes(self.bytes).map_err(|_| self.damaged())?;
        self.at += self.bytes.len() - rest.len();
        self.bytes = rest;
        Ok(item)
    }

    /// So many bytes.
    fn array<const N: usize>(&mut self) -> Result<[u8; N], ArchiveError> {
        let (array, rest) = self.bytes.split_first_chunk().ok_or(self.damaged())?;
        self.at += N;
        self.bytes = rest;
        Ok(*array)
    }

    /// A reader of the next so many bytes.
    pub(super) fn part(&mut self, length: u32) -> Result<Self, ArchiveError> {
        let length = usize::try_from(length).map_err(|_| self.damaged())?;
        let (part, rest) = self.bytes.split_at_checked(length).ok_or(self.damaged())?;
        let part = Self::new(part, self.at);
        self.at += length;
        self.bytes = rest;
        Ok(part)
    }

    /// All that was not read.
    pub(super) const fn rest(&self) -> &'a [u8] {
        self.bytes
    }

    /// Nothing may be left.
    pub(super) const fn end(&self) -> Result<(), ArchiveError> {
        if self.bytes.is_empty() {
            Ok(())
        } else {
            Err(self.damaged())
        }
    }
}

/// Adds an item. Nothing that is written here has a form that `postcard` refuses: those are lists
/// of unknown length and texts without end.
pub(super) fn put<T: Serialize + ?Sized>(bytes: &mut Vec<u8>, item: &T) {
    if let Ok(item) = postcard::to_allocvec(item) {
        bytes.extend(item);
    }
}

/// What every pair has. Behind it: the digests that `bits` says there are, the echoes with their
/// number before them, and what a newer Tandem knows.
#[derive(Serialize, Deserialize)]
struct Fixed {
    ids: Sides<RecordId>,
    stamps: Sides<Stamp>,
    /// Two bits for what is known of each text, in the order of [`Field::TEXTS`], then four for
    /// the consents.
    bits: [u8; 2],
    group: Option<(u32, u32)>,
}

const BITS_OF_A_TEXT: usize = 2;
const NEVER: u16 = 0;
/// Both blank: by far the most frequent, so that no digest is written.
const AGREED_BLANK: u16 = 1;
const AGREED: u16 = 2;
const APART: u16 = 3;

/// A pair as bytes.
pub(super) fn entry(pair: &Agreement, groups: &GroupTable<'_>, tail: &[u8]) -> Vec<u8> {
    let mut bits = consents_code(pair.consent) << (BITS_OF_A_TEXT * Field::TEXTS.len());
    let mut digests = Vec::new();
    for (place, field) in Field::TEXTS.into_iter().enumerate() {
        let (kind, digest) = match pair.texts.get(field).copied().unwrap_or_default() {
            Base::Never => (NEVER, None),
            Base::Agreed(digest) if digest.is_blank() => (AGREED_BLANK, None),
            Base::Agreed(digest) => (AGREED, Some(digest)),
            Base::Apart(digest) => (APART, Some(digest)),
        };
        bits |= kind << (BITS_OF_A_TEXT * place);
        digests.extend(digest);
    }
    let numbers = |of: &Sides<GroupId>| Some((groups.number(&of.pos)?, groups.number(&of.ecom)?));
    let fixed = Fixed {
        ids: pair.ids.clone(),
        stamps: pair.stamps,
        bits: bits.to_le_bytes(),
        group: pair.group.as_deref().and_then(numbers),
    };
    let mut bytes = Vec::with_capacity(128);
    put(&mut bytes, &fixed);
    for digest in digests {
        bytes.extend(digest.number().to_le_bytes());
    }
    put(&mut bytes, &pair.echoes.len());
    for echo in &pair.echoes {
        bytes.extend(echo_bytes(*echo));
    }
    bytes.extend_from_slice(tail);
    bytes
}

/// A pair from bytes; what is left of them is the tail.
pub(super) fn pair(from: &mut Reader<'_>, groups: &[GroupId]) -> Result<Agreement, ArchiveError> {
    let start = *from;
    let Fixed {
        ids,
        stamps,
        bits,
        group,
    } = from.take()?;
    let bits = u16::from_le_bytes(bits);
    let mut texts = Texts::default();
    for (place, field) in Field::TEXTS.into_iter().enumerate() {
        let base = match bits >> (BITS_OF_A_TEXT * place) & 0b11 {
            NEVER => Base::Never,
            AGREED_BLANK => Base::Agreed(Digest::BLANK),
            AGREED => Base::Agreed(digest(from)?),
            _ => Base::Apart(digest(from)?),
        };
        if let Some(text) = texts.get_mut(field) {
            *text = base;
        }
    }
    let consent = consents(bits >> (BITS_OF_A_TEXT * Field::TEXTS.len()));
    let consent = consent.ok_or(start.damaged())?;
    let named = |number: u32| {
        let group = usize::try_from(number).ok().and_then(|at| groups.get(at));
        group.cloned().ok_or(start.damaged())
    };
    let group = match group {
        Some((pos, ecom)) => Some(Arc::new(Sides {
            pos: named(pos)?,
            ecom: named(ecom)?,
        })),
        None => None,
    };
    let mut echoes = Vec::new();
    for _ in 0..from.take::<u32>()? {
        let bytes = from.array()?;
        echoes.push(echo(bytes).ok_or(start.damaged())?);
    }
    Ok(Agreement {
        ids,
        stamps,
        texts,
        group,
        consent,
        echoes,
    })
}

fn digest(from: &mut Reader<'_>) -> Result<Digest, ArchiveError> {
    from.array()
        .map(u64::from_le_bytes)
        .map(Digest::from_number)
}

const CONSENTS: [Consent; 3] = [Consent::Denied, Consent::Unknown, Consent::Granted];

/// 0 for none, then three by three.
const fn consents_code(consents: Option<Sides<Consent>>) -> u16 {
    match consents {
        Some(Sides { pos, ecom }) => 1 + consent_code(pos) * 3 + consent_code(ecom),
        None => 0,
    }
}

const fn consent_code(consent: Consent) -> u16 {
    match consent {
        Consent::Denied => 0,
        Consent::Unknown => 1,
        Consent::Granted => 2,
    }
}

/// `None` for a code that no consents have.
fn consents(code: u16) -> Option<Option<Sides<Consent>>> {
    let Some(code) = code.checked_sub(1) else {
        return Some(None);
    };
    let consent = |code: u16| CONSENTS.get(usize::from(code)).copied();
    Some(Some(Sides {
        pos: consent(code / 3)?,
        ecom: consent(code % 3)?,
    }))
}

/// Most flips that are kept of an echo: four bits. Tandem stops long before
/// ([`Echo::MOST_FLIPS`]).
const MOST_FLIPS: u8 = 15;

/// Field, side and flips in one byte, and the three bytes of [`Echo::short`].
const fn echo_bytes(echo: Echo) -> [u8; 4] {
    let flips = if echo.flips > MOST_FLIPS {
        MOST_FLIPS
    } else {
        echo.flips
    };
    let on = match echo.on {
        Side::Pos => 0,
        Side::Ecom => 1,
    };
    let [a, b, c, _] = echo.before.to_le_bytes();
    [field_code(echo.field) | on << 3 | flips << 4, a, b, c]
}

fn echo([packed, a, b, c]: [u8; 4]) -> Option<Echo> {
    let code = packed & 0b111;
    Some(Echo {
        field: Field::ALL
            .into_iter()
            .find(|field| field_code(*field) == code)?,
        on: if packed & 0b1000 == 0 {
            Side::Pos
        } else {
            Side::Ecom
        },
        before: u32::from_le_bytes([a, b, c, 0]),
        flips: packed >> 4,
    })
}

const fn field_code(field: Field) -> u8 {
    match field {
        Field::Group => 0,
        Field::Email => 1,
        Field::Consent => 2,
        Field::Name => 3,
        Field::Company => 4,
        Field::Phone => 5,
        Field::Address => 6,
    }
}
