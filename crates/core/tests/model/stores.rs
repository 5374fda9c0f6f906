//! What each store makes of a write: its rules, its refusals, and what it changes by itself.

use tandem_core::{
    Address, Consent, Field, FieldSet, GroupId, Observed, PersonName, RecordId, Side, Value, canon,
};

use super::world::{Record, Who, World, blank, set};

/// Why a store refuses a write: its HTTP status.
pub(crate) type Refusal = u16;

impl World {
    /// POS `PUT /customers/{id}`: a whole record. What is left out of it is blanked or kept, as the
    /// store's mode is.
    pub(crate) fn pos_put(
        &mut self,
        who: Who,
        body: &Record,
        said: FieldSet,
    ) -> Result<(), Refusal> {
        let id = &body.seen.id;
        let Some(now) = self.get(Side::Pos, id).cloned() else {
            return Err(404);
        };
        let mut after = now.clone();
        after.note = redacted(&body.note);
        for field in Field::ALL {
            if said.has(field) {
                set(&mut after.seen, field, &body.seen.value(field));
            } else if self.put_replaces && !matches!(field, Field::Group | Field::Consent) {
                set(&mut after.seen, field, &Value::Blank);
            }
        }
        self.pos_rules(&mut after.seen)?;
        self.keep(who, Side::Pos, after);
        Ok(())
    }

    /// POS `POST /customer_groups/{id}/customers`: all move, nothing else changes.
    pub(crate) fn pos_members(
        &mut self,
        who: Who,
        group: &GroupId,
        ids: &[RecordId],
    ) -> Result<(), Refusal> {
        if !self.groups.pos.iter().any(|known| known.id == *group) {
            return Err(422);
        }
        for id in ids {
            let Some(mut record) = self.get(Side::Pos, id).cloned() else {
                continue;
            };
            record.seen.group = group.clone();
            self.keep(who, Side::Pos, record);
        }
        Ok(())
    }

    /// POS `POST /customers`. The code is unique and made up where none is given; emails repeat.
    pub(crate) fn pos_create(
        &mut self,
        who: Who,
        values: &[(Field, Value)],
        code: Option<&str>,
    ) -> Result<RecordId, Refusal> {
        let is_taken =
            code.is_some_and(|code| !self.people(Side::Pos, None, Some(code)).is_empty());
        if is_taken {
            return Err(422);
        }
        let id = self.new_id(Side::Pos);
        let mut record = blank(Side::Pos, id.clone());
        for (field, value) in values {
            set(&mut record.seen, *field, value);
        }
        let made_up = format!("CODE-{}", self.next);
        record.seen.reference = Some(code.map_or(made_up, str::to_owned));
        self.pos_rules(&mut record.seen)?;
        self.keep(who, Side::Pos, record);
        Ok(id)
    }

    /// What POS does to every record that it takes.
    fn pos_rules(&self, seen: &mut Observed) -> Result<(), Refusal> {
        if !self.groups.pos.iter().any(|known| known.id == seen.group) {
            return Err(422);
        }
        // An opt-out flag is all that it has.
        if seen.consent == Consent::Granted {
            seen.consent = Consent::Unknown;
        }
        seen.name.whole = None;
        for text in texts(&mut seen.name, &mut seen.company, &mut seen.address) {
            *text = redacted(text);
        }
        Ok(())
    }

    /// eCom `PUT /customers/{id}`: only what is said changes. The email is unique but for its case.
    pub(crate) fn ecom_put(
        &mut self,
        who: Who,
        id: &RecordId,
        values: &[(Field, Value)],
    ) -> Result<(), Refusal> {
        let Some(mut record) = self.get(Side::Ecom, id).cloned() else {
            return Err(404);
        };
        for (field, value) in values {
            set(&mut record.seen, *field, value);
        }
        self.ecom_rules(&mut record.seen)?;
        self.keep(who, Side::Ecom, record);
        Ok(())
    }

    /// eCom `POST /customers`.
    pub(crate) fn ecom_create(
        &mut self,
        who: Who,
        values: &[(Field, Value)],
    ) -> Result<RecordId, Refusal> {
        let id = self.new_id(Side::Ecom);
        let mut record = blank(Side::Ecom, id.clone());
        for (field, value) in values {
            set(&mut record.seen, *field, value);
        }
        self.ecom_rules(&mut record.seen)?;
        self.keep(who, Side::Ecom, record);
        Ok(id)
    }

    fn ecom_rules(&self, seen: &mut Observed) -> Result<(), Refusal> {
        let Some(email) = &seen.email else {
            return Err(400);
        };
        let others = self.people(Side::Ecom, Some(email), None);
        if others.iter().any(|other| other.seen.id != seen.id) {
            return Err(409);
        }
        if !self.groups.ecom.iter().any(|known| known.id == seen.group) {
            return Err(400);
        }
        let joined =
            Some(canon::name::joined(&seen.name).into_owned()).filter(|joined| !joined.is_empty());
        let whole = seen.name.whole.take().or(joined);
        seen.name = PersonName {
            whole,
            ..PersonName::default()
        };
        seen.address.suburb = None;
        Ok(())
    }

    /// Somebody deletes a record in an admin.
    pub(crate) fn delete(&mut self, who: Who, side: Side, id: &RecordId) {
        if let Some(mut record) = self.get(side, id).cloned() {
            record.gone = true;
            self.keep(who, side, record);
        }
    }

    /// One change to one record by somebody who is no Tandem; refused as the store refuses it.
    pub(crate) fn edit(
        &mut self,
        who: Who,
        side: Side,
        id: &RecordId,
        field: Field,
        value: &Value,
    ) {
        let done = match side {
            Side::Pos => self.get(side, id).cloned().map_or(Err(404), |mut record| {
                set(&mut record.seen, field, value);
                self.pos_put(who, &record, FieldSet::ALL)
            }),
            Side::Ecom => self.ecom_put(who, id, &[(field, value.clone())]),
        };
        if let Err(status) = done {
            self.tell(|| format!("  {who:?} {side:?} {id}: refused, {status}"));
        }
    }
}

fn texts<'a>(
    name: &'a mut PersonName,
    company: &'a mut Option<String>,
    address: &'a mut Address,
) -> impl Iterator<Item = &'a mut String> {
    let parts = [
        &mut name.first,
        &mut name.last,
        company,
        &mut address.line_1,
        &mut address.line_2,
        &mut address.city,
    ];
    parts.into_iter().flatten()
}

/// What looks like a card's number is taken out, and nobody is told.
pub(crate) fn redacted(text: &str) -> String {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits < 13 {
        return text.to_owned();
    }
    let hide = |letter: char| if letter.is_ascii_digit() { '*' } else { letter };
    text.chars().map(hide).collect()
}
