//! `candour next`: the next edition of a document, the next round of a plan.

use super::{candour, site, write_file};
use std::fs;
use tempfile::TempDir;

fn put(site: &TempDir, path: &str, text: &str) {
    write_file(site.path(), &format!("content/{path}"), text.as_bytes());
}

fn read(site: &TempDir, path: &str) -> String {
    fs::read_to_string(site.path().join("content").join(path)).unwrap()
}

fn site_with_account() -> TempDir {
    let site = site();
    put(&site, "indicators.yaml", "- id: carers\n  label: Carers\n  unit: people\n");
    put(
        &site,
        "accounts/2019-20/document.yaml",
        "# Ours.\nkind: page\ntitle: Account 2019 to 2020\nperiod: 2019-20\npublished: 2021-01-20\n",
    );
    put(&site, "accounts/2019-20/figures.yaml", "# Counted in March.\ncarers: 1,884\n");
    put(&site, "accounts/2019-20/01-welcome.md", "# Welcome\n\nWe helped [1,884](figure:carers) carers.\n");
    put(&site, "accounts/2019-20/data/costs.csv", "What,Cost\nCare,12\n");
    site
}

#[test]
fn the_next_edition_is_a_draft_with_the_same_chapters_and_empty_figures() {
    let site = site_with_account();
    let ran = candour("next accounts/2019-20 --site {}", site.path());
    ran.ends_with(0).says("is a draft for 2020-21").says("figures.yaml");
    let header = "# Ours.\nkind: page\ntitle: Account 2020 to 2021\nperiod: 2020-21\nstatus: draft\n";
    assert_eq!(read(&site, "accounts/2020-21/document.yaml"), header);
    assert_eq!(read(&site, "accounts/2020-21/figures.yaml"), "# Counted in March.\ncarers:\n");
    assert_eq!(read(&site, "accounts/2020-21/01-welcome.md"), "# Welcome\n\nWe helped [](figure:carers) carers.\n");
    assert_eq!(read(&site, "accounts/2020-21/data/costs.csv"), "What,Cost\nCare,12\n");
    // The old edition is untouched, and the site can be built while the draft waits for numbers.
    assert!(read(&site, "accounts/2019-20/figures.yaml").contains("1,884"));
    candour("build {}", site.path()).ends_with(0).says("Held back: Account 2020 to 2021");
}

#[test]
fn promises_wait_for_their_outcomes() {
    let site = site_with_account();
    let promise = "```commitments\n- id: cafe\n  text: Open a café\n```\n";
    put(&site, "accounts/2019-20/02-next.md", &format!("# Next\n\n{promise}"));
    candour("next accounts/2019-20 --site {}", site.path()).ends_with(0).says("One promise of last year waits");
    let carried = read(&site, "accounts/2020-21/02-next.md");
    assert!(carried.contains("<!--") && carried.contains("# Open a café\n- commitment: cafe\n"), "{carried}");
    // The draft can be built, and the check lists what waits.
    candour("check {}", site.path()).complains("promise-unanswered");
    candour("build {}", site.path()).ends_with(0);
    let filled = carried.lines().filter(|line| !line.contains("Last year") && *line != "-->");
    let filled = filled.collect::<Vec<_>>().join("\n").replace("outcome:", "outcome: not-kept");
    put(&site, "accounts/2020-21/02-next.md", &filled.replace("text:", "text: There was no room."));
    candour("check {}", site.path()).ends_with(0);
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let site = site_with_account();
    candour("next accounts/2019-20 --site {}", site.path()).ends_with(0);
    put(&site, "accounts/2020-21/01-welcome.md", "# Mine\n\nWords.\n");
    candour("next accounts/2019-20 --site {}", site.path()).ends_with(2).complains("is there already");
    assert_eq!(read(&site, "accounts/2020-21/01-welcome.md"), "# Mine\n\nWords.\n");
    let left: Vec<_> = fs::read_dir(site.path().join("content/accounts")).unwrap().collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn what_cannot_be_continued_is_said() {
    let site = site_with_account();
    put(&site, "about.md", "# About\n\nWords.\n");
    put(&site, "timeless/document.yaml", "kind: page\ntitle: Timeless\n");
    put(&site, "timeless/01-one.md", "# One\n\nWords.\n");
    candour("next accounts/2019-02 --site {}", site.path()).ends_with(2).complains("did you mean `accounts/2019-20`?");
    candour("next about --site {}", site.path()).ends_with(2).complains("is one page");
    candour("next timeless --site {}", site.path()).ends_with(2).complains("has no period");
    candour("next accounts/2019-20 --date 2024-01-01 --site {}", site.path()).ends_with(2).complains("--date");
}

const PLAN: &str = "kind: action-plan\ntitle: Plan\nperiod: 2022-23\npriorities:\n  - id: one\n    title: One\n    actions:\n\
    \x20     - { id: cafes, text: Open three cafes, lead: Libraries, timescale: March 2023 }\n\
    \x20     - { id: guide, text: Print the guide, lead: Press office, timescale: annual }\n\
    \x20     - { id: bus, text: Run the bus, lead: Transport, timescale: 2022-23 }\n";

#[test]
fn the_next_round_lists_every_open_action() {
    let site = site();
    put(&site, "plans/lonely/document.yaml", PLAN);
    put(
        &site,
        "plans/lonely/updates/2022-11-21.yaml",
        "actions:\n  cafes: in-progress\n  guide: done-this-year\n  bus: completed\n",
    );
    let run = || candour("next content/plans/lonely/ --date 2023-05-21 --site {}", site.path());
    run().ends_with(0).says("lists the 2 open of 3 actions");
    let round = read(&site, "plans/lonely/updates/2023-05-21.yaml");
    let expected = "  # Open three cafes\n  # Lead: Libraries. Due: 2023-03, now past.\n  # Last time (2022-11-21): in-progress.\n  cafes:\n";
    assert!(round.contains(expected), "{round}");
    assert!(round.contains("  guide:\n") && !round.contains("bus:"), "{round}");
    candour("build {}", site.path()).ends_with(0);
    run().ends_with(2).complains("is there already");
    candour("next plans/lonely --date soon --site {}", site.path()).ends_with(2);
}

#[test]
fn the_next_register_carries_its_risks() {
    let site = site();
    let risk = "risks:\n  # Watch this one.\n  - id: 1\n    title: Budget\n    current: {likelihood: 2, impact: 3}\n    \
        controls: Reports\n    owner: Director\n";
    let bands = "risk-bands:\n  - {label: Low, from: 1}\n";
    let header = |more: &str| format!("kind: risk-register\n{more}{bands}{risk}");
    put(
        &site,
        "risks/2023-24-q2/document.yaml",
        &header("title: Risks, July to September 2023\nperiod: 2023-24 Q2\nclosed:\n  - {id: 9, because: Over.}\n"),
    );
    let ran = candour("next risks/2023-24-q2 --site {}", site.path());
    ran.ends_with(0).says("is a draft for 2023-24-q3, with the risks of 2023-24-q2").says("Rate each risk anew");
    let expected = header("title: Risks, October to December 2023\nperiod: 2023-24 Q3\n") + "status: draft\n";
    assert_eq!(read(&site, "risks/2023-24-q3/document.yaml"), expected);
    candour("check {}", site.path()).ends_with(0);
}
