//! A vault in memory: for tests, and for the mode that keeps nothing on disk. Nothing of it survives
//! the end of the process.

use std::{cell::RefCell, collections::BTreeMap};

use tandem_core::Fault;

use crate::Vault;

/// A [`Vault`] in memory.
///
/// ```
/// use tandem_engine::{MemoryVault, Vault};
/// # futures::executor::block_on(async {
/// let vault = MemoryVault::default();
/// vault.change(vec![("key".to_owned(), vec![1, 2])], vec![]).await?;
/// assert_eq!(vault.get("key").await?, Some(vec![1, 2]));
/// # Ok::<(), tandem_core::Fault>(())
/// # }).unwrap();
/// ```
#[derive(Debug, Default)]
pub struct MemoryVault(RefCell<BTreeMap<String, Vec<u8>>>);

impl MemoryVault {
    /// How many bytes all its values take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.borrow().values().map(Vec::len).sum()
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }
}

impl Vault for MemoryVault {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Fault> {
        Ok(self.0.borrow().get(key).cloned())
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        let values = self.0.borrow();
        let from_prefix = values.range(prefix.to_owned()..);
        let keys = from_prefix.map(|(key, _)| key);
        Ok(keys
            .take_while(|key| key.starts_with(prefix))
            .cloned()
            .collect())
    }

    async fn change(&self, put: Vec<(String, Vec<u8>)>, remove: Vec<String>) -> Result<(), Fault> {
        let mut values = self.0.borrow_mut();
        for key in &remove {
            values.remove(key);
        }
        values.extend(put);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;

    #[test]
    fn what_is_put_is_there_until_it_is_removed() {
        let vault = MemoryVault::default();
        let put = ["a/2", "a/1", "b"].map(|key| (key.to_owned(), key.as_bytes().to_vec()));
        block_on(vault.change(put.to_vec(), vec![])).unwrap();
        assert_eq!(block_on(vault.keys("a/")).unwrap(), ["a/1", "a/2"]);
        assert_eq!(block_on(vault.get("b")).unwrap(), Some(b"b".to_vec()));
        block_on(vault.change(vec![("a/1".into(), vec![7])], vec!["a/2".into()])).unwrap();
        assert_eq!(block_on(vault.keys("a")).unwrap(), ["a/1"]);
        assert_eq!(block_on(vault.get("a/1")).unwrap(), Some(vec![7]));
        assert_eq!(block_on(vault.get("a/2")).unwrap(), None);
        assert_eq!(vault.bytes(), 2);
        vault.clear();
        assert_eq!(block_on(vault.keys("")).unwrap(), Vec::<String>::new());
    }
}
