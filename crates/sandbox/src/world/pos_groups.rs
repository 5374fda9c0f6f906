//! What can be done to the groups of POS. Says nothing of HTTP or JSON names.

use super::{
    Caution, OrphanPolicy, Policy, PosGroup, PosRefusal, Refusal, World, code_suffix, uuid,
};
use crate::x_series::redact;

impl World {
    /// Makes a POS group and returns its id. Without a `code` one is generated from the title.
    pub(crate) fn create_pos_group(
        &mut self,
        title: &str,
        code: Option<&str>,
    ) -> Result<String, Refusal> {
        let title = self.pos_title(title, None)?;
        let most = usize::try_from(self.settings.pos.max_groups).unwrap_or(usize::MAX);
        let living = self.pos.groups.iter().filter(|g| g.deleted_at.is_none());
        if most > 0 && living.count() >= most {
            return Err(PosRefusal::TooManyGroups.into());
        }
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
        let members: Vec<String> = self
            .pos
            .customers
            .of_group(id, i64::MIN, i64::MAX)
            .map(|customer| customer.id.clone())
            .collect();
        self.move_pos_customers(&members, &default);
        Ok(())
    }

    /// Moves customers into a POS group: all of them, or none when one does not exist.
    pub(crate) fn add_pos_members(&mut self, group: &str, ids: &[String]) -> Result<(), Refusal> {
        self.pos.group(group).ok_or(Refusal::NoGroup)?;
        if !ids.iter().all(|id| self.pos.customer(id).is_some()) {
            return Err(Refusal::NoCustomer);
        }
        self.move_pos_customers(ids, group);
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
        let inside = |id: &&String| {
            let customer = self.pos.customer(id);
            customer.is_some_and(|customer| customer.customer_group_id == group)
        };
        let leaving: Vec<String> = ids.iter().filter(inside).cloned().collect();
        self.move_pos_customers(&leaving, &default);
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
}
