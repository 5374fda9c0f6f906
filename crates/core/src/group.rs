//! A customer group as one side has it. What two groups have to do with each other: `board`.

use serde::{Deserialize, Serialize};

/// A group's id on its own side, opaque: POS has UUID-like text, eCom a whole number in decimal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroupId(pub String);

/// One customer group, as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The store's own id.
    pub id: GroupId,
    /// The title, byte for byte as the store gave it.
    pub title: String,
    /// Whether this is the side's default group: POS "All Customers" (`group_id` 1111111111) or
    /// eCom "General" (id 0). Default groups pair with each other and are never copied.
    pub is_default: bool,
}
