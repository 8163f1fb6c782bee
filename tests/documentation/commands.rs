//! Commands that the documentation shows exist, with the options it shows.

use crate::markdown::{blocks, code_words, marked_tables, root};
use std::collections::BTreeSet;
use std::process::Command;

fn help(command: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_candour")).args([command, "--help"]).output().unwrap();
    assert!(output.status.success(), "candour {command} --help: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn options(help: &str) -> BTreeSet<String> {
    let words = help.lines().filter(|line| line.trim_start().starts_with('-')).flat_map(str::split_whitespace);
    words.filter(|word| word.starts_with("--")).map(|word| word.trim_end_matches([',', ':']).to_owned()).collect()
}

#[test]
fn every_command_shown_exists() {
    let mut count = 0;
    // What is said of hosts is for their own programs, and marked so.
    let ours = |info: &[String]| {
        info.first().is_some_and(|word| word == "sh") && !info.iter().any(|word| word.starts_with("hosting="))
    };
    for block in blocks().iter().filter(|block| ours(&block.info)) {
        for line in block.text.lines() {
            let words: Vec<&str> = line.split_whitespace().take_while(|word| !matches!(*word, "#" | ">")).collect();
            let candour = match words.as_slice() {
                ["candour", rest @ ..] | ["cargo", "run", "--release", "--", rest @ ..] => rest,
                ["cargo", "install", "--path", "."]
                | ["cargo", "bench", "--bench", "build" | "preview", ..]
                | ["cd", _] => {
                    continue;
                }
                [program] if root().join(program).is_file() => continue,
                _ => panic!("{}:{}: `{line}` is no command that this test knows", block.page, block.line),
            };
            count += 1;
            let [command, rest @ ..] = candour else { panic!("{line}") };
            let known = options(&help(command));
            for option in rest.iter().filter(|word| word.starts_with("--")) {
                assert!(
                    known.contains(*option),
                    "{}:{}: candour {command} has no option {option}",
                    block.page,
                    block.line
                );
            }
        }
    }
    assert!(count > 8);
}

#[test]
fn the_tables_list_the_options_there_are() {
    let tables = marked_tables("options");
    assert_eq!(tables.len(), 7);
    for (command, rows) in tables {
        let cells = rows.iter().flat_map(|row| code_words(&row[0]));
        let listed: BTreeSet<String> = cells.map(|cell| cell.split(' ').next().unwrap().to_owned()).collect();
        let mut known = options(&help(&command));
        known.remove("--help");
        assert_eq!(listed, known, "the options of candour {command}: left is documented, right is true");
    }
}
