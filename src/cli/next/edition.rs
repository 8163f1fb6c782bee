//! Next year's edition: the same chapters under the next period, as a draft. It is made beside its
//! place and moved there whole, so that a failure leaves nothing behind.

use super::carry::{carry_figures, carry_header, carry_text};
use super::promises::carry_promises;
use crate::content::{Document, Form};
use crate::figure::Period;
use std::fs;
use std::io;
use std::path::Path;

pub(super) fn next_edition(document: &Document, place: &Path) -> Result<String, String> {
    if !matches!(document.form, Form::Folder(..)) {
        return Err(format!("{} is one page: copy its file, and change its period", document.path));
    }
    let period = document.header.period.as_ref().map(|period| &period.value);
    let (Some(now), Some(next)) = (period, period.and_then(following)) else {
        return Err(format!(
            "{} has no period that another one follows; write one into its document.yaml: period: 2019-20",
            document.path
        ));
    };
    let name = document.path.name();
    let other = if name.contains(&now.key()) { name.replace(&now.key(), &next.key()) } else { next.key() };
    let target = place.with_file_name(other);
    if target.exists() {
        return Err(format!("{} is there already, and is left as it is", target.display()));
    }
    let staging = target.with_file_name(format!(".{}-being-made", next.key()));
    let failed = |error: io::Error| format!("writing {}: {error}", target.display());
    let mut copy = Copy { document, home: place, now, next: &next, waiting: 0 };
    let made = copy.folder(place, &staging).and_then(|()| fs::rename(&staging, &target));
    if made.is_err() {
        let _ = fs::remove_dir_all(&staging);
    }
    made.map_err(failed)?;
    if document.header.register.is_some() {
        return Ok(format!(
            "{} is a draft for {}, with the risks of {}.\n\n\
             Rate each risk anew: the ratings and the words are still those of the register before. A risk that is gone \
             leaves `risks:`, and `closed:` says why. Look at the title and the summary too.\n\
             `candour check` says what does not fit; a draft is not published.\n",
            target.display(),
            next.key(),
            now.key(),
        ));
    }
    Ok(format!(
        "{} is a draft for {}, with the chapters of {}.\n\n\
         Its figures are listed and empty: write them into {}.\n\
         Numbers that the chapters quoted are taken out of the text, so that none of the old ones stays. \
         Read every chapter: the words are still last year's.\n\
         {}`candour check` says what is missing; a draft is not published.\n",
        target.display(),
        next.key(),
        now.key(),
        target.join("figures.yaml").display(),
        match copy.waiting {
            0 => String::new(),
            1 => "One promise of last year waits for its outcome, in a comment of its chapter.\n".to_owned(),
            many => format!("{many} promises of last year wait for their outcomes, in comments of their chapters.\n"),
        }
    ))
}

/// The period after one: years, financial years and quarters have one.
fn following(period: &Period) -> Option<Period> {
    match period {
        Period::FinancialYear(year) => Some(Period::FinancialYear(year.checked_add(1)?)),
        Period::Year(year) => Some(Period::Year(year.checked_add(1)?)),
        Period::Quarter(year, 4) => Some(Period::Quarter(year.checked_add(1)?, 1)),
        Period::Quarter(year, quarter) => Some(Period::Quarter(*year, quarter.checked_add(1)?)),
        _ => None,
    }
}

/// An edition on its way to the next one.
struct Copy<'c> {
    document: &'c Document,
    /// The edition's folder.
    home: &'c Path,
    now: &'c Period,
    next: &'c Period,
    /// How many promises wait for their outcomes.
    waiting: usize,
}

impl Copy<'_> {
    fn folder(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            let (source, name) = (entry.path(), entry.file_name());
            let target = to.join(&name);
            let name = name.to_string_lossy();
            if entry.file_type()?.is_dir() {
                self.folder(&source, &target)?;
                continue;
            }
            let carried = match name.as_ref() {
                "document.yaml" => Some(carry_header(&fs::read_to_string(&source)?, self.now, self.next)),
                "figures.yaml" => Some(carry_figures(&fs::read_to_string(&source)?)),
                _ if name.ends_with(".md") => Some(self.chapter(&source)?),
                _ => None,
            };
            match carried {
                Some(text) => fs::write(target, text)?,
                None => fs::copy(&source, target).map(drop)?,
            }
        }
        Ok(())
    }

    fn chapter(&mut self, file: &Path) -> io::Result<String> {
        let text = fs::read_to_string(file)?;
        // The places of blocks count from behind a byte order mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let inside = file.strip_prefix(self.home).ok().and_then(|inside| inside.to_str());
        let path = inside.and_then(|inside| self.document.path.join(inside));
        let known = self.document.texts().find(|known| Some(&known.path) == path.as_ref());
        let Some(known) = known else { return Ok(carry_text(text)) };
        let (text, waiting) = carry_promises(text, &known.prose, self.next);
        self.waiting += waiting;
        Ok(carry_text(&text))
    }
}
