//! Customers in the panel, as a person works with them: read, look through, answer, write.

use std::time::Duration;

use anyhow::Context;
use serde::Deserialize;
use serde_json::json;

use crate::{
    Shop,
    driver::text,
    wait::{PATIENCE, wait_until},
};

/// Enter, and the tabulator, as WebDriver writes them.
const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";

/// How long a person waits for a large shop.
const LONG: Duration = Duration::from_secs(240);

/// What somebody who answers every question by keyboard came across.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Questions about a field.
    pub fields: usize,
    /// Questions about who or whether somebody is.
    pub people: usize,
}

/// A question as it stands on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Question {
    /// What tells it from others.
    told: String,
    /// The answers to choose from, in order.
    offers: Vec<String>,
    /// Which of them is picked; -1 for none.
    picked: i64,
    /// Whether the keyboard is in a field for text.
    in_text: bool,
}

/// Which answer is given: POS' value, but of consent whatever denies it; whoever is not clear is left
/// alone.
fn pick(offers: &[String], answered: &mut Answered) -> anyhow::Result<usize> {
    let find = |words: &str| offers.iter().position(|offer| offer.contains(words));
    let Some(first) = find("Use what POS has").or(find("Use what eCom has")) else {
        answered.people += 1;
        return find("Leave this customer alone").context("nobody can be left alone");
    };
    answered.fields += 1;
    // What allows marketing asks for a reason; the other one denies it.
    let allows = offers
        .get(first)
        .is_some_and(|offer| offer.contains("Allows marketing emails"));
    if allows {
        find("Use what eCom has").context("nothing denies it")
    } else {
        Ok(first)
    }
}

impl Shop {
    /// Copies the groups both ways, as far as each side lacks some.
    ///
    /// # Errors
    /// If the panel does not get that far.
    pub fn copy_groups(&self) -> anyhow::Result<()> {
        self.driver.press("tab", "Groups")?;
        self.driver.find("table")?;
        for where_to in ["in POS", "online"] {
            for groups in ["group", "groups"] {
                let button = format!("Create # {groups} {where_to}");
                if self.driver.look_for_role("button", &button)?.is_some() {
                    self.driver.press("button", &button)?;
                    self.wait_for_result()?;
                    self.driver.press("button", "Close")?;
                    break;
                }
            }
        }
        Ok(())
    }

    /// Reads the customers of both stores for the first time, and waits until they are listed.
    ///
    /// # Errors
    /// If they are not.
    pub fn read_customers(&self) -> anyhow::Result<()> {
        self.driver.press("tab", "Customers")?;
        self.driver.press("button", "Read customers")?;
        self.wait_long("the list of customers", || {
            Ok(self.driver.look_for("[role=grid]")?.is_some())
        })
    }

    /// Has both stores looked at again, and waits until that is done.
    ///
    /// # Errors
    /// If it is not.
    pub fn check_again(&self) -> anyhow::Result<()> {
        let watch = "const main = document.querySelector('main');
            window.hasBegun = false;
            const begun = () => { window.hasBegun = true };
            new MutationObserver(begun).observe(main, { attributeFilter: ['aria-busy'] })";
        self.driver.js(watch, &json!([]))?;
        self.driver.press("button", "Check again")?;
        let is_over =
            "return window.hasBegun && document.querySelector('main[aria-busy=false]') !== null
            && !document.querySelector('main progress')";
        self.wait_long("both stores were looked at", || {
            Ok(self.driver.js(is_over, &json!([]))? == json!(true))
        })
    }

    /// Waits until the list of customers is there, as it was read before.
    ///
    /// # Errors
    /// If it does not come.
    pub fn read_is_open(&self) -> anyhow::Result<()> {
        self.wait_long("the list of customers", || {
            Ok(self
                .driver
                .look_for("[role=grid][aria-busy=false]")?
                .is_some())
        })
    }

    /// Opens the preview of everything that is to be written; `None` if nothing is.
    ///
    /// # Errors
    /// If there is no preview.
    pub fn preview_all(&self) -> anyhow::Result<Option<u32>> {
        self.driver.press("tab", "Customers")?;
        let mut pressed = false;
        self.wait_long("the button that syncs", || {
            for customers in ["customer", "customers"] {
                let button = format!("Sync # {customers}");
                if let Some(found) = self.driver.look_for_role("button", &button)? {
                    pressed = self.driver.click_in_sight(&found).is_ok();
                    return Ok(pressed);
                }
            }
            let is_busy = self.driver.look_for("main progress")?.is_some();
            Ok(!is_busy && self.driver.screen_text().contains("Nothing to sync"))
        })?;
        if pressed { self.previewed() } else { Ok(None) }
    }

    /// How many changes the preview on screen would write.
    ///
    /// # Errors
    /// If none comes.
    pub fn previewed(&self) -> anyhow::Result<Option<u32>> {
        let count = "const button = [...document.querySelectorAll('button')].find(b =>
              /^Write [\\d.,]+ changes?$/.test(b.innerText.trim()));
            if (button) return button.innerText.replace(/\\D/g, '');
            return document.body.innerText.includes('Nothing to write') ? '0' : ''";
        let mut said = String::new();
        self.wait_long("the preview", || {
            said = text(&self.driver.js(count, &json!([]))?)?;
            Ok(!said.is_empty())
        })?;
        let changes: u32 = said.parse()?;
        Ok((changes > 0).then_some(changes))
    }

    /// Writes what the preview on screen lists, and gives back the sentence about what came of it.
    ///
    /// # Errors
    /// If the run comes to no end.
    pub fn write(&self) -> anyhow::Result<String> {
        self.begin_to_write()?;
        self.wait_for_sync()
    }

    /// Begins to write what the preview on screen lists.
    ///
    /// # Errors
    /// If there is no such button.
    pub fn begin_to_write(&self) -> anyhow::Result<()> {
        // A halt is read and ticked, as a person does.
        if let Some(tick) = self
            .driver
            .look_for_role("checkbox", "I have looked at it")?
        {
            self.driver.click_in_sight(&tick)?;
        }
        let one = self.driver.look_for_role("button", "Write 1 change")?;
        let name = if one.is_some() {
            "Write 1 change"
        } else {
            "Write # changes"
        };
        self.driver.press("button", name)
    }

    /// Waits until a run over customers stands still, and gives back the sentence about it.
    ///
    /// # Errors
    /// If it goes on for ever.
    pub fn wait_for_sync(&self) -> anyhow::Result<String> {
        let said = "const card = document.querySelector('section.run[aria-label=Sync]');
            if (!card || card.querySelector('progress')) return '';
            return card.querySelector('.sentence')?.innerText ?? ''";
        let mut sentence = String::new();
        self.wait_long("the run comes to an end", || {
            sentence = text(&self.driver.js(said, &json!([]))?)?;
            Ok(!sentence.is_empty())
        })?;
        Ok(sentence)
    }

    /// Goes on with a run that stands still, and waits until it moves or is over.
    ///
    /// # Errors
    /// If it cannot go on.
    pub fn continue_sync(&self) -> anyhow::Result<()> {
        self.driver.press("button", "Continue")?;
        self.wait_long("the run goes on", || {
            Ok(self.driver.look_for_role("button", "Continue")?.is_none())
        })
    }

    /// Answers every question with the keyboard alone: POS' value, but of consent whatever denies it;
    /// and leaves alone whoever is not clear.
    ///
    /// # Errors
    /// If the questions do not come to an end.
    pub fn answer_all(&self) -> anyhow::Result<Answered> {
        self.driver.press("tab", "Review")?;
        let asked = self.question(|_| true)?;
        // Where the questions were looked at before, the keyboard is brought there by a click.
        let is_elsewhere = "return !document.activeElement?.closest('#panel-r')";
        if asked.is_some() && self.driver.js(is_elsewhere, &json!([]))? == json!(true) {
            let heading = self.driver.find("#panel-r .question h2")?;
            self.driver.click_in_sight(&heading)?;
        }
        self.answer_on_screen()
    }

    /// The same for whoever has the questions on screen and the keyboard in them.
    ///
    /// # Errors
    /// As [`Self::answer_all`].
    pub fn answer_on_screen(&self) -> anyhow::Result<Answered> {
        let mut answered = Answered::default();
        let mut asked = self.question(|_| true)?;
        while let Some(question) = asked {
            let pick = pick(&question.offers, &mut answered)?;
            let next = self.picks(pick, &question)?;
            let is_same = next.as_ref().is_some_and(|now| now.told == question.told);
            asked = if is_same {
                self.driver.press_keys(ENTER)?;
                self.question(|now| now.is_none_or(|now| now.told != question.told))?
            } else {
                next
            };
        }
        Ok(answered)
    }

    /// Picks an offer by its key and looks that it is picked, as a careful person does before Enter;
    /// the question that is on screen then, which may be another one.
    fn picks(&self, pick: usize, question: &Question) -> anyhow::Result<Option<Question>> {
        if question.in_text {
            self.driver.press_keys(TAB)?;
        }
        let picked = i64::try_from(pick)?;
        let is_so = |now: Option<&Question>| {
            now.is_none_or(|now| now.told != question.told || now.picked == picked)
        };
        self.driver.press_keys(&(pick + 1).to_string())?;
        self.question(is_so)
    }

    /// The question on screen, once it is as it should be; `None` where nothing is left to decide.
    fn question(
        &self,
        is_so: impl Fn(Option<&Question>) -> bool,
    ) -> anyhow::Result<Option<Question>> {
        let read = "const view = document.querySelector('#panel-r');
            if (!view) return null;
            if (view.innerText.includes('Nothing to decide')) return [];
            const offers = [...view.querySelectorAll('[role=radiogroup] label, fieldset label')].map(l => l.innerText);
            const told = view.querySelector('.question > p')?.innerText + view.querySelector('.question .who, .question h2')?.innerText
              + view.querySelector('.question .both')?.innerText;
            const picked = [...view.querySelectorAll('fieldset input[type=radio]')].findIndex(radio => radio.checked);
            const in_text = ['text', 'textarea'].includes(document.activeElement?.type ?? '');
            return offers.length ? [{ told, offers, picked, in_text }] : null";
        let mut found = None;
        self.wait_long("a question", || {
            let all: Option<Vec<Question>> =
                serde_json::from_value(self.driver.js(read, &json!([]))?)?;
            let Some(all) = all else {
                return Ok(false);
            };
            found = all.into_iter().next();
            Ok(is_so(found.as_ref()))
        })?;
        Ok(found)
    }

    /// What the list says of the one customer who is found by these words: the row's text.
    ///
    /// # Errors
    /// If nobody, or more than one, is found.
    pub fn row_of(&self, words: &str) -> anyhow::Result<String> {
        self.driver.press("tab", "Customers")?;
        let search = self.driver.find("input[type=search]")?;
        self.driver.clear(&search)?;
        self.driver.type_into(&search, words)?;
        let read = "const grid = document.querySelector('[role=grid]');
            if (!grid || grid.getAttribute('aria-busy') === 'true') return '';
            const rows = [...grid.querySelectorAll('[role=row]')].map(r => r.innerText);
            return grid.getAttribute('aria-rowcount') === '1' && rows.length === 1
              && rows[0].toLowerCase().includes(arguments[0].toLowerCase()) ? rows[0] : ''";
        let mut row = String::new();
        self.wait_long(&format!("the one customer of {words:?}"), || {
            row = text(&self.driver.js(read, &json!([words]))?)?;
            Ok(!row.is_empty())
        })?;
        Ok(row)
    }

    /// Waits until the list says this of the one customer who is found by these words.
    ///
    /// # Errors
    /// If it never does.
    pub fn expect_row(&self, words: &str, says: &str) -> anyhow::Result<()> {
        let mut row = String::new();
        let waited = wait_until(&format!("{words:?} is {says:?}"), PATIENCE, || {
            row = self.row_of(words)?;
            Ok(row.contains(says))
        });
        waited.with_context(|| format!("the row says: {row}"))
    }

    /// Opens the one customer who is found by these words.
    ///
    /// # Errors
    /// As [`Self::row_of`].
    pub fn open_customer(&self, words: &str) -> anyhow::Result<()> {
        self.row_of(words)?;
        // A row that is clicked while the list is fetched anew opens nobody.
        self.wait_long("the customer is open", || {
            let back = self.driver.look_for_role("button", "Back to the list")?;
            if back.is_none()
                && let Some(row) = self.driver.look_for("[role=grid] [role=row]")?
            {
                drop(self.driver.click_in_sight(&row));
            }
            Ok(back.is_some())
        })
    }

    fn wait_long(
        &self,
        what: &str,
        until: impl FnMut() -> anyhow::Result<bool>,
    ) -> anyhow::Result<()> {
        let waited = wait_until(what, LONG.max(PATIENCE), until);
        waited.with_context(|| format!("on the screen: {}", self.driver.screen_text()))
    }
}
