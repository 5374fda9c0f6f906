//! A run that a person stops is closed only after it was said what that means, and nothing is lost.

use std::time::Duration;

use serde_json::json;
use tandem_pilot::wait_until;
use tandem_sandbox::world::Settings;

use super::town;

#[test]
fn a_run_that_was_stopped_is_closed_deliberately_and_the_next_one_does_the_rest() {
    let shop = town(60, Settings::default()).shop;
    shop.read_customers().unwrap();
    let planned = shop.preview_all().unwrap().unwrap();
    let slow = json!([{ "path": "/customers", "times": 999, "do": { "slow": 400 } }]);
    shop.control.faults(&slow).unwrap();
    let before = shop.calls().unwrap().writes;
    shop.begin_to_write().unwrap();
    wait_until("something is written", Duration::from_secs(60), || {
        Ok(shop.calls()?.writes > before)
    })
    .unwrap();
    shop.driver.press("button", "Pause").unwrap();
    let said = shop.wait_for_sync().unwrap();
    assert!(said.starts_with("Paused."), "{said}");
    shop.control.faults(&json!([])).unwrap();
    shop.driver.press("button", "Close").unwrap();
    shop.driver
        .expect_text("If you close, nothing more is sent. Nothing is lost:")
        .unwrap();
    shop.driver.press("button", "Keep it open").unwrap();
    shop.driver.find_role("button", "Continue").unwrap();
    shop.driver.press("button", "Close").unwrap();
    shop.driver.press("button", "Close all the same").unwrap();
    wait_until("the run is put away", Duration::from_secs(20), || {
        Ok(shop.driver.look_for("section.run")?.is_none())
    })
    .unwrap();
    shop.check_again().unwrap();
    let left = shop.preview_all().unwrap().unwrap();
    assert!(left < planned, "{left} of {planned} are left");
    let said = shop.write().unwrap();
    assert!(said.starts_with("Done."), "{said}");
}
