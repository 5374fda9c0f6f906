//! The fields that are kept the same, and a value for each. What a field's values are: `value`.

use serde::{Deserialize, Serialize};

/// One thing that both sides say of a customer (design section 6, "Fields").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The one customer group.
    Group,
    /// The email address.
    Email,
    /// Consent to marketing by email.
    Consent,
    /// The person's name.
    Name,
    /// The company's name.
    Company,
    /// The telephone number.
    Phone,
    /// The billing address.
    Address,
}

impl Field {
    /// All fields, in the order in which they are shown and written.
    pub const ALL: [Self; 7] = [
        Self::Group,
        Self::Email,
        Self::Consent,
        Self::Name,
        Self::Company,
        Self::Phone,
        Self::Address,
    ];

    /// The fields whose values are texts: the archive keeps a digest of them and no more.
    pub const TEXTS: [Self; 5] = [
        Self::Email,
        Self::Name,
        Self::Company,
        Self::Phone,
        Self::Address,
    ];
}

/// A set of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldSet(u8);

impl FieldSet {
    /// No field.
    pub const NONE: Self = Self(0);
    /// The fields that are always kept the same: group, email, consent, name.
    pub const ALWAYS: Self = Self(0b0000_1111);
    /// Every field.
    pub const ALL: Self = Self(0b0111_1111);

    const fn bit(field: Field) -> u8 {
        1 << field as u8
    }

    /// The set with `field` in it.
    #[must_use]
    pub const fn with(self, field: Field) -> Self {
        Self(self.0 | Self::bit(field))
    }

    /// The set without `field`.
    #[must_use]
    pub const fn without(self, field: Field) -> Self {
        Self(self.0 & !Self::bit(field))
    }

    /// Whether `field` is in it.
    #[must_use]
    pub const fn has(self, field: Field) -> bool {
        self.0 & Self::bit(field) != 0
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The fields in it, in the order of [`Field::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(move |field| self.has(*field))
    }
}

impl FromIterator<Field> for FieldSet {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Self {
        fields.into_iter().fold(Self::NONE, Self::with)
    }
}

/// One value for each field of [`Field::TEXTS`].
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Texts<T> {
    /// The value for [`Field::Email`].
    pub email: T,
    /// The value for [`Field::Name`].
    pub name: T,
    /// The value for [`Field::Company`].
    pub company: T,
    /// The value for [`Field::Phone`].
    pub phone: T,
    /// The value for [`Field::Address`].
    pub address: T,
}

impl<T> Texts<T> {
    /// The value of `field`; `None` for group and consent, which are no texts.
    pub const fn get(&self, field: Field) -> Option<&T> {
        match field {
            Field::Email => Some(&self.email),
            Field::Name => Some(&self.name),
            Field::Company => Some(&self.company),
            Field::Phone => Some(&self.phone),
            Field::Address => Some(&self.address),
            Field::Group | Field::Consent => None,
        }
    }

    /// The value of `field`, to change it; `None` for group and consent.
    pub const fn get_mut(&mut self, field: Field) -> Option<&mut T> {
        match field {
            Field::Email => Some(&mut self.email),
            Field::Name => Some(&mut self.name),
            Field::Company => Some(&mut self.company),
            Field::Phone => Some(&mut self.phone),
            Field::Address => Some(&mut self.address),
            Field::Group | Field::Consent => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_know_their_fields() {
        for field in Field::ALL {
            assert!(FieldSet::ALL.has(field));
            assert!(!FieldSet::ALL.without(field).has(field));
            assert!(FieldSet::NONE.with(field).has(field));
        }
        let always: Vec<Field> = FieldSet::ALWAYS.iter().collect();
        assert_eq!(
            always,
            [Field::Group, Field::Email, Field::Consent, Field::Name]
        );
        assert_eq!(FieldSet::ALL.iter().collect::<FieldSet>(), FieldSet::ALL);
        assert!(FieldSet::NONE.is_empty() && !FieldSet::ALWAYS.is_empty());
    }

    #[test]
    fn texts_are_all_fields_but_group_and_consent() {
        let mut texts = Texts::<usize>::default();
        for field in Field::ALL {
            assert_eq!(
                texts.get(field).is_some(),
                Field::TEXTS.contains(&field),
                "{field:?}"
            );
            assert_eq!(
                texts.get_mut(field).is_some(),
                Field::TEXTS.contains(&field),
                "{field:?}"
            );
        }
    }
}
