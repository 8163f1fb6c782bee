//! `candour fix`: shows what mends are certain, and makes them if that is wanted.

mod diff;
mod write;

use super::arguments::Fix;
use super::report::{plural, today};
use super::{Ending, complain, print};
use crate::diagnostic::{Change, Rule, find_rule, rules};
use crate::fix::{MendedFile, Plan, Selection, plan};
use crate::publish::SiteFolder;
use crate::site::Options;
use crate::source::did_you_mean;
use diff::{NO_BREAK_SPACE, TAB, unified};
use std::fmt::Write;
use std::io::{self, BufRead, IsTerminal, Write as _};
use write::write;

pub(super) fn run(fix: &Fix) -> Ending {
    match try_run(fix) {
        Ok(ending) => ending,
        Err(why) => {
            complain(&why);
            Ending::Failed
        }
    }
}

fn try_run(fix: &Fix) -> Result<Ending, String> {
    let wanted = Selection { only: rules_named(&fix.only)?, figures: fix.figures };
    let folder = SiteFolder::open(&fix.site).map_err(|failure| failure.to_string())?;
    // Drafts are mended too.
    let options = Options { today: today(), drafts: true, base_url: None, advice: true };
    let plan = plan(&folder, &options, &wanted).map_err(|failure| failure.to_string())?;
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if print(&shown(&plan, colour)).is_err() {
        return Ok(Ending::Failed);
    }
    for refusal in &plan.refused {
        complain(&format!("{} stays as it is: {}", refusal.path, refusal.why));
    }
    let (edits, files) = (plan.edits(), plan.files.len());
    let sum = format!("{} in {}", plural(edits, "mend"), plural(files, "file"));
    if files == 0 {
        if plan.refused.is_empty() {
            return Ok(print("Nothing that could be mended for certain.\n").err().unwrap_or(Ending::Fine));
        }
        return Ok(Ending::Mistakes);
    }
    if !(fix.yes || agreed(&sum)) {
        let told = print(&format!("{sum}. Nothing was written; add --yes to have it done.\n"));
        return Ok(told.err().unwrap_or(Ending::Mistakes));
    }
    let mut ending = if plan.refused.is_empty() { Ending::Fine } else { Ending::Mistakes };
    let mut done = 0;
    for file in &plan.files {
        match write(&folder.locate(&file.path), file) {
            Ok(true) => done += 1,
            Ok(false) => {
                complain(&format!(
                    "{} has changed in the meantime and stays as it is; run `candour fix` again",
                    file.path
                ));
                ending = Ending::Mistakes;
            }
            Err(error) => return Err(format!("writing {}: {error}", file.path)),
        }
    }
    Ok(print(&format!("Mended {}.\n", plural(done, "file"))).err().unwrap_or(ending))
}

/// The rules that somebody names.
fn rules_named(codes: &[String]) -> Result<Vec<&'static Rule>, String> {
    let known = || rules::groups().iter().flat_map(|group| group.rules).map(|rule| rule.code);
    let named = codes.iter().map(|code| {
        find_rule(code).ok_or_else(|| {
            let near = did_you_mean(code, known());
            let help = near.unwrap_or_else(|| "`candour explain` lists all codes".to_owned());
            format!("--only: there is no rule `{code}`: {help}")
        })
    });
    named.collect()
}

/// Asks on a terminal; where nobody can answer, the answer is no.
fn agreed(sum: &str) -> bool {
    let (input, mut error) = (io::stdin(), io::stderr());
    if !(input.is_terminal() && error.is_terminal()) {
        return false;
    }
    let _ = write!(error, "Apply {sum}? [y/N] ");
    let _ = error.flush();
    let mut answer = String::new();
    let read = input.lock().read_line(&mut answer);
    read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
}

/// Every file with its reasons and its changes.
fn shown(plan: &Plan, colour: bool) -> String {
    let mut out = String::new();
    for file in &plan.files {
        for reason in &file.reasons {
            let _ = writeln!(out, "{}:{}: {} [{}]", file.path, reason.line, reason.message, reason.rule.code);
        }
        if changes_figures(file) {
            out.push_str("Read the sentences around these numbers: they may no longer be true.\n");
        }
        out.push_str(&unified(file, colour));
        out.push('\n');
    }
    for (sign, what) in [(NO_BREAK_SPACE, "a no-break space"), (TAB, "a tab")] {
        if out.contains(sign) {
            let _ = writeln!(out, "{sign} stands for {what}.");
        }
    }
    out
}

fn changes_figures(file: &MendedFile) -> bool {
    file.reasons.iter().any(|reason| reason.change == Change::Figure)
}
