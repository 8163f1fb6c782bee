//! Councils that never were: sites as large as one likes, the same for the same wish.
//! Documents of 16 chapters of some 600 words, in series and years, with a glossary,
//! tables, figures, links between chapters and a few pictures. No clock and no chance.

use crate::random::Random;
use std::collections::BTreeMap;
use std::fmt::Write;

/// How large a site should be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wish {
    /// Chapters, rounded up to whole documents.
    pub(crate) chapters: usize,
    /// Terms of the glossary. The texts do not depend on it.
    pub(crate) terms: usize,
}

/// Chapters of a document.
pub(crate) const CHAPTERS: usize = 16;
/// Editions of a series.
const YEARS: usize = 10;
const FIRST_YEAR: usize = 2015;
/// How many terms there can be.
const MOST_TERMS: usize = FIRST.len() * SECOND.len();
/// The terms that most texts use.
const USUAL_TERMS: usize = 60;

/// The file of each chapter, its title, and the part it plays in an account.
const PARTS: [(&str, &str, &str); CHAPTERS] = [
    ("welcome", "A word of welcome", "welcome"),
    ("what-we-spent", "What we spent", "spending"),
    ("who-we-supported", "Who we supported", "numbers"),
    ("our-priorities", "Our priorities", "priorities"),
    ("living-at-home", "Living at home", "client-group"),
    ("leaving-hospital", "Leaving hospital", "client-group"),
    ("older-people", "Older people", "client-group"),
    ("learning-disabilities", "Learning disabilities", "client-group"),
    ("mental-health", "Mental health", "client-group"),
    ("unpaid-carers", "Unpaid carers", "client-group"),
    ("keeping-people-safe", "Keeping people safe", "safeguarding"),
    ("what-people-told-us", "What people told us", "voice"),
    ("complaints", "Complaints and compliments", "complaints"),
    ("what-went-less-well", "What went less well", "less-well"),
    ("what-happens-next", "What happens next", "what-next"),
    ("how-to-reach-us", "How to reach us", "contacts"),
];

#[rustfmt::skip]
const SERVICES: [&str; 12] = [
    "Adult Care", "Housing", "Public Health", "Libraries", "Parks", "Transport", "Schools", "Early Years", "Planning",
    "Waste", "Leisure", "Community Safety",
];

#[rustfmt::skip]
const AREAS: [&str; 16] = [
    "Ashford", "Birchwood", "Castleton", "Dunmore", "Eastfield", "Fernhill", "Greenway", "Hartwell", "Ivybridge",
    "Kingsmead", "Lakeside", "Millbrook", "Northgate", "Oakham", "Priory", "Riverside",
];

#[rustfmt::skip]
const FIRST: [&str; 50] = [
    "Direct", "Personal", "Home", "Respite", "Residential", "Nursing", "Supported", "Sheltered", "Assistive",
    "Annual", "Shared", "Local", "Early", "Urgent", "Planned", "Joint", "Managed", "Informal", "Formal", "Specialist",
    "Community", "Clinical", "Social", "Family", "Independent", "Voluntary", "Statutory", "Regional", "National",
    "Mobile", "Digital", "Financial", "Legal", "Medical", "Mental", "Physical", "Sensory", "Practical", "Emotional",
    "Temporary", "Permanent", "Flexible", "Targeted", "Universal", "Preventive", "Reactive", "Holistic", "Integrated",
    "Delegated", "Commissioned",
];

#[rustfmt::skip]
const SECOND: [&str; 40] = [
    "payment", "budget", "care plan", "placement", "assessment", "review", "contract", "provider", "service user",
    "advocate", "referral", "threshold", "allowance", "contribution", "agreement", "partnership", "framework",
    "inspection", "outcome", "indicator", "benchmark", "pathway", "panel", "board", "scheme", "grant", "tariff",
    "eligibility test", "waiting list", "support worker", "key worker", "respite bed", "day centre", "helpline",
    "adaptation", "equipment loan", "safety alarm", "risk register", "audit trail", "duty rota",
];

#[rustfmt::skip]
const WORDS: [&str; 120] = [
    "the", "people", "council", "support", "we", "and", "of", "in", "to", "for", "with", "at", "this", "year", "more",
    "than", "before", "had", "were", "help", "home", "work", "staff", "local", "each", "month", "carers", "older",
    "who", "need", "that", "can", "they", "live", "well", "their", "families", "friends", "time", "visit", "care",
    "town", "borough", "budget", "money", "spent", "saved", "plan", "next", "last", "first", "change", "better",
    "less", "fewer", "many", "some", "most", "residents", "told", "us", "about", "how", "what", "when", "where",
    "why", "asked", "answered", "listened", "learned", "improved", "reduced", "increased", "checked", "reported",
    "agreed", "found", "made", "kept", "gave", "took", "new", "simple", "clear", "quick", "safe", "fair", "good",
    "service", "services", "team", "teams", "group", "groups", "partner", "partners", "hospital", "surgery", "school",
    "library", "street", "office", "centre", "meeting", "letter", "phone", "website", "form", "answer", "question",
    "week", "day", "hour", "from", "into", "after", "during", "between", "because",
];

const SECTIONS: [(&str, &str); 5] = [
    ("What we said we would do", "what-we-said-we-would-do"),
    ("What we did", "what-we-did"),
    ("How we know", "how-we-know"),
    ("What it cost", "what-it-cost"),
    ("What is still to do", "what-is-still-to-do"),
];

/// A site: every file's text by its path.
pub(crate) fn site(wish: Wish) -> BTreeMap<String, String> {
    let documents = wish.chapters.div_ceil(CHAPTERS).max(1);
    let mut files = BTreeMap::new();
    files.insert("content/site.yaml".into(), SETTINGS.into());
    files.insert(
        "content/index.md".into(),
        "# Accounts of the county\n\nWhat each service did, spent and learned.\n".into(),
    );
    files.insert("content/glossary.yaml".into(), glossary(wish.terms.min(MOST_TERMS)));
    for number in 0..documents {
        document(number, documents, &mut files);
    }
    files
}

const SETTINGS: &str = "\
title: County Accounts
organisation: Example County Council
summary: What each service of the county did, spent and learned, year by year.
language: en-GB
accent: \"#0b4f4a\"
contact:
  name: Adult Social Care
  phone: 01632 960001
  email: social.care@example.org
navigation:
  - { label: Glossary, link: glossary }
";

fn term(number: usize) -> String {
    // The first terms take a new first and a new second word each time.
    let (row, column) = (number / FIRST.len(), number % FIRST.len());
    format!("{} {}", FIRST[column], SECOND[(column + row) % SECOND.len()])
}

fn glossary(terms: usize) -> String {
    let mut out = String::new();
    let mut random = Random::new(1);
    for number in 0..terms {
        let name = term(number);
        let _ = write!(out, "- name: {name}\n  definition: >-\n    ");
        prose(&mut random, 22, &mut out);
        out.push('\n');
        if number > 0 && number % 4 == 0 {
            let other = term(random.below(number)).to_lowercase().replace(' ', "-");
            let _ = writeln!(out, "  related: [{other}]");
        }
    }
    out
}

/// The folder of a document below `content/`, its service and its year.
fn place(number: usize) -> (String, String, usize) {
    let (series, year) = (number / YEARS, FIRST_YEAR + number % YEARS);
    let (service, area) = (SERVICES[series % SERVICES.len()], AREAS[series / SERVICES.len() % AREAS.len()]);
    let round = series / (SERVICES.len() * AREAS.len());
    let name = if round == 0 { format!("{service} {area}") } else { format!("{service} {area} {}", round + 1) };
    let folder = format!("{}/{year}-{:02}", name.to_lowercase().replace(' ', "-"), (year + 1) % 100);
    (folder, name, year)
}

fn document(number: usize, documents: usize, files: &mut BTreeMap<String, String>) {
    let (folder, service, year) = place(number);
    let mut random = Random::new(1000 + number as u64);
    let next = year + 1;
    let (supported, asked) = (1000 + random.below(9000), 10 + random.below(80));
    let header = format!(
        "kind: local-account\ntitle: {service} account {year} to {next}\nsummary: What {service} did, spent and learned from April {year} to March {next}.\n\
         period: {year}-{:02}\npublished: {next}-09-15\nstatus: published\nheadlines:\n  \
         - {{ value: \"{supported}\", label: people had support, chapter: who-we-supported }}\n  \
         - {{ value: \"{asked}%\", label: of people said that they had a choice, chapter: what-people-told-us }}\n",
        next % 100
    );
    files.insert(format!("content/{folder}/document.yaml"), header);
    if number.is_multiple_of(4) {
        files.insert(format!("content/{folder}/images/cover.svg"), picture(&mut random));
    }
    for (part, (name, ..)) in PARTS.iter().enumerate() {
        let text = chapter(number, part, documents, &mut random);
        files.insert(format!("content/{folder}/{:02}-{name}.md", part + 1), text);
    }
}

fn picture(random: &mut Random) -> String {
    let mut out =
        String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 160\" width=\"320\" height=\"160\">");
    for _ in 0..12 {
        let (x, y, size) = (random.below(320), random.below(160), 4 + random.below(30));
        let _ = write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{size}\" fill=\"#0b4f4a\"/>");
    }
    out.push_str("</svg>\n");
    out
}

fn chapter(document: usize, part: usize, documents: usize, random: &mut Random) -> String {
    let (_, title, role) = PARTS[part];
    let mut out = format!("---\ntitle: {title}\nrole: {role}\nsummary: ");
    prose(random, 12, &mut out);
    out.push_str("\n---\n\n");
    if part == 0 && document.is_multiple_of(4) {
        out.push_str("![Circles of many sizes, one for each service](images/cover.svg)\n\n");
    }
    for (section, (heading, _)) in SECTIONS.iter().enumerate() {
        let _ = write!(out, "## {heading}\n\n");
        for _ in 0..2 {
            paragraph(random, &mut out);
        }
        match (section, (part + document) % 3) {
            (1, _) => links(document, part, documents, random, &mut out),
            (2, 0) => stats(random, &mut out),
            (3, 0 | 1) => table(random, &mut out),
            (4, _) => list(random, &mut out),
            _ => {}
        }
    }
    out
}

/// Some fifty words in three sentences, with emphasis and terms.
fn paragraph(random: &mut Random, out: &mut String) {
    for sentence in 0..3 {
        if sentence > 0 {
            out.push(if random.below(4) == 0 { '\n' } else { ' ' });
        }
        let words = 13 + random.below(7);
        prose(random, words, out);
    }
    out.push_str("\n\n");
}

/// A sentence. With two terms of four words it still has no more than 25.
fn prose(random: &mut Random, words: usize, out: &mut String) {
    let emphasised = random.below(words * 3);
    let mut terms = 0;
    for word in 0..words {
        if word > 0 {
            out.push(' ');
        }
        let term = (word > 0 && random.below(50) == 0).then(|| match random.below(10) {
            0 => term(random.below(MOST_TERMS)).to_lowercase(),
            _ => term(random.below(USUAL_TERMS)).to_lowercase(),
        });
        match term {
            Some(term) if terms < 2 => {
                out.push_str(&term);
                terms += 1;
            }
            _ if word == 0 => {
                let first = random.pick(&WORDS);
                out.push_str(&first[..1].to_uppercase());
                out.push_str(&first[1..]);
            }
            _ if word == emphasised => {
                let _ = write!(out, "**{}**", random.pick(&WORDS));
            }
            _ => out.push_str(random.pick(&WORDS)),
        }
    }
    out.push('.');
}

fn links(document: usize, part: usize, documents: usize, random: &mut Random, out: &mut String) {
    let other = random.below(CHAPTERS);
    let (name, title, _) = PARTS[other];
    let (_, anchor) = SECTIONS[random.below(SECTIONS.len())];
    let _ = write!(out, "Read more in [{}]({:02}-{name}.md#{anchor})", title.to_lowercase(), other + 1);
    let (folder, service, year) = place(random.below(documents));
    let _ = write!(out, ", or in the [account of {service} for {year}](doc:{folder}/{name})");
    let (folder, ..) = place(document - document % YEARS);
    let _ = write!(out, ". The [first edition](doc:{folder}/{}#{anchor}) said less.\n\n", PARTS[part].0);
}

fn stats(random: &mut Random, out: &mut String) {
    out.push_str("```stats\n");
    for label in ["people had long-term support", "carers had an assessment"] {
        let (value, before) = (100 + random.below(899), 100 + random.below(899));
        let _ = write!(out, "- value: \"{value}\"\n  label: {label}\n  change: {before} the year before\n");
    }
    out.push_str("```\n\n");
}

fn table(random: &mut Random, out: &mut String) {
    out.push_str("Table: People with each kind of support\n\n| Kind of support | Last year | This year |\n| --- | ---: | ---: |\n");
    for row in ["Home care", "Care homes", "Day services", "Equipment", "Advice", "Transport"] {
        let (last, this) = (10_000 + random.below(80_000), 10_000 + random.below(80_000));
        let _ = writeln!(out, "| {row} | {last} | {this} |");
    }
    out.push('\n');
}

fn list(random: &mut Random, out: &mut String) {
    for _ in 0..4 {
        out.push_str("- ");
        let words = 8 + random.below(6);
        prose(random, words, out);
        out.push('\n');
    }
    out.push('\n');
}
