//! Alarms: being woken later, also after the browser ended the background.

use super::ext::{self, member, object};

/// Wakes every so many minutes; nothing is changed where that is so already.
pub async fn every(name: &str, minutes: u16) {
    let known = ext::alarms_get(name).await.unwrap_or_default();
    let period = member(&known, "periodInMinutes").as_f64();
    if period != Some(f64::from(minutes)) {
        set(name, "periodInMinutes", minutes).await;
    }
}

/// Wakes once, after so many minutes.
pub async fn once(name: &str, minutes: u16) {
    set(name, "delayInMinutes", minutes).await;
}

/// Does not wake any more.
pub async fn never(name: &str) {
    drop(ext::alarms_clear(name).await);
}

/// An alarm that cannot be set costs a look: the next visit has it all the same.
async fn set(name: &str, when: &str, minutes: u16) {
    let info = object(&[(when, f64::from(minutes).into())]);
    drop(ext::alarms_create(name, &info).await);
}
