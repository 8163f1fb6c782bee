//! Somebody who edits a site at random: words and files, folders and settings, well and badly,
//! saved in the ways of many programs. The same number gives the same edits.

use crate::saves::{SAVES, Save};
use crate::site;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Steele, Lea and Flood's SplitMix64.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below another.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    pub(crate) fn of<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len())]
    }
}

const WORDS: &[&str] =
    &["carer", "council", "SAB", "SABs", "direct payment", "£1,036k", "people", "tŷ", "*new*", "CQC"];

const PARAGRAPHS: &[&str] = &[
    "A carer helps. A direct payment helps too.",
    "## What we plan",
    "## Another heading",
    "See [the plan](plan.md) and [the newest](doc:local-account/latest).",
    "See [what we spent](02-what-we-spent.md#what-we-spent).",
    "See [nowhere](nowhere.md).",
    "![A tree](images/tree.svg)",
    "![A leaf](/images/leaf.png)",
    "```stats\n- value: 5\n  label: people\n```",
    "```stats\n- value: [5\n```",
    "> [!NOTE]\n> Words.",
    "| A | B |\n| --- | ---: |\n| Carers | 1 |",
    "A note[^a].\n\n[^a]: Here.",
    "The SAB and the CQC met.",
    "<b>raw</b> & more",
    "```table\ncaption: Money\ndata: /data/spent.csv\ntotals: [Total]\n```",
    "```table\ncaption: Nothing\ndata: nothing.csv\n```",
    "```commitments\n- id: cafe\n  text: Open a café\n- { id: roof, text: Mend the roof, action: action-plans/carers#breaks }\n```",
    "```outcomes\n- commitment: local-account/2018-19#cafe\n  outcome: kept\n  text: A carer opened it.\n  evidence: { figure: carers }\n```",
    "```outcomes\n- { commitment: roof, outcome: nearly }\n```",
    "```actions\nplan: action-plans/carers\n```",
    "We helped [](figure:carers) carers, and [5](figure:visits) times.",
];

const INDICATORS: &[&str] = &[
    "- { id: carers, label: Carers, unit: people, better: higher }\n",
    "- { id: carers, label: Carers we helped, unit: people }\n- { id: visits, label: Visits, unit: visits }\n",
    "- { id: carers\n",
];

const FIGURES: &[&str] = &[
    "carers: 5\n",
    "carers: { value: 6, 2017-18: 7, provisional: yes }\n",
    "carers: N/A\nvisits: { label: Visits, unit: visits, value: 5 }\n",
    "visits: { label: Visits, unit: visits, 2017-18: 5 }\n",
    "carers: [\n",
    "",
];

const SPENT: &[&[u8]] = &[
    b"What,Pounds\nCarers,110\nHomes,200\nTotal,310\n",
    b"What;Pounds\r\nCarers;1,100\r\nTotal;1,100\r\n",
    b"What,Pounds\nCarers,110\nHomes,200\nTotal,300\n",
    b"What,Pounds\nCarers,110,5\nTotal,110\n",
    b"What,Pounds\n\"Carers,110\nTotal,110\n",
    b"What,Pounds\nCarers,\xa3110\nTotal,\xa3110\n",
    b"What,Money\nCarers,110\nTotal,110\n",
    b"What,Pounds\nTotal,<5\n",
    b"What,Pounds\n",
    b"",
];

const FRONT: &[&str] = &[
    "---\ntitle: A title\n---\n",
    "---\ntitle: A title\nexempt: 3\n---\n",
    "---\nkind: report\ntitle: A report\nrecommendations: See [the plan](plan.md).\n---\n",
    "---\ntitle: A title\nstatus: draft\n---\n",
    "---\ntitle: A title\npublished: 2021-05-31\n---\n",
    "---\ntitle: A title\npublished: 2021-06-02\n---\n",
    "---\ntitle: [broken\n---\n",
    "---\ntitle: A title\nstatus: publish\n---\n",
    "---\ntitle: A title\n",
    "---\nsumary: A title\n---\n",
];

const HEADERS: &[&str] = &[
    "kind: page\ntitle: A document\n",
    "kind: page\ntitle: A draft\nstatus: draft\n",
    "kind: page\ntitle: Later\npublished: 2021-06-02\n",
    "kind: page\ntitle: Dogfen\nlanguage: cy\n",
    "kind: local-account\ntitle: Another account\nperiod: 2017-18\npublished: 2019-01-01\n",
    "kind: local-account\ntitle: An account\n",
    "kind: information-briefing\ntitle: Papers\ncommittee: Health\nmeeting: 2021-05-01\nitems: [{ report: quagga }, { exempt: 3 }, { document: about }]\n",
    "kind: report\ntitle: Paper\nreason: Why.\n",
    "kind: risk-register\ntitle: Risks\nperiod: 2020-21 Q2\nrisks: [{ id: 1, title: Carers leave, description: Carers, current: { likelihood: 4, impact: 2 } }]\nclosed: [{ id: 2, because: Carers came. }]\n",
    "kind: risk-register\ntitle: Risks\nrisk-bands: [{ label: Low, from: 3 }]\nrisks: [{ id: 1, title: A, current: { likelihood: Likely, impact: 9 } }]\n",
    "kind: page\ntitle: Secret\nexempt: 2\n",
    "kind: [\n",
    "kind: page\ntitel: A document\n",
];

const NAMES: &[&str] = &["about.md", "About.md", "plan.md", "news.md", "03-more.md", "01-welcome.md", "quagga.md"];

/// A document, and where in it something is to be done.
fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::to_owned).collect()
}

pub(crate) struct Author {
    root: PathBuf,
    pub(crate) random: Random,
    good: BTreeMap<String, Vec<u8>>,
    /// What was done, to be read when a test fails.
    pub(crate) log: Vec<String>,
}

impl Author {
    pub(crate) fn new(root: &Path, seed: u64) -> Author {
        Author { root: root.to_owned(), random: Random(seed), good: site::files(), log: Vec::new() }
    }

    /// Everything that is there now: files of the site whose path has one of these endings.
    fn files(&self, endings: &[&str]) -> Vec<String> {
        let all = walkdir::WalkDir::new(&self.root).sort_by_file_name().into_iter().map(Result::unwrap);
        all.filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(&self.root).unwrap().to_str().unwrap().replace('\\', "/"))
            .filter(|path| endings.iter().any(|ending| path.ends_with(ending)))
            .collect()
    }

    fn folders(&self) -> Vec<String> {
        let below = walkdir::WalkDir::new(self.root.join("content")).min_depth(1).sort_by_file_name();
        let all = below.into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_dir());
        all.map(|entry| entry.path().strip_prefix(&self.root).unwrap().to_str().unwrap().replace('\\', "/")).collect()
    }

    fn one(&mut self, of: &[String]) -> Option<String> {
        if of.is_empty() { None } else { Some(of[self.random.below(of.len())].clone()) }
    }

    fn read(&self, path: &str) -> String {
        String::from_utf8_lossy(&fs::read(self.root.join(path)).unwrap_or_default()).into_owned()
    }

    fn save(&mut self, path: &str, bytes: &[u8]) {
        let mut save = SAVES[self.random.below(SAVES.len())];
        // Pauses cost time, and are no different after the first few.
        if save == Save::InTwoHalves && self.random.below(4) > 0 {
            save = Save::InPlace;
        }
        let full = self.root.join(path);
        // Where a folder is now, or a file stands in the way, nobody can save.
        if full.is_dir() || full.ancestors().skip(1).any(Path::is_file) {
            return;
        }
        self.log.push(format!("save {path} ({save:?}): {}", String::from_utf8_lossy(bytes).escape_debug()));
        save.save(&full, bytes);
    }

    fn remove(&mut self, path: &str) {
        self.log.push(format!("remove {path}"));
        let full = self.root.join(path);
        let _ = if full.is_dir() { fs::remove_dir_all(full) } else { fs::remove_file(full) };
    }

    fn rename(&mut self, from: &str, to: &str) {
        let (full, target) = (self.root.join(from), self.root.join(to));
        let in_the_way = target.exists() || target.starts_with(&full) || target.ancestors().skip(1).any(Path::is_file);
        // An earlier edit may have taken away what this one was to rename.
        if in_the_way || !full.exists() {
            return;
        }
        self.log.push(format!("rename {from} to {to}"));
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::rename(full, target).unwrap();
    }

    /// One edit of any kind.
    pub(crate) fn edit(&mut self) {
        match self.random.below(46) {
            0..=7 => self.change_words(),
            8..=13 => self.change_paragraphs(),
            14..=16 => self.change_front(),
            17..=19 => self.change_header(),
            20..=22 => self.change_settings(),
            23..=25 => self.change_glossary(),
            26..=28 => self.change_theme(),
            29..=31 => self.change_picture(),
            32..=33 => self.move_file(),
            34..=35 => self.move_folder(),
            36 => self.take_away(),
            37 => self.add_file(),
            38 => self.spoil(),
            39..=41 => self.change_figures(),
            42..=44 => self.change_data(),
            _ => self.mend(),
        }
    }

    fn change_words(&mut self) {
        let Some(path) = self.one(&self.files(&[".md"])) else { return };
        let text = self.read(&path);
        let mut words: Vec<&str> = text.split(' ').collect();
        let at = self.random.below(words.len());
        match self.random.below(3) {
            0 => words[at] = self.random.of(WORDS),
            1 => words.insert(at, self.random.of(WORDS)),
            _ => drop(words.remove(at)),
        }
        self.save(&path, words.join(" ").as_bytes());
    }

    fn change_paragraphs(&mut self) {
        let Some(path) = self.one(&self.files(&[".md"])) else { return };
        let mut parts = paragraphs(&self.read(&path));
        let at = self.random.below(parts.len());
        match self.random.below(4) {
            0 => drop(parts.remove(at)),
            1 => parts.truncate(12),
            _ => parts.insert(at + 1, self.random.of(PARAGRAPHS).to_owned()),
        }
        self.save(&path, format!("{}\n", parts.join("\n\n").trim_end()).as_bytes());
    }

    fn change_front(&mut self) {
        let Some(path) = self.one(&self.files(&[".md"])) else { return };
        let text = self.read(&path);
        let body = text.strip_prefix("---\n").and_then(|rest| rest.split_once("---\n")).map_or(&*text, |parts| parts.1);
        let front = if self.random.below(3) == 0 { "" } else { self.random.of(FRONT) };
        self.save(&path, format!("{front}{body}").as_bytes());
    }

    fn change_header(&mut self) {
        let mut paths = self.files(&["document.yaml"]);
        if self.random.below(3) == 0 {
            paths = self.folders().iter().map(|folder| format!("{folder}/document.yaml")).collect();
        }
        let Some(path) = self.one(&paths) else { return };
        match self.random.below(4) {
            0 => self.remove(&path),
            1 => {
                let text = self.read(&path).replace("title: ", "title: New ");
                self.save(&path, text.as_bytes());
            }
            _ => {
                let text = self.random.of(HEADERS);
                self.save(&path, text.as_bytes());
            }
        }
    }

    fn change_settings(&mut self) {
        let good = String::from_utf8(self.good["content/site.yaml"].clone()).unwrap();
        let text = match self.random.below(12) {
            0 => good.replace("Example", "Another"),
            1 => good.replace("theme: ours", "theme: plain"),
            2 => good.replace("theme: ours", "theme: nowhere"),
            3 => good.replace("base-url: ", "# "),
            4 => good.replace("#1d5c7f", "#880033"),
            5 => good.replace("link: plan", "link: later"),
            6 => good.replace("checks: { ", "checks: { broken-link: warning, "),
            7 => good.replace("checks: { ", "checks: { heading-skipped: off, "),
            8 => good.replace("{ label", "[ label"),
            9 => good.replace("title: ", "titel: "),
            10 => return self.remove("content/site.yaml"),
            _ => good,
        };
        self.save("content/site.yaml", text.as_bytes());
    }

    fn change_glossary(&mut self) {
        let text = self.read("content/glossary.yaml");
        let good = String::from_utf8(self.good["content/glossary.yaml"].clone()).unwrap();
        let number = self.random.below(3);
        let text = match self.random.below(8) {
            0 | 1 => format!("{text}- name: Heading {number}\n  forms: [council, people]\n  definition: A thing.\n"),
            2 => text.replace("abbreviation: SAB", "abbreviation: CQC"),
            3 => text.replace("definition: Somebody", "definition: A person"),
            4 if number > 0 => text.replace("easy-read: Somebody", "easy-read: A person"),
            4 => format!("{text}- name: [\n"),
            5 => text.replacen("- name: ", "- nam: ", 1),
            6 if self.random.below(3) == 0 => return self.remove("content/glossary.yaml"),
            _ => good,
        };
        self.save("content/glossary.yaml", text.as_bytes());
    }

    fn change_figures(&mut self) {
        if self.random.below(3) == 0 {
            let text = self.random.of(INDICATORS);
            return self.save("content/indicators.yaml", text.as_bytes());
        }
        let document = self.random.of(&["local-account/2018-19", "local-account/2019-20", "later"]);
        let path = format!("content/{document}/figures.yaml");
        match self.random.below(5) {
            0 => self.remove(&path),
            _ => {
                let text = self.random.of(FIGURES);
                self.save(&path, text.as_bytes());
            }
        }
    }

    fn change_data(&mut self) {
        let (text, book) = ("content/data/spent.csv", "content/data/budget.xlsx");
        match self.random.below(12) {
            0 => self.remove(text),
            1 => self.remove(book),
            2 => self.rename(text, "content/data/spent.tsv"),
            3 => self.save(book, &site::BUDGET[..site::BUDGET.len() / 2]),
            4 => self.save(book, b"This is no workbook."),
            // A workbook under the name of the text.
            5 => self.save(text, site::BUDGET),
            6 => self.put_back(book),
            7 => self.put_back(text),
            _ => {
                let at = self.random.below(SPENT.len());
                self.save(text, SPENT[at]);
            }
        }
    }

    fn change_theme(&mut self) {
        let number = self.random.below(4).to_string();
        let (path, text) = match self.random.below(12) {
            0 => ("style/99-ours.css", format!(".stat {{ color: #33333{number}; }}\n")),
            1 => ("style/98-more.css", format!("p {{ margin: {number}rem; }}\n")),
            2 => ("style/98-more.css", "p { color: red".into()),
            3 => ("strings/en.yaml", format!("not_found_title: Nothing {number}\n")),
            4 => ("strings/en.yaml", "not_found_title: [\n".into()),
            5 => ("strings/cy.yaml", format!("not_found_title: Dim {number}\n")),
            6 => ("templates/_feedback.html", format!("<p>Tell us {number}</p>\n")),
            7 => ("templates/_feedback.html", "{% if %}".into()),
            8 => ("templates/_feedback.html", "{% if page %}{{ page.nothing.at.all }}{% endif %}".into()),
            9 => ("assets/leaf.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"a{number}\"/>\n")),
            10 => ("assets/new.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n".into()),
            _ => {
                let path = self.random_theme_file();
                return self.remove(path);
            }
        };
        self.save(&format!("themes/ours/{path}"), text.as_bytes());
    }

    fn random_theme_file(&mut self) -> &'static str {
        self.random.of(&["themes/ours/style", "themes/ours/strings/en.yaml", "themes/ours/templates", "themes/ours"])
    }

    fn change_picture(&mut self) {
        let path = self.random.of(&["images/tree.svg", "images/leaf.png", "images/logo.svg", "images/quagga.svg"]);
        let path = format!("content/{path}");
        let width = 100 + self.random.below(100);
        match self.random.below(7) {
            0 => self.save(&path, &[]),
            1 => self.save(&path, &site::LEAF[..20]),
            2 => self.remove(&path),
            3 if path.ends_with("png") => self.save(&path, site::LEAF),
            4 => {
                let bytes = format!("what,pounds\ncarers,{width}\n");
                self.save("content/files/figures.csv", bytes.as_bytes());
            }
            5 => {
                let good = self.good[&path].clone();
                self.save(&path, &good);
            }
            // Of the same size, whatever the number.
            _ => self.save(
                &path,
                format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"80\"/>\n").as_bytes(),
            ),
        }
    }

    fn move_file(&mut self) {
        let Some(path) = self.one(&self.files(&[".md", ".svg", ".png", ".csv"])) else { return };
        if !path.starts_with("content/") {
            return;
        }
        let (folder, name) = path.rsplit_once('/').unwrap();
        let other = match self.random.below(4) {
            // Only the case of a letter.
            0 => name.to_uppercase().replace(".MD", ".md"),
            1 => name.to_lowercase(),
            2 => format!("new-{name}"),
            _ => self.random.of(NAMES).to_owned(),
        };
        if other.len() > 40 {
            return;
        }
        let folder = if self.random.below(3) == 0 { "content".to_owned() } else { folder.to_owned() };
        self.rename(&path, &format!("{folder}/{other}"));
    }

    fn move_folder(&mut self) {
        let Some(path) = self.one(&self.folders()) else { return };
        let name =
            self.random.of(&["moved", "later", "Later", "local-account/2017-18", "local-account/2018-19", "images"]);
        self.rename(&path, &format!("content/{name}"));
    }

    fn take_away(&mut self) {
        let all =
            if self.random.below(4) == 0 { self.folders() } else { self.files(&[".md", ".yaml", ".svg", ".csv"]) };
        if let Some(path) = self.one(&all) {
            self.remove(&path);
        }
    }

    fn add_file(&mut self) {
        let folders = self.folders();
        let folder = self.one(&folders).unwrap_or_else(|| "content".into());
        let folder = if self.random.below(3) == 0 { format!("{folder}/new") } else { folder };
        if folder.matches('/').count() > 5 {
            return;
        }
        let name = self.random.of(NAMES);
        let text = format!("# A new page\n\n{}\n", self.random.of(PARAGRAPHS));
        self.save(&format!("{folder}/{name}"), text.as_bytes());
        if folder.ends_with("new") && self.random.below(2) == 0 {
            let header = self.random.of(HEADERS);
            self.save(&format!("{folder}/document.yaml"), header.as_bytes());
        }
    }

    /// What no program should write, and some do.
    fn spoil(&mut self) {
        let Some(path) = self.one(&self.files(&[".md", ".yaml"])) else { return };
        let text = self.read(&path);
        match self.random.below(4) {
            0 => self.save(&path, &[]),
            1 => self.save(&path, b"# Caf\xe9\n\nWindows.\n"),
            2 => self.save(&path, format!("\u{feff}{text}").as_bytes()),
            _ => self.save(&path, text.replace('\n', "\r\n").as_bytes()),
        }
    }

    /// Writes one file as it was in the beginning.
    fn mend(&mut self) {
        let names: Vec<String> = self.good.keys().cloned().collect();
        let path = self.one(&names).unwrap();
        self.put_back(&path);
    }

    /// Writes a file as it was in the beginning; one that was not there is taken away.
    pub(crate) fn put_back(&mut self, path: &str) {
        match self.good.get(path).cloned() {
            Some(bytes) => self.save(path, &bytes),
            None => self.remove(path),
        }
    }

    /// Makes the whole site what it was in the beginning.
    pub(crate) fn put_all_back(&mut self) {
        let names: Vec<String> = self.good.keys().cloned().collect();
        for path in self.files(&[""]) {
            if !self.good.contains_key(&path) {
                self.remove(&path);
            }
        }
        for path in names {
            if fs::read(self.root.join(&path)).ok().as_ref() != self.good.get(&path) {
                self.put_back(&path);
            }
        }
    }
}
