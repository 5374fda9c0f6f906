//! The vault of customers: everything is on disk, but for what was read of them where nobody wants
//! that kept. Which values those are is told by the beginning of their names.

use std::{cell::Cell, rc::Rc};

use tandem_core::Fault;
use tandem_engine::{MemoryVault, Vault};

/// How many values are moved to disk at once.
const AT_ONCE: usize = 16;

/// One store pair's vault. Copies are the same vault.
#[derive(Debug)]
pub(super) struct KeptVault<D> {
    disk: Rc<D>,
    memory: Rc<MemoryVault>,
    /// What the names of readings begin with.
    readings: Rc<str>,
    /// Whether readings are on disk.
    keeps_readings: Rc<Cell<bool>>,
}

impl<D> Clone for KeptVault<D> {
    fn clone(&self) -> Self {
        Self {
            disk: Rc::clone(&self.disk),
            memory: Rc::clone(&self.memory),
            readings: Rc::clone(&self.readings),
            keeps_readings: Rc::clone(&self.keeps_readings),
        }
    }
}

impl<D: Vault> KeptVault<D> {
    /// A vault on `disk` with all that is there. The names of readings begin with `readings`.
    pub(super) fn new(disk: Rc<D>, readings: &str) -> Self {
        Self {
            disk,
            memory: Rc::default(),
            readings: readings.into(),
            keeps_readings: Rc::new(Cell::new(true)),
        }
    }

    /// Says whether readings are on disk from now on, and brings those there are to where they
    /// belong. One that cannot be opened is left behind: it is read again from the store.
    ///
    /// # Errors
    /// `NotKept`; everything is where it was then, or in both places.
    pub(super) async fn keep_readings(&self, on_disk: bool) -> Result<(), Fault> {
        if on_disk {
            let names = self.memory.keys(&self.readings).await?;
            for some in names.chunks(AT_ONCE) {
                let values = taken(&*self.memory, some).await;
                self.disk.change(values, Vec::new()).await?;
            }
            self.keeps_readings.set(true);
            self.memory.clear();
            return Ok(());
        }
        let names = self.disk.keys(&self.readings).await?;
        let values = taken(&*self.disk, &names).await;
        self.memory.change(values, Vec::new()).await?;
        self.disk.change(Vec::new(), names).await?;
        self.keeps_readings.set(false);
        Ok(())
    }

    fn is_in_memory(&self, name: &str) -> bool {
        !self.keeps_readings.get() && name.starts_with(&*self.readings)
    }
}

/// The values of these names that can be had.
async fn taken(vault: &impl Vault, names: &[String]) -> Vec<(String, Vec<u8>)> {
    let mut values = Vec::new();
    for name in names {
        if let Ok(Some(value)) = vault.get(name).await {
            values.push((name.clone(), value));
        }
    }
    values
}

impl<D: Vault> Vault for KeptVault<D> {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Fault> {
        if self.is_in_memory(key) {
            self.memory.get(key).await
        } else {
            self.disk.get(key).await
        }
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        let mut keys = self.disk.keys(prefix).await?;
        keys.retain(|key| !self.is_in_memory(key));
        if !self.keeps_readings.get() {
            keys.extend(self.memory.keys(prefix).await?);
            keys.sort();
        }
        Ok(keys)
    }

    /// The disk first: it may refuse, memory does not.
    async fn change(&self, put: Vec<(String, Vec<u8>)>, remove: Vec<String>) -> Result<(), Fault> {
        let (put_here, put): (Vec<_>, Vec<_>) = put
            .into_iter()
            .partition(|(name, _)| self.is_in_memory(name));
        let (remove_here, remove): (Vec<_>, Vec<_>) =
            remove.into_iter().partition(|name| self.is_in_memory(name));
        self.disk.change(put, remove).await?;
        self.memory.change(put_here, remove_here).await
    }
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;

    fn vault() -> (Rc<MemoryVault>, KeptVault<MemoryVault>) {
        let disk: Rc<MemoryVault> = Rc::default();
        (Rc::clone(&disk), KeptVault::new(disk, "pair/read/"))
    }

    fn all(vault: &impl Vault) -> Vec<(String, Vec<u8>)> {
        let names = block_on(vault.keys("")).unwrap();
        block_on(taken(vault, &names))
    }

    fn value(name: &str, of: u8) -> (String, Vec<u8>) {
        (name.to_owned(), vec![of])
    }

    #[test]
    fn readings_that_are_not_kept_never_touch_the_disk() {
        let (disk, vault) = vault();
        block_on(vault.keep_readings(false)).unwrap();
        let put = vec![value("pair/read/1", 1), value("pair/runs/1", 2)];
        block_on(vault.change(put.clone(), vec![])).unwrap();
        assert_eq!(all(&*disk), [value("pair/runs/1", 2)]);
        assert_eq!(all(&vault), put);
        let both = vec!["pair/read/1".to_owned(), "pair/runs/1".to_owned()];
        block_on(vault.change(vec![], both)).unwrap();
        assert_eq!(all(&vault), []);
    }

    #[test]
    fn readings_follow_what_a_person_wants() {
        let (disk, vault) = vault();
        let put: Vec<_> = (0..40)
            .map(|of| value(&format!("pair/read/{of:02}"), of))
            .collect();
        let put = [put, vec![value("pair/runs/1", 2)]].concat();
        block_on(vault.change(put.clone(), vec![])).unwrap();
        assert_eq!(all(&*disk), put);
        block_on(vault.keep_readings(false)).unwrap();
        assert_eq!(all(&*disk), [value("pair/runs/1", 2)]);
        assert_eq!(all(&vault), put);
        block_on(vault.keep_readings(true)).unwrap();
        assert_eq!(all(&*disk), put);
        assert_eq!(all(&vault), put);
    }
}
