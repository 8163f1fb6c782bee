//! `candour serve` asked for what it cannot do, and what it says of itself.

use super::{candour, command, site, write_file};
use std::net::TcpListener;
use std::path::Path;

/// What `candour serve --help` prints, at the usual width. UPDATE_EXPECTED=1 writes it anew.
const HELP: &str = "tests/command_line/serve-help.txt";

#[test]
fn the_help_is_as_expected() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(HELP);
    let output = command("serve --help", &file).env("COLUMNS", "100").output().unwrap();
    let help = super::ran(&output).ends_with(0).out;
    if std::env::var_os("UPDATE_EXPECTED").is_some_and(|value| value == "1") {
        std::fs::write(&file, &help).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    assert_eq!(help, expected, "if this is meant, run the test again with UPDATE_EXPECTED=1");
}

#[test]
fn a_folder_that_is_no_site_is_said_to_be_none() {
    let folder = tempfile::tempdir().unwrap();
    candour("serve {}/nowhere", folder.path()).ends_with(2).complains("there is no such folder");
    candour("serve {}", folder.path()).ends_with(2).complains("`candour new DIR` makes a site to start from");
    let site = site();
    candour("serve {}/content", site.path()).ends_with(2).complains("name the folder that holds it");
    write_file(site.path(), "file", b"words");
    candour("serve {}/file", site.path()).ends_with(2).complains("there is no such folder");
}

#[test]
fn a_port_or_an_address_that_cannot_be_had_is_said_plainly() {
    let site = site();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    candour(&format!("serve {{}} --port {port}"), site.path())
        .ends_with(2)
        .complains(&format!("another program uses port {port} already"));
    candour("serve {} --host 192.0.2.1", site.path()).ends_with(2).complains("does not have the address 192.0.2.1");
    candour("serve {} --port 70000", site.path()).ends_with(2).complains("70000");
    candour("serve {} --host nowhere.example", site.path()).ends_with(2).complains("nowhere.example");
}

#[test]
fn wrong_options_are_said_with_what_is_right() {
    let site = site();
    candour("serve {} --editor vim", site.path()).ends_with(2).complains("--editor: `vim` is no editor that is known");
    candour("serve {} --editor javascript://{file}", site.path()).ends_with(2).complains("is no editor that is known");
    candour("serve {} --today 31.12.2021", site.path()).ends_with(2).complains("--today: ");
    candour("serve {} --base-url example.org", site.path()).ends_with(2).complains("--base-url: ");
    candour("serve {} --drafts", site.path()).ends_with(2).complains("--drafts");
    let output = command("serve {}", site.path()).env("CANDOUR_EDITOR", "ed").output().unwrap();
    super::ran(&output).ends_with(2).complains("`ed` is no editor that is known");
    assert!(!site.path().join("public").exists());
}
