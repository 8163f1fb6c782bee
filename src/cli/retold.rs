//! `candour retold`: what changed in the texts that Easy Read chapters retell, and the record that somebody has
//! looked at it.

use super::arguments::Retold as Arguments;
use super::named::content_of;
use super::report::plural;
use super::{Ending, complain, print};
use crate::content::easy_read::FOLDER;
use crate::content::easy_read::retold::{Changes, RETOLD, Recorded, Retold, Source, changes_since, retold_text};
use crate::content::{Chapter, Document};
use crate::figure::Date;
use crate::prose::pieces;
use crate::site::{Options, assemble, link};
use crate::source::did_you_mean;
use similar::{ChangeTag, TextDiff};
use std::fmt::Write;
use std::fs;
use std::path::Path;

pub(super) fn run(arguments: &Arguments) -> Ending {
    match try_run(arguments) {
        Ok(ending) => ending,
        Err(why) => {
            complain(&why);
            Ending::Failed
        }
    }
}

fn try_run(arguments: &Arguments) -> Result<Ending, String> {
    let content = content_of(&arguments.site)?;
    // Figures are filled in, in drafts too: another number is another text.
    let options = Options { today: Date::MAX, drafts: true, base_url: None, advice: false };
    let site = assemble(link(content, None, false), &options).site;
    let documents: Vec<&Document> =
        site.documents.iter().map(AsRef::as_ref).filter(|document| !document.easy_read.is_empty()).collect();
    if documents.is_empty() {
        return Ok(said("This site has no Easy Read edition.\n", Ending::Fine));
    }
    if let Some(names) = &arguments.record {
        return record(&arguments.site, &documents, names).map(|text| said(&text, Ending::Fine));
    }
    let (mut out, mut stale) = (String::new(), false);
    for document in documents {
        for easy in &document.easy_read {
            stale |= tell(document, easy, &mut out);
        }
    }
    if out.is_empty() {
        out.push_str("Nothing has changed since the Easy Read chapters were looked at.\n");
    }
    Ok(said(&out, if stale { Ending::Mistakes } else { Ending::Fine }))
}

fn said(text: &str, ending: Ending) -> Ending {
    print(text).err().unwrap_or(ending)
}

/// What changed in what a chapter retells. Whether anything did.
fn tell(document: &Document, easy: &Chapter, out: &mut String) -> bool {
    let mut stale = false;
    let recorded = document.retold.as_ref().and_then(|retold| retold.chapters.get(&easy.slug));
    for Source { name, chapter, .. } in document.sources_of(easy) {
        let now = pieces(&chapter.prose);
        match recorded.and_then(|recorded| recorded.get(name)) {
            None => {
                let _ = writeln!(out, "{} retells {}: not recorded yet\n", easy.path, chapter.path);
            }
            Some(recorded) => {
                let changes = changes_since(recorded, &now);
                if !changes.is_empty() {
                    stale = true;
                    let _ = writeln!(out, "{} retells {}: {}", easy.path, chapter.path, changes.words());
                    tell_changes(&changes, out);
                    out.push('\n');
                }
            }
        }
    }
    stale
}

/// Each change on a line; of reworded paragraphs, what went and what came.
fn tell_changes(changes: &Changes<'_>, out: &mut String) {
    for (old, now) in &changes.different {
        let begins = Recorded::of(now).words;
        let _ = match old.words == begins {
            true => writeln!(out, "  ~ {begins} … (changed further on)"),
            false => writeln!(out, "  ~ {}", word_diff(&old.words, &begins)),
        };
    }
    for now in &changes.new {
        let _ = writeln!(out, "  + {}", Recorded::of(now).words);
    }
    for old in &changes.gone {
        let _ = writeln!(out, "  - {}", old.words);
    }
}

/// `We spent [-£36-]{+£37+} million`
fn word_diff(before: &str, after: &str) -> String {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
    let diff = TextDiff::from_slices(&before, &after);
    let words = diff.iter_all_changes().map(|change| match change.tag() {
        ChangeTag::Equal => change.value().to_owned(),
        ChangeTag::Delete => format!("[-{}-]", change.value()),
        ChangeTag::Insert => format!("{{+{}+}}", change.value()),
    });
    words.collect::<Vec<String>>().join(" ")
}

/// Writes the records of the editions that have chapters of these names; of all, where there are no names.
fn record(site: &Path, documents: &[&Document], names: &[String]) -> Result<String, String> {
    let wanted = names.iter().map(|name| name_of(name)).collect::<Vec<&str>>();
    let chapters = || documents.iter().flat_map(|document| &document.easy_read);
    let is_named = |easy: &Chapter, name: &str| {
        let path = easy.path.as_str().trim_end_matches(".md");
        path == name || path.ends_with(&format!("/{name}")) || easy.slug == name
    };
    for name in &wanted {
        if !chapters().any(|easy| is_named(easy, name)) {
            let near = did_you_mean(name, chapters().map(|easy| easy.path.stem()));
            let help = near.unwrap_or_else(|| "give the name of its file, such as 03-what-we-spent".to_owned());
            return Err(format!("there is no Easy Read chapter `{name}`: {help}"));
        }
    }
    let mut out = String::new();
    for document in documents {
        let looked_at: Vec<&Chapter> = (document.easy_read.iter().map(AsRef::as_ref))
            .filter(|easy| wanted.is_empty() || wanted.iter().any(|name| is_named(easy, name)))
            .collect();
        if looked_at.is_empty() {
            continue;
        }
        let mut retold = document.retold.as_deref().cloned().unwrap_or_default();
        // What is not there any more need not be kept.
        retold.chapters.retain(|slug, _| document.easy_read.iter().any(|easy| easy.slug == *slug));
        looked_at.iter().for_each(|easy| note(document, easy, &mut retold));
        let folder = site.join("content").join(document.path.as_str()).join(FOLDER);
        write(&folder, &retold_text(&retold))?;
        let _ = writeln!(
            out,
            "{} keeps what {} retell.",
            folder.join(RETOLD).display(),
            plural(looked_at.len(), "Easy Read chapter")
        );
    }
    Ok(out)
}

/// The name of a chapter, below `content/` or from here, without its ending.
fn name_of(name: &str) -> &str {
    let name = name.trim_start_matches("./").trim_end_matches(".md");
    name.rsplit_once("content/").map_or(name, |(_, name)| name)
}

fn note(document: &Document, easy: &Chapter, retold: &mut Retold) {
    let sources = document.sources_of(easy).into_iter();
    let paragraphs = |chapter: &Chapter| pieces(&chapter.prose).iter().map(Recorded::of).collect();
    let noted = sources.map(|source| (source.name.to_owned(), paragraphs(source.chapter))).collect();
    retold.chapters.insert(easy.slug.clone(), noted);
}

fn write(folder: &Path, text: &str) -> Result<(), String> {
    let (target, staging) = (folder.join(RETOLD), folder.join(".retold.yaml-being-written"));
    let written = fs::write(&staging, text).and_then(|()| fs::rename(&staging, &target));
    written.map_err(|error| format!("writing {}: {error}", target.display()))
}
