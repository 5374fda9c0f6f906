//! What a first run has to come to, told from the two stores as they were, from what is true of the
//! seed, and from the rules of the help article: an opinion of its own, which knows nothing of the
//! code that is judged. For the whole-system and the end-to-end tests alike.
//!
//! It is for somebody who answers every question in one way: POS' value, but of consent whatever
//! denies it; and who leaves alone whoever is not clear.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// Who is one person by their emails, as `truth` calls it.
const LINKED: [&str; 5] = [
    "exact_email",
    "case_variant",
    "punycode_variant",
    "blank_variant",
    "unicode_form",
];

/// Who is one person and cannot be told to be by emails at all.
const UNSEEN: [&str; 2] = ["phone_only", "name_only"];

/// Members that move by themselves.
const STAMPS: [&str; 3] = ["version", "updated_at", "updated"];

/// The two stores at one moment.
struct Stores {
    pos: BTreeMap<String, Value>,
    ecom: BTreeMap<String, Value>,
    pos_titles: BTreeMap<String, String>,
    ecom_titles: BTreeMap<String, String>,
}

/// What is wrong, one sentence each; nothing if all is as it should be.
pub(crate) fn deviations(before: &Value, truth: &Value, after: &Value) -> Vec<String> {
    let (was, is) = (Stores::read(before), Stores::read(after));
    let mut wrong = Vec::new();
    let mut may_be_new: Vec<String> = Vec::new();
    for person in truth["people"].as_array().into_iter().flatten() {
        let ids = |side: &str| -> Vec<String> {
            let ids = person[side].as_array().into_iter().flatten();
            ids.map(id_text).collect()
        };
        let (pos, ecom) = (ids("pos"), ids("ecom"));
        let kind = person["kind"].as_str().unwrap_or_default();
        let judged = match (pos.as_slice(), ecom.as_slice()) {
            ([pos], [ecom]) if LINKED.contains(&kind) => of_pair(&was, &is, pos, ecom),
            ([], [ecom]) if person["rule"] == "created" && kind == "none" => {
                may_be_new.push(format!("TANDEM-{ecom}"));
                created(&was, &is, ecom)
            }
            // Nothing but a number or a name says that POS has this buyer: that holds nobody back.
            (pos, [ecom]) if UNSEEN.contains(&kind) && has_ordered(&was, ecom) => {
                may_be_new.push(format!("TANDEM-{ecom}"));
                let others = untouched(&was, &is, pos, &[]);
                created(&was, &is, ecom).map(|wrong| [wrong, others].concat())
            }
            _ => Ok(untouched(&was, &is, &pos, &ecom)),
        };
        match judged {
            Ok(all) => wrong.extend(all),
            Err(why) => wrong.push(format!("{person}: {why}")),
        }
    }
    wrong.extend(strangers(&was, &is, &may_be_new));
    wrong
}

impl Stores {
    fn read(world: &Value) -> Self {
        let by_id = |side: &str, of: &str| -> BTreeMap<String, Value> {
            let all = world[side][of].as_array().into_iter().flatten();
            all.map(|one| (id_text(&one["id"]), one.clone())).collect()
        };
        let titles = |side: &str| {
            let groups = by_id(side, "groups").into_iter();
            groups
                .map(|(id, group)| {
                    let is_default = group["group_id"] == "1111111111" || group["id"] == 0;
                    let title = group["name"].as_str().unwrap_or_default();
                    let title = if is_default { "" } else { title };
                    (id, title.trim().to_lowercase())
                })
                .collect()
        };
        Self {
            pos: by_id("pos", "customers"),
            ecom: by_id("ecom", "customers"),
            pos_titles: titles("pos"),
            ecom_titles: titles("ecom"),
        }
    }

    /// The folded title of a customer's group; blank for the default one.
    fn title(&self, side: &str, customer: &Value) -> String {
        let titles = if side == "pos" {
            &self.pos_titles
        } else {
            &self.ecom_titles
        };
        let group = &customer["customer_group_id"];
        let group = if group.is_null() {
            "0".to_owned()
        } else {
            id_text(group)
        };
        titles.get(&group).cloned().unwrap_or_default()
    }
}

/// A pair: one group, one meaning of consent, one name; and nothing else touched.
fn of_pair(was: &Stores, is: &Stores, pos: &str, ecom: &str) -> Result<Vec<String>, String> {
    let find = |stores: &BTreeMap<String, Value>, id: &str| {
        stores.get(id).cloned().ok_or(format!("{id} is not there"))
    };
    let (pos_was, pos_is) = (find(&was.pos, pos)?, find(&is.pos, pos)?);
    let (ecom_was, ecom_is) = (find(&was.ecom, ecom)?, find(&is.ecom, ecom)?);
    let mut wrong = Vec::new();
    let titles = (was.title("pos", &pos_was), is.title("ecom", &ecom_is));
    if titles.0 != titles.1 {
        wrong.push(format!(
            "{pos}/{ecom}: in {titles:?}, POS' group was wanted"
        ));
    }
    let denied = pos_was["do_not_email"] == true || ecom_was["accept_marketing"] == false;
    let pos_wanted = json!(denied || pos_was["do_not_email"] == true);
    let ecom_wanted = if denied {
        json!(false)
    } else {
        ecom_was["accept_marketing"].clone()
    };
    if pos_is["do_not_email"] != pos_wanted || ecom_is["accept_marketing"] != ecom_wanted {
        wrong.push(format!(
            "{pos}/{ecom}: consent is {}/{}, was {}/{}",
            pos_is["do_not_email"],
            ecom_is["accept_marketing"],
            pos_was["do_not_email"],
            ecom_was["accept_marketing"]
        ));
    }
    wrong.extend(of_names(&pos_was, &ecom_was, &ecom_is).map(|why| format!("{pos}/{ecom}: {why}")));
    let pos_may = ["do_not_email"];
    let ecom_may = [
        "accept_marketing",
        "customer_group_id",
        "name",
        "billing_person",
    ];
    wrong.extend(differs(&pos_was, &pos_is, &pos_may));
    wrong.extend(differs(&ecom_was, &ecom_is, &ecom_may));
    let rest = |customer: &Value| {
        let mut person = customer["billing_person"]
            .as_object()
            .cloned()
            .unwrap_or_default();
        person.retain(|member, value| !is_name(member) && !is_blank(value));
        Value::Object(person)
    };
    if rest(&ecom_was) != rest(&ecom_is) {
        wrong.push(format!(
            "{ecom}: the billing person changed beyond the name"
        ));
    }
    Ok(wrong)
}

/// eCom's name is POS', unless both were one name before or POS has none.
fn of_names(pos: &Value, ecom_was: &Value, ecom_is: &Value) -> Option<String> {
    let part = |name: &str| pos[name].as_str().unwrap_or_default();
    let wanted = squeezed(&format!("{} {}", part("first_name"), part("last_name")));
    let (was, is) = (name_of(ecom_was), name_of(ecom_is));
    if wanted.is_empty() || squeezed(&was) == wanted {
        return (is != was).then(|| format!("the name {was:?} became {is:?}"));
    }
    let is_one = letters(&was) == letters(&wanted);
    let is_fine = squeezed(&is) == wanted || (is_one && is == was);
    (!is_fine).then(|| format!("the name is {is:?}, {wanted:?} was wanted"))
}

/// A buyer of eCom: in POS once, with a code, nothing raised; and untouched online.
fn created(was: &Stores, is: &Stores, ecom: &str) -> Result<Vec<String>, String> {
    let code = format!("TANDEM-{ecom}");
    let has_code = |one: &&Value| one["customer_code"] == json!(code);
    let made: Vec<&Value> = is.pos.values().filter(has_code).collect();
    let [made] = made.as_slice() else {
        return Err(format!("{code} is in POS {} times", made.len()));
    };
    let source = was.ecom.get(ecom).ok_or("no such buyer")?;
    let mut wrong = untouched(was, is, &[], &[ecom.to_owned()]);
    if made["email"] != source["email"] {
        wrong.push(format!(
            "{code} has {} for {}",
            made["email"], source["email"]
        ));
    }
    if made["do_not_email"] != json!(source["accept_marketing"] != true) {
        wrong.push(format!("{code}: consent is {}", made["do_not_email"]));
    }
    if is.title("pos", made) != was.title("ecom", source) {
        wrong.push(format!("{code} is in {:?}", is.title("pos", made)));
    }
    let name = format!(
        "{} {}",
        made["first_name"].as_str().unwrap_or_default(),
        made["last_name"].as_str().unwrap_or_default()
    );
    if letters(&name) != letters(&name_of(source)) {
        wrong.push(format!("{code} is called {name:?}"));
    }
    Ok(wrong)
}

fn has_ordered(was: &Stores, ecom: &str) -> bool {
    let orders = was.ecom.get(ecom).and_then(|one| one["orders"].as_i64());
    orders.is_some_and(|orders| orders > 0)
}

/// Records that nothing may happen to.
fn untouched(was: &Stores, is: &Stores, pos: &[String], ecom: &[String]) -> Vec<String> {
    let of_side = |before: &BTreeMap<String, Value>,
                   after: &BTreeMap<String, Value>,
                   id: &String| {
        match (before.get(id), after.get(id)) {
            (Some(was), Some(is)) => differs(was, is, &[]),
            (before, after) => vec![format!("{id}: was {before:?}, is {after:?}")],
        }
    };
    let pos = pos.iter().flat_map(|id| of_side(&was.pos, &is.pos, id));
    let ecom = ecom.iter().flat_map(|id| of_side(&was.ecom, &is.ecom, id));
    pos.chain(ecom).collect()
}

/// Records that nobody asked for, and those that are gone.
fn strangers(was: &Stores, is: &Stores, may_be_new: &[String]) -> Vec<String> {
    let is_wanted = |one: &Value| {
        let code = one["customer_code"].as_str().unwrap_or_default();
        may_be_new.iter().any(|wanted| wanted == code)
    };
    let new_in_pos = is
        .pos
        .iter()
        .filter(|(id, one)| !was.pos.contains_key(*id) && !is_wanted(one));
    let new_online = is.ecom.iter().filter(|(id, _)| !was.ecom.contains_key(*id));
    let new = new_in_pos
        .chain(new_online)
        .map(|(id, _)| format!("{id} is new"));
    let gone_in_pos = was.pos.keys().filter(|id| !is.pos.contains_key(*id));
    let gone_online = was.ecom.keys().filter(|id| !is.ecom.contains_key(*id));
    let gone = gone_in_pos
        .chain(gone_online)
        .map(|id| format!("{id} is gone"));
    new.chain(gone).collect()
}

/// The members, apart from stamps and those that may, that are others than before.
fn differs(was: &Value, is: &Value, may: &[&str]) -> Vec<String> {
    let kept = |value: &Value| -> Map<String, Value> {
        let mut members = value.as_object().cloned().unwrap_or_default();
        members.retain(|name, value| {
            !STAMPS.contains(&name.as_str()) && !may.contains(&name.as_str()) && !is_blank(value)
        });
        members
    };
    let (was, is) = (kept(was), kept(is));
    let names = was
        .keys()
        .chain(is.keys().filter(|name| !was.contains_key(*name)));
    let changed = names.filter(|name| was.get(*name) != is.get(*name));
    changed
        .map(|name| {
            let id = was.get("id").map(id_text).unwrap_or_default();
            format!(
                "{id}: {name} was {:?}, is {:?}",
                was.get(name),
                is.get(name)
            )
        })
        .collect()
}

fn id_text(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

fn is_name(member: &str) -> bool {
    ["name", "first_name", "last_name"].contains(&member)
}

fn is_blank(value: &Value) -> bool {
    value.is_null() || value == ""
}

/// What eCom calls a customer: the billing person's name.
fn name_of(ecom: &Value) -> String {
    let name = ecom["billing_person"]["name"].as_str();
    name.unwrap_or_default().to_owned()
}

fn squeezed(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is left of a name without blanks, signs and marks.
fn letters(name: &str) -> String {
    name.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}
