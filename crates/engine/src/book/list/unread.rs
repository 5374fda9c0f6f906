//! The records that could not be read: which, why, and who they may be.

use tandem_core::{
    RecordRef, Side,
    show::{Unread, UnreadPage, Who},
    snapshot::Problem,
};

use super::super::Book;

/// The most that are listed: more than these a person does not look through one by one.
const MOST: usize = 50;

impl Book {
    /// The records that could not be read, and are left out. Empty where nothing was read.
    pub fn unread(&mut self) -> UnreadPage {
        self.look();
        let mut page = UnreadPage {
            revision: self.revision,
            ..UnreadPage::default()
        };
        let Some(read) = &self.read else {
            return page;
        };
        for side in Side::BOTH {
            let mut problems: Vec<&Problem> = read.get(side).snapshot.problems().iter().collect();
            let number = u32::try_from(problems.len()).unwrap_or(u32::MAX);
            page.total = page.total.saturating_add(number);
            // Pages come in any order; those without an id last.
            problems.sort_by_key(|problem| (problem.id.is_none(), problem.id.as_ref()));
            let left = MOST.saturating_sub(page.records.len());
            let listed = problems.into_iter().take(left).map(|problem| Unread {
                side,
                id: problem.id.clone(),
                who: self.twin_of(side, problem),
                reason: problem.reason,
            });
            page.records.extend(listed);
        }
        page
    }

    /// Who the other side says it is: the record that both sides agreed on before.
    fn twin_of(&self, side: Side, problem: &Problem) -> Option<Who> {
        let pair = self.archive.find(side, problem.id.as_ref()?)?;
        let twin = RecordRef {
            side: side.other(),
            id: pair.ids.get(side.other()).clone(),
        };
        let who = self.who(&twin);
        (who.name.is_some() || who.email.is_some()).then_some(who)
    }
}
