//! A disk that is really full, and one that begins at the output folder. Both need a mount,
//! which takes root or user namespaces; where neither is to be had, these tests say so.

#![cfg(target_os = "linux")]

use crate::together::{candour, sample};
use crate::tree::{names, tree};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Runs a script in which mounts are its own affair; `None` where that is not permitted.
fn with_mounts(script: &str, arguments: &[&Path]) -> Option<Output> {
    let plans: [&[&str]; 2] = [&["--mount"], &["--mount", "--map-root-user"]];
    for plan in plans {
        let run = |script: &str| {
            Command::new("unshare").args(plan).args(["sh", "-euc", script, "sh"]).args(arguments).output()
        };
        if run(r#"mount -t tmpfs -o size=1m candour "$1""#).is_ok_and(|tried| tried.status.success()) {
            return run(script).ok();
        }
    }
    eprintln!("NOT RUN: this machine lets nobody mount a small disk, so a really full one was not tried");
    None
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let site = sample("one");
    let put_picture = |seed: u8| {
        let noise: Vec<u8> = (0..400_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8 ^ seed).collect();
        fs::write(site.path().join("themes/plain/assets/large.bin"), noise).unwrap();
    };
    let room = tempfile::tempdir().unwrap();
    let [disk, before, after, next] = ["disk", "before", "after", "next"].map(|name| room.path().join(name));
    fs::create_dir(&disk).unwrap();
    put_picture(1);
    let first = candour(&site, &before).output().unwrap();
    assert!(first.status.success(), "{first:?}");
    put_picture(2);
    let second = candour(&site, &next).output().unwrap();
    assert!(second.status.success(), "{second:?}");
    // The old site is on the disk; the new one does not fit beside it. Then the disk is
    // given more room, and the same build goes through.
    let script = r#"
        mount -t tmpfs -o size=900k candour "$1"
        cp -a "$2" "$1/public"
        code=0; "$5" build "$6" --out "$1/public" --today 2021-06-01 2>"$7/said" >/dev/null || code=$?
        echo $code >"$7/code"
        cp -a "$1" "$3"
        mount -o remount,size=9m "$1"
        "$5" build "$6" --out "$1/public" --today 2021-06-01
        rm -r "$2"; cp -a "$1" "$2""#;
    let program = Path::new(env!("CARGO_BIN_EXE_candour"));
    let old = tree(&before);
    let arguments = [&disk, &before, &after, &next, program, site.path(), room.path()];
    let Some(run) = with_mounts(script, &arguments) else { return };
    assert!(run.status.success(), "{run:?}");
    let said = fs::read_to_string(room.path().join("said")).unwrap();
    assert_eq!(fs::read_to_string(room.path().join("code")).unwrap(), "2\n", "{said}");
    for words in ["candour: nothing was published: writing", "large.bin", "No space left on device"] {
        assert!(said.contains(words), "`{words}` is not in: {said}");
    }
    assert_eq!(names(&after), ["public"]);
    assert!(tree(&after.join("public")) == old, "the old site was touched");
    assert_eq!(names(&before), ["public"]);
    assert!(tree(&before.join("public")) == tree(&next), "the next build did not go through");
}

#[test]
fn where_a_disk_begins_nothing_can_be_replaced() {
    let site = sample("one");
    let room = tempfile::tempdir().unwrap();
    let disk = room.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let script = r#"
        mount -t tmpfs -o size=9m candour "$1"
        code=0; "$2" build "$3" --out "$1" --today 2021-06-01 >/dev/null || code=$?
        test $code = 2
        test -z "$(ls -A "$1")"
        "$2" build "$3" --out "$1/inside" --today 2021-06-01 >/dev/null
        test "$(ls -A "$1")" = inside"#;
    let program = Path::new(env!("CARGO_BIN_EXE_candour"));
    let Some(run) = with_mounts(script, &[&disk, program, site.path()]) else { return };
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    assert!(said.contains("cannot be replaced") && said.contains("name a folder inside it"), "{said}");
    assert_eq!(names(room.path()), ["disk"]);
}
