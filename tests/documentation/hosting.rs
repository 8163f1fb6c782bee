//! The configurations of docs/hosting.md send the headers of the program's own table, all
//! of them and no others.

use crate::markdown::{Block, blocks, page};
use candour::publish::{CACHE_HASHED, CACHE_OTHER, HEADERS, HEADERS_FILE};

const PAGE: &str = "docs/hosting.md";

fn configuration(name: &str) -> Block {
    let mut found = blocks().into_iter().filter(|block| block.attribute("hosting") == Some(name));
    let block = found.next().unwrap_or_else(|| panic!("{PAGE} has no configuration hosting={name}"));
    assert!(found.next().is_none(), "two configurations hosting={name}");
    block
}

/// Those lines of a configuration that set a header, each as it must be for `write`.
fn compare(name: &str, sets: impl Fn(&str) -> bool, write: impl Fn(&str, &str) -> String) {
    let block = configuration(name);
    let found: Vec<&str> = block.text.lines().map(str::trim).filter(|line| sets(line)).collect();
    let expected: Vec<String> = HEADERS.iter().map(|(header, value)| write(header, value)).collect();
    assert_eq!(found, expected, "{name} in {PAGE}");
    for value in [CACHE_HASHED, CACHE_OTHER] {
        assert!(block.text.contains(value) || name == "nginx-folder", "{name} in {PAGE} lacks {value}");
    }
}

#[test]
fn every_configuration_sends_the_headers_of_the_table() {
    for name in ["nginx", "nginx-folder"] {
        compare(
            name,
            |line| line.starts_with("add_header") && !line.contains("$candour_cache"),
            |header, value| format!("add_header {header} \"{value}\" always;"),
        );
        assert!(configuration(name).text.contains("add_header Cache-Control $candour_cache always;"));
    }
    compare(
        "apache",
        |line| line.starts_with("Header ") && !line.contains("Cache-Control"),
        |header, value| format!("Header always set {header} \"{value}\""),
    );
    let caddy = configuration("caddy").text;
    let inside = caddy.split_once("header {\n").unwrap().1.split_once('}').unwrap().0;
    let found: Vec<&str> = inside.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, HEADERS.map(|(header, value)| format!("{header} \"{value}\"")), "caddy in {PAGE}");
}

#[test]
fn the_tables_are_that_of_the_program() {
    let text = page(PAGE);
    for (header, value) in HEADERS {
        assert!(text.contains(&format!("\n| `{header}` | `{value}` | ")), "{PAGE} has no row for {header}: {value}");
    }
    let rows = text.split_once("<!-- headers -->").unwrap().1.split_once("\n\n#").unwrap().0;
    assert_eq!(rows.lines().filter(|line| line.starts_with("| `")).count(), HEADERS.len());
    let caching = text.split_once("<!-- caching -->").unwrap().1;
    for value in [CACHE_HASHED, CACHE_OTHER] {
        assert!(caching.contains(&format!("| `{value}` |")), "{PAGE} has no row for {value}");
        for name in ["s3", "azure", "gcs"] {
            let commands = configuration(name).text;
            assert!(commands.contains(&format!("\"{value}\"")), "{name} in {PAGE} lacks {value}");
        }
    }
}

/// What every configuration hides is what a build makes for the host and for itself.
#[test]
fn every_configuration_hides_what_is_no_page() {
    for name in ["nginx", "nginx-folder", "apache", "caddy", "s3", "gcs"] {
        let text = configuration(name).text.replace('\\', "");
        for hidden in [HEADERS_FILE, ".candour-manifest"] {
            assert!(text.contains(hidden), "{name} in {PAGE} shows {hidden}");
        }
    }
}
