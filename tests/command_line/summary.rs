//! What `candour check` says of how documents read: the table, the JSON and the report.

use super::folders::{write_file, write_site};
use super::{candour, site};
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

/// 10 words in each of its sentences, 12 syllables.
const EASY: &str = "The council helped the carers who live in the town. ";
/// 30 words.
const LONG: &str = "The council helped the carers who live in the town and the carers who live in the villages and all of the other carers who live in the other places. ";

/// Two editions of an account, one of them with a chapter in Easy Read, and some things to mend.
fn accounts() -> TempDir {
    let header =
        |years: &str| format!("kind: local-account\ntitle: Account {years}\nperiod: {years}\nstatus: published\n");
    let site = write_site([
        ("content/site.yaml", &b"title: Example accounts\norganisation: Example Council\nchecks: { easy-read-not-recorded: off, account-lacks-part: off, account-hides-weakness: off }\n"[..]),
        ("content/glossary.yaml", b"- name: Unused\n  definition: Nobody uses it.\n"),
    ]);
    let write = |path: &str, text: &str| write_file(site.path(), &format!("content/{path}"), text.as_bytes());
    write("accounts/2018-19/document.yaml", &header("2018-19"));
    write("accounts/2018-19/01-what-we-did.md", &format!("# What we did\n\n{}\n", LONG.repeat(5)));
    write("accounts/2019-20/document.yaml", &header("2019-20"));
    write("accounts/2019-20/01-what-we-did.md", &format!("# What we did\n\n{}\n", EASY.repeat(10)));
    let faulty = format!("# What we spent\n\n{LONG}\n\nSee [here](nowhere.md) and the XYZQ & <b>more</b>.\n");
    write("accounts/2019-20/02-what-we-spent.md", &faulty);
    write("accounts/2019-20/easy-read/01-what-we-did.md", "# What we did\n\n![](people)\n\nWe helped people.\n");
    site
}

/// The row of a table that begins with a name, its cells parted by `|`.
fn row(out: &str, name: &str) -> String {
    let line = out.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("no {name} in {out}"));
    line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("|")
}

#[test]
fn the_table_says_how_each_document_reads() {
    let out = candour("check {}", accounts().path()).ends_with(1).out;
    assert_eq!(row(&out, "Document"), "Document|Words|A sentence|Over 25|Reading age|Easy Read");
    // 0.39 × 30 + 11.8 × (39 ÷ 30) − 15.59 = 11.45, and five years.
    assert_eq!(row(&out, "Account 2018-19"), "Account 2018-19|150|30.0 words|5|16|none");
    assert_eq!(row(&out, "Account 2019-20"), "Account 2019-20|136|11.3 words|1|8 (16 before)|1 of 2 chapters");
    assert!(out.contains("    2 errors, 4 warnings: ") && out.contains("1 × link-target"), "{out}");
    assert!(out.contains("Settings, glossary and theme\n    1 piece of advice: 1 × term-unused"), "{out}");
    let short = candour("check {}", site().path()).ends_with(0).out;
    assert_eq!(row(&short, "About us"), "About us|4|4.0 words|0|too short|none");
}

#[test]
fn the_table_ends_where_a_terminal_would() {
    let site = site();
    for number in 10..60 {
        write_file(site.path(), &format!("content/page-{number}.md"), b"# A page\n\nWe are here.\n");
    }
    candour("check {}", site.path()).ends_with(0).says("… and 27 more: candour check --format html shows all of them.");
}

#[test]
fn programs_get_the_same() {
    let ran = candour("check {} --format json", accounts().path()).ends_with(1);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    let documents = json["documents"].as_array().unwrap();
    assert_eq!(documents.len(), 2);
    let account = &documents[1];
    assert_eq!(account["path"], "accounts/2019-20");
    assert_eq!(account["reading"]["words"], 136);
    assert_eq!(account["reading"]["long_sentences"], 1);
    assert_eq!((&account["reading"]["reading_age"], &account["reading_age_before"]), (&8.into(), &16.into()));
    assert_eq!(account["easy_read"]["chapters_told"], 1);
    assert_eq!(account["texts"][1]["path"], "content/accounts/2019-20/02-what-we-spent.md");
    assert_eq!((&account["texts"][0]["easy_read"], &account["texts"][1]["easy_read"]), (&true.into(), &false.into()));
    let faults: u64 = account["faults"].as_array().unwrap().iter().map(|fault| fault["count"].as_u64().unwrap()).sum();
    let told = json["diagnostics"].as_array().unwrap();
    let own = told.iter().filter(|told| told["path"].as_str().unwrap().starts_with("content/accounts/2019-20/"));
    assert_eq!(faults, own.count() as u64);
}

#[test]
fn the_report_marks_what_is_wrong_where_it_stands() {
    let site = accounts();
    let html = candour("check {} --format html", site.path()).ends_with(1).out;
    assert!(html.contains("<mark class=\"error\">[here](nowhere.md)</mark>"), "{html}");
    assert!(html.contains("&lt;b&gt;") && !html.contains("<b>"), "what an author writes is never HTML");
    assert!(!html.contains("<script") && !html.contains("http://") && !html.contains("https://"));
    for (id, _) in html.match_indices("href=\"#") {
        let id = html[id + 7..].split('"').next().unwrap();
        assert!(html.contains(&format!("id=\"{id}\"")), "nothing has the id {id}");
    }
    let page = site.path().join("report.html");
    fs::write(&page, &html).unwrap();
    candour("check --pages {}", &page).ends_with(0).says("Nothing to mend.");
}

#[test]
fn the_report_says_what_was_left_as_it_is_and_why() {
    let site = accounts();
    let path = "content/accounts/2019-20/02-what-we-spent.md";
    let text = format!("# What we spent\n\n<!-- candour: off long-sentence (the words of a <law>) -->\n{LONG}\n");
    write_file(site.path(), path, text.as_bytes());
    let html = candour("check {} --format html", site.path()).ends_with(0).out;
    let row = "<th scope=\"row\">content/accounts/2019-20/02-what-we-spent.md, line 4</th><td><code>long-sentence</code></td>\
        <td>off</td><td>the words of a &lt;law&gt;</td>";
    assert!(html.contains(row), "{html}");
    candour("baseline {}", site.path()).ends_with(0);
    let html = candour("check {} --format html", site.path()).ends_with(0).out;
    assert!(html.contains("6 known faults are left out here"), "{html}");
}

#[test]
fn texts_in_fields_are_a_row_of_their_own() {
    let site = site();
    let plan = "kind: action-plan\ntitle: A plan\nperiod: April 2022 to March 2025\nstatus: published\npriorities:\n  - id: one\n    \
        title: One\n    reason: We were asked to help.\n    actions:\n      - id: a\n        text: Help people\n        lead: Head of Help\n        \
        timescale: March 2023\n";
    write_file(site.path(), "content/plans/one/document.yaml", plan.as_bytes());
    let html = candour("check {} --format html", site.path()).out;
    let row = html.split("Texts in fields").nth(1).unwrap_or_else(|| panic!("{html}")).split("</tr>").next().unwrap();
    assert!(row.contains("piece"), "{row}");
}

#[test]
fn a_report_needs_a_site() {
    candour("check --format html --pages {}", site().path()).ends_with(2).complains("a report needs a site");
}
