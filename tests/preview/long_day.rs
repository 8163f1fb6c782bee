//! A day's session in miniature: one save after the other, pages that open and close, and a
//! server that is no bigger in the evening than after breakfast.
//!
//! The usual run makes 2,000 saves, in about a minute; `CANDOUR_LONG=1` makes 10,000.

#![cfg(target_os = "linux")]

use crate::edits::Random;
use crate::events::OpenPage;
use crate::folders::write_site;
use crate::running::Preview;
use crate::saves::SAVES;
use std::time::Instant;

/// How much more memory the server may hold in the end than after the first tenth, in
/// kilobytes. The allocator's share grows for a while and then hardly any more: by 6 MB in 2,000
/// saves, 10 MB in 10,000, and 9 MB in 60,000 saves of one style alone. The tree of one page for each save
/// would be far above it.
const MARGIN: u64 = 16 * 1024;

/// What the saves go round: one chapter after the other, the words of all pages, a style.
const FILES: usize = 6;

fn text(file: usize, number: usize) -> (String, String) {
    let many = "A carer said that the council helps people. ".repeat(40);
    match file {
        0 => ("content/site.yaml".into(), format!("title: Accounts {number}\norganisation: Example Council\n")),
        1 => (
            "content/glossary.yaml".into(),
            format!(
                "- name: Carer\n  definition: Somebody who helps. Edit {number}.\n- name: Council {number}\n  definition: Us.\n"
            ),
        ),
        2 => ("themes/plain/style/99-ours.css".into(), format!("p {{ margin: {number}px; }}\n")),
        _ => (format!("content/page-{file}.md"), format!("# Page {file}\n\nThis is edit {number}.\n\n{many}\n")),
    }
}

#[test]
fn after_thousands_of_saves_it_is_no_bigger() {
    let saves = if std::env::var("CANDOUR_LONG").is_ok_and(|long| long == "1") { 10_000 } else { 2_000 };
    let first: Vec<(String, String)> = (0..FILES).map(|file| text(file, 0)).collect();
    let site = write_site(first.iter().map(|(path, text)| (path.as_str(), text.as_bytes())));
    let preview = Preview::of(site.path());
    let mut random = Random(1);
    let mut open: Vec<OpenPage> = (3..6).map(|file| OpenPage::open(&preview, &format!("/page-{file}/"))).collect();
    let begun = Instant::now();
    let mut memory = Vec::new();
    for number in 1..=saves {
        // Mostly chapters; now and then something that every page shows.
        let file = if random.below(10) == 0 { random.below(3) } else { 3 + random.below(3) };
        let (path, text) = text(file, number);
        let save = SAVES[random.below(SAVES.len())];
        save.save(&preview.at(&path), text.as_bytes());
        let (target, words) = match file {
            0 => ("/".into(), format!("Accounts {number}")),
            1 => ("/glossary/".into(), format!("Edit {number}.")),
            2 => ("/".into(), String::new()),
            _ => (format!("/page-{file}/"), format!("This is edit {number}.")),
        };
        preview.wait_to_show(&target, &words);
        if number % 50 == 0 {
            // One page is closed, another opened.
            drop(open.remove(0));
            open.push(OpenPage::open(&preview, &format!("/page-{}/", 3 + random.below(3))));
        }
        if number % 97 == 0 {
            // Somebody looks at the site as of many days.
            let day = 1 + random.below(28);
            assert_eq!(preview.get(&format!("/~candour/as/public/2021-07-{day:02}/page-3/")).status, 200);
        }
        if number % (saves / 10) == 0 {
            memory.push(preview.memory());
        }
    }
    println!("{saves} saves in {:.0} s; kB after each tenth: {memory:?}", begun.elapsed().as_secs_f64());
    let (early, late) = (memory[0], memory[9]);
    assert!(late < early + MARGIN, "it grew from {early} kB to {late} kB");
    assert!(open.iter().all(|page| !page.is_over()), "a page lost its stream");
    assert!(!preview.said().contains("panicked"));
}
