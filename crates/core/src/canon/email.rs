//! Email addresses: which two are one (rules 3.1).

/// What two addresses must have in common to be one; empty for a blank one.
#[must_use]
pub fn key(email: &str) -> String {
    email.trim().to_ascii_lowercase()
}

/// Whether an address is somebody's own, so that two records that have it are one person. A blank,
/// a text that is no address and a placeholder are not.
#[must_use]
pub fn is_key(email: &str) -> bool {
    let key = key(email);
    let Some((local, domain)) = key.split_once('@') else {
        return false;
    };
    !local.is_empty() && domain.contains('.')
}
