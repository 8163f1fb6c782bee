//! Several builds at once, with the real program.

use crate::tree::{names, tree};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A small site that differs by one word.
pub(crate) fn sample(word: &str) -> TempDir {
    let site = tempfile::tempdir().unwrap();
    let write = |path: &str, text: String| {
        let path = site.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("content/site.yaml", "title: Example accounts\norganisation: Example Council\n".into());
    write("content/index.md", format!("# Welcome\n\nThis is site {word}.\n"));
    for number in 0..40 {
        write(&format!("themes/plain/assets/{number}.svg"), format!("<svg><title>{word} {number}</title></svg>"));
    }
    write(&format!("themes/plain/assets/{word}.svg"), "<svg/>".into());
    site
}

/// A command that builds a site.
pub(crate) fn candour(site: &TempDir, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candour"));
    command.arg("build").arg(site.path()).arg("--out").arg(out).args(["--today", "2021-06-01"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[test]
fn builds_at_the_same_time_all_end_well() {
    let sites = [sample("one"), sample("two")];
    let room = tempfile::tempdir().unwrap();
    let wholes = sites.each_ref().map(|site| {
        let out = tempfile::tempdir().unwrap();
        let done = candour(site, &out.path().join("public")).output().unwrap();
        assert!(done.status.success(), "{done:?}");
        tree(&out.path().join("public"))
    });
    let out = room.path().join("public");
    for round in 0..6 {
        let running: Vec<_> =
            (0..6).map(|number| candour(&sites[(round + number) % 2], &out).spawn().unwrap()).collect();
        for build in running {
            let done = build.wait_with_output().unwrap();
            assert_eq!(done.status.code(), Some(0), "round {round}: {}", String::from_utf8_lossy(&done.stderr));
        }
        assert!(wholes.contains(&tree(&out)), "round {round}: {:?}", names(&out));
        assert_eq!(names(room.path()), ["public"], "round {round}");
        if round % 2 == 1 {
            fs::remove_dir_all(&out).unwrap(); // and from nothing
        }
    }
}

#[test]
fn a_build_that_has_to_wait_says_so() {
    let site = sample("one");
    let room = tempfile::tempdir().unwrap();
    let out = room.path().join("public");
    let path = room.path().join(".public.candour-lock");
    let lock = fs::File::create(&path).unwrap();
    lock.lock().unwrap();
    let mut build = candour(&site, &out).spawn().unwrap();
    let mut said = String::new();
    let mut errors = BufReader::new(build.stderr.take().unwrap());
    while !said.contains("waiting") {
        assert_ne!(errors.read_line(&mut said).unwrap(), 0, "it did not wait, or did not say so: {said}");
    }
    assert!(said.contains("candour: another build is writing to") && said.contains("public; waiting"), "{said}");
    assert!(build.try_wait().unwrap().is_none(), "it did not wait");
    assert!(!out.exists());
    fs::remove_file(&path).unwrap();
    drop(lock);
    assert!(build.wait().unwrap().success());
    assert!(out.join("index.html").is_file());
    assert_eq!(names(room.path()), ["public"]);
}

#[test]
fn the_program_says_what_it_refuses() {
    let site = sample("one");
    let run = |out: &str| {
        let done = candour(&site, Path::new(out)).current_dir(site.path().join("content")).output().unwrap();
        (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned())
    };
    let (code, said) = run("../content");
    assert!(code == Some(2) && said.contains("nothing was published: ../content lies inside"), "{said}");
    let (code, said) = run("..");
    assert!(code == Some(2) && said.contains("nothing was published: .. contains the content"), "{said}");
    let (code, said) = run("../../");
    assert!(code == Some(2) && said.contains("contains the content"), "{said}");
    assert_eq!(names(&site.path().join("content")), ["index.md", "site.yaml"]);
    let (code, said) = run("../out/../public");
    assert!(code == Some(0), "{said}");
    assert_eq!(names(site.path()), ["content", "public", "themes"]);
}
