//! What a store must contain after an errand, and so what the client must have been told on its way.
//! Goes by the worlds before and after alone; the errands are in `tests/clients`.

use std::collections::BTreeMap;

use anyhow::{Context, ensure};
use serde_json::{Map, Value, json};

/// The records of a list, by what tells them apart.
type Records<'a> = BTreeMap<String, &'a Value>;

/// POS after `pos.py`.
pub(super) fn pos(job: &Value, before: &Value, after: &Value) -> anyhow::Result<Value> {
    let groups = added(before, after, "groups")?;
    let [group] = named(&groups, "name", [at(job, "group")?])?;
    ensure!(groups.len() == 1, "more than one group is new");
    holds(group, &json!({"deleted_at": null}))?;

    let people = added(before, after, "customers")?;
    let emails = [
        at(at(job, "stays")?, "email")?,
        at(at(job, "goes")?, "email")?,
    ];
    let [stays, goes] = named(&people, "email", emails)?;
    ensure!(people.len() == 2, "other than two customers are new");
    let group = at(group, "id")?;
    let lives = json!({"customer_group_id": group, "deleted_at": null});
    for should in [&laid_over(at(job, "stays")?, at(job, "change")?), &lives] {
        holds(stays, should)?;
    }
    holds(goes, at(job, "goes")?)?;
    ensure!(
        !at(goes, "deleted_at")?.is_null(),
        "it is not deleted: {goes}"
    );

    let (stays, goes) = (at(stays, "id")?, at(goes, "id")?);
    let seed = in_order(at(before, "customers")?)?;
    let newest = seed.last().map_or(0, |last| version(last));
    let living = seed.iter().filter(|one| is_living(one));
    let changed = in_order(at(after, "customers")?)?;
    let changed = changed.into_iter().filter(|one| version(one) > newest);
    Ok(json!({
        "customers": living.map(|one| at(one, "id")).collect::<anyhow::Result<Vec<_>>>()?,
        "group": group,
        "created": [stays, goes],
        "updated": at(job, "change")?,
        "grouped": true,
        "members": sorted([stays, goes]),
        "found": [stays],
        "members afterwards": [stays],
        "changed since": changed
            .map(|one| Ok(json!([at(one, "id")?, !is_living(one)])))
            .collect::<anyhow::Result<Vec<_>>>()?,
    }))
}

/// eCom after `ecom.py`.
pub(super) fn ecom(job: &Value, before: &Value, after: &Value) -> anyhow::Result<Value> {
    let groups = added(before, after, "groups")?;
    let [group] = named(&groups, "name", [at(job, "group")?])?;
    ensure!(groups.len() == 1, "more than one group is new");

    let people = added(before, after, "customers")?;
    let [stays] = named(&people, "email", [at(at(job, "stays")?, "email")?])?;
    ensure!(people.len() == 1, "more than one customer is new and there");
    let (group, change) = (at(group, "id")?, at(job, "change")?);
    holds(
        stays,
        &json!({
            "name": at(at(change, "billingPerson")?, "name")?,
            "accept_marketing": at(change, "acceptMarketing")?,
            "customer_group_id": group,
        }),
    )?;

    let gone = added(before, after, "deleted")?;
    ensure!(gone.len() == 1, "other than one customer is deleted");
    let goes = gone.first().context("the one that is gone")?;
    let (stays, goes) = (at(stays, "id")?, at(goes, "id")?);
    let all = records(before, "customers")?;
    Ok(json!({
        "customers": sorted(all.values().map(|one| at(one, "id")).collect::<anyhow::Result<Vec<_>>>()?),
        "group": group,
        "created": [stays, goes],
        "created twice": 409,
        "updated": {"updateCount": 1},
        "grouped": {"updateCount": 1},
        "grouped by batch": [["g", "COMPLETED", 200]],
        "members": sorted([stays, goes]),
        "found": [stays],
        "by keyword": [stays],
        "deleted": 1,
        "members afterwards": [stays],
        "gone": 404,
    }))
}

/// How many requests there were; each by a token, and none of them broken.
pub(super) fn calls(log: &Value) -> anyhow::Result<usize> {
    let log = log.as_array().context("the log is a list")?;
    for call in log {
        holds(call, &json!({"caller": "token"}))?;
        let status = at(call, "status")?.as_u64().unwrap_or_default();
        ensure!(status < 500, "a store does not break over a client: {call}");
    }
    ensure!(!log.is_empty(), "nothing was asked of this sandbox");
    Ok(log.len())
}

/// The records that a list has and had not, where those that it had are as they were.
fn added<'a>(before: &Value, after: &'a Value, list: &str) -> anyhow::Result<Vec<&'a Value>> {
    let (before, mut after) = (records(before, list)?, records(after, list)?);
    for (id, was) in before {
        let is = after
            .remove(&id)
            .with_context(|| format!("{list}: {id} is gone"))?;
        ensure!(
            is == was,
            "{list}: what nobody touched is\n{is}\nand was\n{was}"
        );
    }
    Ok(after.into_values().collect())
}

fn records<'a>(store: &'a Value, list: &str) -> anyhow::Result<Records<'a>> {
    let records = at(store, list)?.as_array().context("a list")?;
    let by_id = |record: &'a Value| Ok((at(record, "id")?.to_string(), record));
    records.iter().map(by_id).collect()
}

/// For each of these values the one record that has it in a member.
fn named<'a, const N: usize>(
    records: &[&'a Value],
    member: &str,
    values: [&Value; N],
) -> anyhow::Result<[&'a Value; N]> {
    let find = |value: &Value| {
        let mut having = records.iter().filter(|one| one.get(member) == Some(value));
        let one = having
            .next()
            .with_context(|| format!("{member} {value} is nowhere"))?;
        ensure!(having.next().is_none(), "{member} {value} is there twice");
        Ok(*one)
    };
    let found = values
        .map(find)
        .into_iter()
        .collect::<anyhow::Result<Vec<_>>>()?;
    found.try_into().ok().context("as many as were asked for")
}

/// Whether a record has each of these members with its value.
fn holds(record: &Value, members: &Value) -> anyhow::Result<()> {
    for (name, should) in members.as_object().into_iter().flatten() {
        let is = at(record, name)?;
        ensure!(is == should, "{name} is {is}, not {should}, in {record}");
    }
    Ok(())
}

fn laid_over(under: &Value, over: &Value) -> Value {
    let members = [under, over]
        .into_iter()
        .filter_map(Value::as_object)
        .flatten();
    let all: Map<_, _> = members
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    all.into()
}

/// Records of POS by version, which is the order of its lists.
fn in_order(list: &Value) -> anyhow::Result<Vec<&Value>> {
    let mut all: Vec<&Value> = list.as_array().context("a list")?.iter().collect();
    all.sort_by_key(|one| version(one));
    Ok(all)
}

fn version(record: &Value) -> i64 {
    record
        .get("version")
        .and_then(Value::as_i64)
        .unwrap_or_default()
}

fn is_living(record: &Value) -> bool {
    record.get("deleted_at").is_none_or(Value::is_null)
}

/// Ids in the order of the scripts, which sort where the store promises no order.
fn sorted<'a>(ids: impl IntoIterator<Item = &'a Value>) -> Vec<&'a Value> {
    let mut ids: Vec<&Value> = ids.into_iter().collect();
    ids.sort_by_key(|id| (id.as_i64(), id.as_str()));
    ids
}

fn at<'a>(value: &'a Value, name: &str) -> anyhow::Result<&'a Value> {
    value
        .get(name)
        .with_context(|| format!("there is no {name} in {value}"))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{added, holds, named};

    fn store(list: &Value) -> Value {
        json!({ "groups": list })
    }

    #[test]
    fn what_nobody_may_touch_is_as_it_was() {
        let before = store(&json!([{"id": 1, "name": "VIP"}]));
        let more = store(&json!([{"id": 1, "name": "VIP"}, {"id": 2, "name": "New"}]));
        let new = added(&before, &more, "groups").unwrap();
        assert_eq!(new, [&json!({"id": 2, "name": "New"})]);
        for wrong in [
            json!([{"id": 1, "name": "vip"}]),
            json!([{"id": 2, "name": "VIP"}]),
        ] {
            added(&before, &store(&wrong), "groups").unwrap_err();
        }
    }

    #[test]
    fn one_is_one_and_holds_what_it_should() {
        let (one, other) = (json!({"name": "A", "n": 1}), json!({"name": "B", "n": 1}));
        let both = [&one, &other];
        assert_eq!(named(&both, "name", [&json!("B")]).unwrap(), [&other]);
        named(&both, "n", [&json!(1)]).unwrap_err();
        named(&both, "name", [&json!("C")]).unwrap_err();
        holds(&one, &json!({"n": 1})).unwrap();
        holds(&one, &json!({"n": null})).unwrap_err();
        holds(&one, &json!({"m": null})).unwrap_err();
    }
}
