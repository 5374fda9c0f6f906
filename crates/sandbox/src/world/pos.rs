//! The store of POS and what can be done to its groups. Says nothing of HTTP or JSON names.

use serde::{Deserialize, Serialize};

use super::{
    Caution, OrphanPolicy, POS_DEFAULT_CODE, Policy, Refusal, Role, Staff, World, WorldError,
};
use super::{all_differ, code_suffix, uuid};
use crate::x_series::redact;

/// What POS contains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PosStore {
    /// The store's subdomain.
    pub prefix: String,
    /// The store's name.
    pub name: String,
    /// The store's id.
    pub retailer_id: String,
    /// How many tills the store has; the limit of calls grows with them.
    pub registers: u32,
    /// The counter behind every `version`: the last one given out.
    pub version: i64,
    /// The one who signs in.
    pub staff: Staff,
    /// The groups, deleted ones too.
    pub groups: Vec<PosGroup>,
    /// The customers, deleted ones too.
    pub customers: Vec<PosCustomer>,
}

/// One group of POS.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PosGroup {
    /// The id; opaque.
    pub id: String,
    /// The title.
    pub name: String,
    /// The code that people see, such as `VIP-Y968`.
    pub group_id: String,
    /// When it was made, in seconds.
    pub created_at: i64,
    /// When it was last changed, in seconds.
    pub updated_at: i64,
    /// When it was deleted, in seconds.
    pub deleted_at: Option<i64>,
    /// The version of the last change.
    pub version: i64,
}

/// One customer of POS, as far as this storey needs one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PosCustomer {
    /// The id; opaque.
    pub id: String,
    /// The code that people see, such as `Tony-37YP`.
    pub customer_code: String,
    /// The one group, by id.
    pub customer_group_id: String,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The email address; not unique.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// Whether the person opted out of marketing by email.
    pub do_not_email: bool,
    /// When it was made, in seconds.
    pub created_at: i64,
    /// When it was last changed, in seconds.
    pub updated_at: i64,
    /// When it was deleted, in seconds.
    pub deleted_at: Option<i64>,
    /// The version of the last change.
    pub version: i64,
}

impl Default for PosStore {
    fn default() -> Self {
        Self {
            prefix: "lantern-books".into(),
            name: "Lantern Books".into(),
            retailer_id: "0af7b240-0d51-11ef-8cc5-5e1a3f0b7c21".into(),
            registers: 3,
            version: 41_230_077_000,
            staff: Staff {
                user: "owner@lantern-books.example".into(),
                password: "open-till".into(),
                token: "sandbox_pos_token".into(),
                role: Role::Admin,
            },
            groups: Vec::new(),
            customers: Vec::new(),
        }
    }
}

impl PosGroup {
    /// Whether this is the default group.
    #[must_use]
    pub fn is_default(&self) -> bool {
        self.group_id == POS_DEFAULT_CODE
    }
}

impl PosCustomer {
    /// First and last name in one; `None` when there is neither.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        let parts: Vec<&str> = [&self.first_name, &self.last_name]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

impl PosStore {
    /// A group that is not deleted.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&PosGroup> {
        self.groups
            .iter()
            .find(|group| group.id == id && group.deleted_at.is_none())
    }

    /// How many living customers a group has.
    #[must_use]
    pub fn members(&self, group: &str) -> usize {
        let of_group = |c: &&PosCustomer| c.customer_group_id == group && c.deleted_at.is_none();
        self.customers.iter().filter(of_group).count()
    }

    fn default_id(&self) -> String {
        self.groups
            .iter()
            .find(|group| group.is_default())
            .map(|group| group.id.clone())
            .unwrap_or_default()
    }

    fn next_version(&mut self) -> i64 {
        self.version += 1;
        self.version
    }

    /// Puts customers into a group; each that was elsewhere gets a new version.
    fn move_all(&mut self, which: impl Fn(&PosCustomer) -> bool, to: &str, now: i64) {
        let Self {
            version, customers, ..
        } = self;
        for customer in customers
            .iter_mut()
            .filter(|c| which(c) && c.customer_group_id != to)
        {
            *version += 1;
            customer.customer_group_id = to.to_owned();
            customer.version = *version;
            customer.updated_at = now;
        }
    }
}

impl World {
    /// Makes a POS group and returns its id. Without a `code` one is generated from the title.
    pub(crate) fn create_pos_group(
        &mut self,
        title: &str,
        code: Option<&str>,
    ) -> Result<String, Refusal> {
        let title = self.pos_title(title, None)?;
        let mut rng = self.chance();
        let group_id = code.map_or_else(
            || format!("{title}-{}", code_suffix(&mut rng)),
            str::to_owned,
        );
        let group = PosGroup {
            id: uuid(&mut rng),
            name: title,
            group_id,
            created_at: self.clock,
            updated_at: self.clock,
            deleted_at: None,
            version: self.pos.next_version(),
        };
        let id = group.id.clone();
        self.pos.groups.push(group);
        Ok(id)
    }

    /// Gives a POS group another title. Its members stay.
    pub(crate) fn rename_pos_group(&mut self, id: &str, title: &str) -> Result<(), Refusal> {
        let group = self.pos.group(id).ok_or(Refusal::NoGroup)?;
        if group.is_default() && self.settings.pos.default_rename == Caution::Refuse {
            return Err(Refusal::DefaultGroup);
        }
        let title = self.pos_title(title, Some(id))?;
        let version = self.pos.next_version();
        if let Some(group) = self.pos.groups.iter_mut().find(|group| group.id == id) {
            group.name = title;
            group.version = version;
            group.updated_at = self.clock;
        }
        Ok(())
    }

    /// Deletes a POS group softly; its members move to the default group.
    pub(crate) fn delete_pos_group(&mut self, id: &str) -> Result<(), Refusal> {
        let group = self.pos.group(id).ok_or(Refusal::NoGroup)?;
        if group.is_default() {
            return Err(Refusal::DefaultGroup);
        }
        if self.settings.pos.orphans == OrphanPolicy::Refuse && self.pos.members(id) > 0 {
            return Err(Refusal::HasMembers);
        }
        let (version, default) = (self.pos.next_version(), self.pos.default_id());
        if let Some(group) = self.pos.groups.iter_mut().find(|group| group.id == id) {
            group.deleted_at = Some(self.clock);
            group.updated_at = self.clock;
            group.version = version;
        }
        self.pos.move_all(
            |customer| customer.customer_group_id == id,
            &default,
            self.clock,
        );
        Ok(())
    }

    /// Moves customers into a POS group: all of them, or none when one does not exist.
    pub(crate) fn add_pos_members(&mut self, group: &str, ids: &[String]) -> Result<(), Refusal> {
        self.pos.group(group).ok_or(Refusal::NoGroup)?;
        let known = |id: &String| {
            self.pos
                .customers
                .iter()
                .any(|c| c.id == *id && c.deleted_at.is_none())
        };
        if !ids.iter().all(known) {
            return Err(Refusal::NoCustomer);
        }
        self.pos
            .move_all(|customer| ids.contains(&customer.id), group, self.clock);
        Ok(())
    }

    /// Moves those of the customers that are in a POS group to the default group.
    pub(crate) fn remove_pos_members(
        &mut self,
        group: &str,
        ids: &[String],
    ) -> Result<(), Refusal> {
        self.pos.group(group).ok_or(Refusal::NoGroup)?;
        let default = self.pos.default_id();
        let leaves = |c: &PosCustomer| c.customer_group_id == group && ids.contains(&c.id);
        self.pos.move_all(leaves, &default, self.clock);
        Ok(())
    }

    /// The title as POS keeps it, or why it does not take it.
    fn pos_title(&self, title: &str, own: Option<&str>) -> Result<String, Refusal> {
        let settings = &self.settings.pos;
        if settings.blank_titles == Caution::Refuse && title.trim().is_empty() {
            return Err(Refusal::Blank);
        }
        let title = match settings.card_numbers {
            Caution::Refuse => redact::card_numbers(title),
            Caution::Accept => title.to_owned(),
        };
        let taken =
            |g: &PosGroup| g.deleted_at.is_none() && Some(g.id.as_str()) != own && g.name == title;
        if settings.duplicate_titles == Policy::Refuse && self.pos.groups.iter().any(taken) {
            return Err(Refusal::Duplicate);
        }
        Ok(title)
    }

    pub(super) fn settle_pos(&mut self) -> Result<(), WorldError> {
        if !self.pos.groups.iter().any(PosGroup::is_default) {
            let group = PosGroup {
                name: "All Customers".into(),
                group_id: POS_DEFAULT_CODE.into(),
                ..PosGroup::default()
            };
            self.pos.groups.insert(0, group);
        }
        let (mut rng, now) = (self.chance(), self.clock);
        let pos = &mut self.pos;
        let seen = pos
            .groups
            .iter()
            .map(|g| g.version)
            .chain(pos.customers.iter().map(|c| c.version))
            .max();
        pos.version = pos.version.max(seen.unwrap_or_default());
        for group in &mut pos.groups {
            group.settle(&mut rng, &mut pos.version, now);
        }
        let default = pos.default_id();
        for customer in &mut pos.customers {
            customer.settle(&mut rng, &mut pos.version, &default, now);
        }
        self.check_pos()
    }

    fn check_pos(&self) -> Result<(), WorldError> {
        all_differ(
            self.pos
                .groups
                .iter()
                .map(|group| group.id.as_str())
                .collect(),
        )?;
        all_differ(
            self.pos
                .customers
                .iter()
                .map(|customer| customer.id.as_str())
                .collect(),
        )?;
        match self
            .pos
            .customers
            .iter()
            .find(|c| self.pos.group(&c.customer_group_id).is_none())
        {
            Some(c) => Err(WorldError::UnknownGroup {
                customer: c.id.clone(),
                group: c.customer_group_id.clone(),
            }),
            None => Ok(()),
        }
    }
}

impl PosGroup {
    fn settle(&mut self, rng: &mut fastrand::Rng, version: &mut i64, now: i64) {
        fill(&mut self.id, || uuid(rng));
        fill(&mut self.group_id, || {
            format!("{}-{}", self.name, code_suffix(rng))
        });
        settle_times(&mut self.created_at, &mut self.updated_at, now);
        settle_version(&mut self.version, version);
    }
}

impl PosCustomer {
    fn settle(&mut self, rng: &mut fastrand::Rng, version: &mut i64, default: &str, now: i64) {
        fill(&mut self.id, || uuid(rng));
        fill(&mut self.customer_group_id, || default.to_owned());
        let stem = self.first_name.clone().unwrap_or_else(|| "UNNAMED".into());
        fill(&mut self.customer_code, || {
            format!("{stem}-{}", code_suffix(rng))
        });
        settle_times(&mut self.created_at, &mut self.updated_at, now);
        settle_version(&mut self.version, version);
    }
}

fn fill(text: &mut String, with: impl FnOnce() -> String) {
    if text.is_empty() {
        *text = with();
    }
}

fn settle_version(own: &mut i64, counter: &mut i64) {
    if *own == 0 {
        *counter += 1;
        *own = *counter;
    }
}

fn settle_times(created: &mut i64, updated: &mut i64, now: i64) {
    if *created == 0 {
        *created = now;
    }
    *updated = (*updated).max(*created);
}
