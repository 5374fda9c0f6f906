//! Admins of eCom at addresses that are not the vendor's own: a reseller may give it another name. The
//! owner adds such an address, the browser asks, and Tandem works there by the page's own script. It
//! shows nothing on that page and frames nothing in it: only the toolbar's button leads to the panel.

use tandem_core::{Fault, FaultKind};

use super::{
    session::Background,
    stores::{may_be_added, origin},
};
use crate::browser::{access, address, scripts};

/// How many addresses are kept at most.
const MOST: usize = 5;

impl Background {
    /// Works at this address from now on, also in pages that are open.
    ///
    /// # Errors
    /// `NoHostAccess` where it is no address for that, or the browser does not let Tandem reach it;
    /// `NotKept`.
    pub(super) async fn add_address(&self, text: &str) -> Result<(), Fault> {
        let parsed = address::parse(text).filter(may_be_added);
        let parsed = parsed.ok_or(Fault::of(FaultKind::NoHostAccess))?;
        let own = origin(&parsed, &parsed.hostname);
        if !access::may_reach(&parsed).await {
            return Err(Fault::of(FaultKind::NoHostAccess));
        }
        {
            let addresses = &mut self.state.borrow_mut().stores.addresses;
            addresses.retain(|known| *known != own);
            addresses.insert(0, own);
            addresses.truncate(MOST);
        }
        self.remember().await?;
        self.place_scripts().await;
        scripts::place_in_open_pages(&parsed).await;
        self.find_open_admins().await;
        self.update(|_| ());
        Ok(())
    }

    /// Takes an address back, and the access to it.
    ///
    /// # Errors
    /// `NotKept`.
    pub(super) async fn remove_address(&self, text: &str) -> Result<(), Fault> {
        self.update(|state| state.stores.addresses.retain(|known| known != text));
        self.remember().await?;
        self.place_scripts().await;
        if let Some(parsed) = address::parse(text) {
            access::give_back(&parsed).await;
        }
        Ok(())
    }

    /// Browsers forget with an update which pages get a script, so it is said at each beginning.
    pub(super) async fn place_scripts_again(&self) {
        if !self.state.borrow().stores.addresses.is_empty() {
            self.place_scripts().await;
        }
    }

    /// Has the browser give pages at these addresses the script that sends their calls.
    async fn place_scripts(&self) {
        let added = self.state.borrow().stores.addresses.clone();
        let parsed: Vec<_> = added.iter().filter_map(|one| address::parse(one)).collect();
        scripts::place(&parsed).await;
    }
}
