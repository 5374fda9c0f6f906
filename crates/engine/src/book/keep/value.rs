//! One value of the book as bytes: the version, the contents by `postcard`, a check over both. The
//! archive's own chunks have their own form (`tandem_core::archive::format`).

use serde::{Deserialize, Serialize};
use tandem_core::{Fault, FaultKind, digest::checksum};

/// The version of most values.
pub(crate) const FIRST: u8 = 1;

/// That of values which once had another form: whoever reads them asks which it is ([`version`]).
pub(crate) const SECOND: u8 = 2;

/// Why bytes were not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// They are not whole, were changed, or are something else.
    Damaged,
    /// They are of a version that this Tandem does not know.
    Newer,
}

impl From<Unfit> for Fault {
    fn from(unfit: Unfit) -> Self {
        Self::of(match unfit {
            Unfit::Damaged => FaultKind::KeptDamaged,
            Unfit::Newer => FaultKind::KeptNewer,
        })
    }
}

/// A value as bytes.
///
/// # Errors
/// `Bug`: our own types can always be written.
pub(crate) fn pack<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Fault> {
    pack_as(FIRST, value)
}

/// The same, of another version.
///
/// # Errors
/// As [`pack`].
pub(crate) fn pack_as<T: Serialize + ?Sized>(version: u8, value: &T) -> Result<Vec<u8>, Fault> {
    let packed = postcard::to_extend(value, vec![version]);
    let mut bytes = packed.map_err(|_| Fault::of(FaultKind::Bug))?;
    bytes.extend(checksum(&bytes));
    Ok(bytes)
}

/// Which version bytes say that they are of; `None` where there are none.
pub(crate) fn version(bytes: &[u8]) -> Option<u8> {
    bytes.first().copied()
}

/// What [`pack`] made, back.
///
/// # Errors
/// [`Unfit`]; hostile bytes as well end as one.
pub(crate) fn unpack<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, Unfit> {
    unpack_up_to(FIRST, bytes)
}

/// The same of a value whose newest version is another.
///
/// # Errors
/// As [`unpack`].
pub(crate) fn unpack_up_to<'a, T: Deserialize<'a>>(
    newest: u8,
    bytes: &'a [u8],
) -> Result<T, Unfit> {
    if version(bytes).ok_or(Unfit::Damaged)? > newest {
        return Err(Unfit::Newer);
    }
    let (packed, check) = bytes.split_last_chunk::<4>().ok_or(Unfit::Damaged)?;
    let contents = packed.split_first().map(|(_, contents)| contents);
    match contents.map(postcard::take_from_bytes) {
        Some(Ok((value, []))) if checksum(packed) == *check => Ok(value),
        _ => Err(Unfit::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_comes_back_and_a_changed_one_does_not() {
        let value = vec![("one".to_owned(), 1_u32), ("two".to_owned(), 2)];
        let bytes = pack(&value).unwrap();
        assert_eq!(unpack(&bytes), Ok(value));
        for at in 1..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0x10;
            assert_eq!(
                unpack::<Vec<(String, u32)>>(&changed),
                Err(Unfit::Damaged),
                "{at}"
            );
            assert_eq!(
                unpack::<Vec<(String, u32)>>(&bytes[..at]),
                Err(Unfit::Damaged),
                "{at}"
            );
        }
        assert_eq!(unpack::<u8>(&[]), Err(Unfit::Damaged));
        assert_eq!(unpack::<u8>(&[FIRST + 1, 7]), Err(Unfit::Newer));
    }
}
