//! Files that only an exempt text uses are not served, by whatever address and in whatever view.

use crate::asking::{raw, status_of};
use crate::running::Preview;
use crate::site::TODAY;
use std::fs;

const PACK: &str = "\
kind: information-briefing
title: Papers
committee: Health Committee
meeting: 2021-05-01
items:
  - report: open
  - report: tender
    exempt: {paragraph: 3}
  - report: posts
";

const FILES: &[(&str, &str)] = &[
    ("content/site.yaml", "title: Papers\norganisation: Example Council\n"),
    ("content/papers/open.md", "---\nkind: report\ntitle: Open\n---\n## One\n\nSee [the list](data/list.csv).\n"),
    (
        "content/papers/tender.md",
        "---\nkind: report\ntitle: Quagga\n---\n## One\n\nSee [prices](data/prices.csv) and [bids](bids.pdf).\n\n\
          ![A quagga](images/quagga.svg)\n",
    ),
    (
        "content/papers/posts.md",
        "---\nkind: report\ntitle: Quagga\nexempt: {paragraph: 1}\n---\nSee [it](posts.pdf).\n",
    ),
    ("content/papers/data/list.csv", "a,b\n1,2\n"),
    ("content/papers/data/prices.csv", "quagga,2\n"),
    ("content/papers/bids.pdf", "quagga"),
    ("content/papers/posts.pdf", "quagga"),
    ("content/papers/images/quagga.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>quagga</title></svg>"),
];

fn ask(preview: &Preview, target: &str) -> String {
    raw(preview.address, &format!("GET {target} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", preview.address))
}

#[test]
fn files_of_exempt_texts_are_not_served() {
    let site = tempfile::tempdir().unwrap();
    for (path, text) in FILES {
        crate::folders::write_file(site.path(), path, text.as_bytes());
    }
    crate::folders::write_file(site.path(), "content/papers/document.yaml", PACK.as_bytes());
    let preview = Preview::of(site.path());
    let views = [String::new(), format!("~candour/as/public/{TODAY}/"), format!("~candour/as/drafts/{TODAY}/")];
    let hidden = ["data/prices.csv", "bids.pdf", "posts.pdf", "images/quagga.svg", "tender/", "posts/", "tender.md"];
    for view in &views {
        for file in hidden {
            let answer = ask(&preview, &format!("/{view}papers/{file}"));
            assert_eq!(status_of(&answer), 404, "{view}{file}: {answer}");
            assert!(!answer.to_lowercase().contains("quagga,") && !answer.contains("<svg xmlns"), "{view}{file}");
        }
        let shown = ask(&preview, &format!("/{view}papers/data/list.csv"));
        assert_eq!(status_of(&shown), 200, "{shown}");
    }
    // Once it is public, so are its files.
    let open = PACK.replace("    exempt: {paragraph: 3}\n", "");
    fs::write(preview.at("content/papers/document.yaml"), open).unwrap();
    preview.wait_to_show("/papers/tender/", "prices");
    assert_eq!(status_of(&ask(&preview, "/papers/data/prices.csv")), 200);
    assert_eq!(status_of(&ask(&preview, "/papers/posts.pdf")), 404);
}
