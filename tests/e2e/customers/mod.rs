//! Customers from end to end: read, previewed, written, and what is kept of them.

pub(crate) mod ask;
mod buckets;
mod nothing;
mod passphrase;
mod review;
mod smoke;
pub(crate) mod vault;

use serde_json::json;
use tandem_pilot::Shop;

use crate::setup::options;

/// A shop of so many people with the panel open and both stores chosen, ready to be asked.
fn shop_of(people: u32) -> Shop {
    let sandbox = tandem_sandbox::Options {
        customers: people,
        ..tandem_sandbox::Options::default()
    };
    let shop = Shop::open(&options(), &sandbox).unwrap();
    // A large shop, so that no test waits for the pace that leaves POS to the tills.
    let mut world = shop.control.state().unwrap();
    world["pos"]["registers"] = json!(40);
    shop.control.reset(&world).unwrap();
    shop.driver.open_panel().unwrap();
    shop.driver.press("button", "Use these two stores").unwrap();
    ask::groups_are_read(&shop);
    shop
}
