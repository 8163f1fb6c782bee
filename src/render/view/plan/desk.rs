//! What every page of a plan needs at hand: the plan, the words for its parts, a way to write its
//! texts that remembers which terms of the glossary they use.

use crate::content::action_plan::{Action, Round, State, actions, state_of};
use crate::content::{Document, Plan};
use crate::figure::{Date, Period};
use crate::prose::{Inline, Prose};
pub(super) use crate::render::strings::capital;
use crate::render::view::Html;
use crate::render::view::common::{About, Context};
use crate::render::view::data::{File, list_files};
use crate::render::view::head::Head;
use crate::render::view::text::Word;
use crate::render::view::writing::Writing;
use crate::site::{Address, PlanPage, leads_of};
use crate::source::SitePath;
use minijinja::value::Value;
use serde::Serialize;

/// How long the title of a page may be that is called after an action.
const LONG_TITLE: usize = 70;

/// A plan, and the page of it that is being made.
pub(in crate::render::view) struct Desk<'d> {
    pub(in crate::render::view) context: &'d Context<'d>,
    pub(in crate::render::view) document: &'d Document,
    pub(in crate::render::view) plan: &'d Plan,
    writing: Writing<'d>,
}

impl<'d> Desk<'d> {
    pub(in crate::render::view) fn of(context: &'d Context<'d>, index: usize) -> Option<Desk<'d>> {
        let document = context.site.document(index)?;
        let plan = document.plan.as_deref()?;
        let home = document.path.join("document.yaml").unwrap_or_else(|| document.path.clone());
        Some(Desk { context, document, plan, writing: Writing::new(context, home) })
    }

    pub(super) fn word(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.context.word(key, arguments)
    }

    pub(super) fn count(&self, key: &str, count: usize) -> String {
        self.word(key, &[("count", &count.to_string())])
    }

    pub(super) fn address(&self, page: &PlanPage) -> Address {
        page.address(&self.document.path, self.plan)
    }

    pub(super) fn link(&self, page: &PlanPage) -> String {
        self.context.link(&self.address(page))
    }

    /// A link to a page of the plan, if there is one.
    pub(super) fn link_if(&self, page: &PlanPage) -> Option<String> {
        let address = self.address(page);
        self.context.site.pages.contains_key(&address).then(|| self.context.link(&address))
    }

    pub(super) fn head(&self, title: String) -> Head {
        Head::of(self.context, self.document, title)
    }

    pub(super) fn view(&self, page: &PlanPage, description: Option<String>, own: impl Serialize) -> Value {
        let about = About {
            title: self.title_of(page),
            within: Some(self.document.title()),
            description,
            document: Some(self.document),
        };
        self.context.view(&about, own)
    }

    /// The data files of what a page lists, if there are any; `key` is the word for their title.
    pub(super) fn files(&self, page: &PlanPage, key: &str) -> Vec<File> {
        list_files(self.context, &self.address(page), &self.word(key, &[("title", self.document.title())]))
    }

    /// All actions as they stand now, each with the index of its priority.
    pub(in crate::render::view) fn states(&self) -> Vec<(usize, State<'d>)> {
        let all = actions(&self.plan.promises);
        all.map(|(priority, _, action)| (priority, state_of(action, &self.plan.rounds))).collect()
    }

    /// The latest round's day.
    pub(super) fn latest(&self) -> Option<Date> {
        self.plan.rounds.last().map(|round| round.date.value)
    }

    pub(super) fn title_of(&self, page: &PlanPage) -> String {
        match page {
            PlanPage::Priorities => self.word("plan_priorities", &[]),
            PlanPage::Priority(index) => {
                self.plan.promises.priorities.get(*index).map(|priority| priority.title.clone()).unwrap_or_default()
            }
            PlanPage::Actions => self.word("plan_actions_all", &[]),
            PlanPage::Action(id) => {
                let found = actions(&self.plan.promises).find(|(_, _, action)| action.id.value == *id);
                found
                    .map(|(_, _, action)| cut(&words_now(&state_of(action, &self.plan.rounds)), LONG_TITLE))
                    .unwrap_or_default()
            }
            PlanPage::Leads => self.word("plan_by_lead", &[]),
            PlanPage::Lead(name) => leads_of(self.plan).remove(name).unwrap_or_default(),
            PlanPage::Statuses => self.word("plan_by_status", &[]),
            PlanPage::Status(status) => self.word("plan_of_status", &[("status", &self.status_word(Some(*status)))]),
            PlanPage::Rounds => self.word("plan_rounds", &[]),
            PlanPage::Round(date) => {
                let round = self.plan.rounds.iter().find(|round| round.date.value == *date);
                round.map(|round| self.round_title(round)).unwrap_or_default()
            }
        }
    }

    /// "November 2023 update"; with its day, where another is of the same month.
    pub(super) fn round_title(&self, round: &Round) -> String {
        if let Some(title) = &round.title {
            return title.clone();
        }
        let date = round.date.value;
        let month = |date: Date| (date.year(), date.month());
        let alone = self.plan.rounds.iter().filter(|other| month(other.date.value) == month(date)).count() == 1;
        let period = if alone { Period::Month(date.year(), date.month()) } else { Period::Day(date) };
        self.word("plan_round", &[("period", &self.context.period(&period))])
    }

    /// When an action is to be done by now; with the plan's mark, where that is as first promised.
    pub(super) fn due(&self, state: &State<'_>) -> Option<String> {
        let first = state.action.timescale.as_ref().map(|timescale| &timescale.value);
        match state.due {
            Some(due) if Some(due) != first => Some(capital(&self.context.period(due))),
            _ => self.promised_due(state.action),
        }
    }

    /// When an action was to be done as first promised.
    pub(super) fn promised_due(&self, action: &Action) -> Option<String> {
        let due = capital(&self.context.period(&action.timescale.as_ref()?.value));
        let mark = action.timescale_mark.as_ref();
        Some(mark.map_or_else(|| due.clone(), |mark| format!("{due} [{mark}]")))
    }

    /// A line of text; its terms are among the words of this page.
    pub(super) fn line(&self, line: &[Inline]) -> Html {
        self.writing.line(line)
    }

    /// A text of the file at `from`, if there is one; see [`Writing::prose`].
    pub(super) fn prose(&self, prose: &Prose, from: &SitePath, prefix: &str, heading_shift: u8) -> Option<Html> {
        self.writing.prose(prose, from, prefix, heading_shift)
    }

    /// The file of the plan itself.
    pub(super) fn file(&self) -> SitePath {
        self.writing.home().clone()
    }

    /// The words used in what has been written so far.
    pub(super) fn words(&self) -> Vec<Word> {
        self.writing.words()
    }
}

/// What an action says by now, as plain words.
pub(in crate::render::view) fn words_now(state: &State<'_>) -> String {
    state.words()
}

/// What it said first.
pub(super) fn words_promised(action: &Action) -> String {
    action.words()
}

/// The text, or as many of its words as fit.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        length += word.chars().count() + 1;
        if length > most {
            break;
        }
        out.push_str(word);
        out.push(' ');
    }
    format!("{}…", out.trim_end_matches([' ', ',', ';', ':', '.']))
}
