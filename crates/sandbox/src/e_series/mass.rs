//! `/customers_update`: one change for many, undocumented. Without a mode it means everybody.

use serde_json::{Value, json};

use super::body::Body;
use super::customers::refused;
use super::search::Search;
use super::{Error, Outcome};
use crate::call::Call;
use crate::world::{EcomChange, World};

/// Changes or deletes all that are meant.
pub(super) fn update(world: &mut World, call: &Call) -> Outcome {
    let value = call.json()?;
    let body = Body::new(&value, "CustomersMassUpdate");
    let ids = whom(world, call, body)?;
    let deletes = body.member::<bool>("delete")? == Some(true);
    let customer = body.member::<Value>("customer")?.unwrap_or_default();
    let customer = Body::new(&customer, "CustomersMassUpdate.customer");
    let change = EcomChange {
        customer_group_id: customer.member("customerGroupId")?,
        tax_exempt: customer.member("taxExempt")?,
        accept_marketing: customer.member("acceptMarketing")?.map(Some),
        ..EcomChange::default()
    };
    let mut count = 0;
    for id in ids {
        let done = if deletes {
            world.delete_ecom_customer(id).map(|()| true)
        } else {
            world.update_ecom_customer(id, change.clone())
        };
        count += u32::from(done.map_err(|refusal| refused(world, &refusal, &id.to_string()))?);
    }
    Ok(json!({"updateCount": count}))
}

/// The ids of all that are meant; ids of nobody are passed over.
fn whom(world: &World, call: &Call, body: Body<'_>) -> Result<Vec<i64>, Error> {
    let everybody = &world.ecom.customers;
    let mode: Option<String> = body.member("mode")?;
    match mode.as_deref().unwrap_or("ALL") {
        "ALL" => Ok(everybody.iter().map(|one| one.id).collect()),
        "ALL_FILTERED" => {
            let found = Search::of(call)?.all(everybody);
            Ok(found.into_iter().map(|one| one.id).collect())
        }
        "SELECTED" => {
            let ids: Option<Vec<i64>> = body.member("ids")?;
            let ids = ids.ok_or_else(|| Error::wrong("Field CustomersMassUpdate.ids is absent"))?;
            Ok(ids
                .into_iter()
                .filter(|id| everybody.get(*id).is_some())
                .collect())
        }
        mode => Err(Error::wrong(format!("mode cannot be {mode}"))),
    }
}
