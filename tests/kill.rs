//! Kills the real program at random moments of real builds. Whatever the moment, the output
//! is wholly the one or wholly the other version of the site, and one more build clears up.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "publishing/tree.rs"]
mod tree;

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tree::{Tree, names, tree};

const KILLS: u32 = 200;

/// How many pictures the theme brings, so that writing takes a while.
const PICTURES: u32 = 400;

/// Marsaglia's xorshift: the moments are the same in every run, as far as a clock allows.
struct Moments(u64);

impl Moments {
    /// A number from 0 up to 1.
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// How many pages a site has: enough that making them takes a while too.
const PAGES: u32 = 60;

/// A small site with many pictures, most of which differ between the versions, one page that is changed,
/// and one that is there in only one of them.
fn version(word: &str, extra: &str) -> TempDir {
    let site = tempfile::tempdir().unwrap();
    let about = site.path().join("content/about");
    fs::create_dir_all(&about).unwrap();
    fs::write(site.path().join("content/site.yaml"), "title: Accounts\norganisation: Example Council\n").unwrap();
    fs::write(site.path().join("content/index.md"), format!("# Welcome\n\nThis is the version called {word}.\n"))
        .unwrap();
    for number in 0..PAGES {
        let text =
            format!("# Page {number}\n\nWe help carers. See [the next page](page-{}.md).\n", (number + 1) % PAGES);
        fs::write(about.join(format!("page-{number}.md")), text).unwrap();
    }
    fs::write(about.join(extra), "# More\n\nA page of this version only.\n").unwrap();
    let assets = site.path().join("themes/plain/assets");
    fs::create_dir_all(&assets).unwrap();
    for number in 0..PICTURES {
        let word = if number % 4 < 3 { word } else { "both" };
        fs::write(assets.join(format!("{number}.svg")), format!("<svg><title>{word}</title></svg>\n").repeat(40))
            .unwrap();
    }
    fs::write(assets.join(format!("only-{word}.svg")), "<svg/>").unwrap();
    site
}

fn build(site: &TempDir, out: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candour"));
    command.arg("build").arg(site.path()).arg("--out").arg(out).args(["--today", "2021-06-01"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// Builds a version to the end: the site, how long it took, and how much of that it wrote.
fn whole(site: &TempDir, out: &Path) -> (Tree, Duration, Duration) {
    let started = Instant::now();
    let mut running = build(site, out);
    wait_for_writing(&mut running, &staging(out), None);
    let writing = Instant::now();
    assert!(running.wait().unwrap().success());
    (tree(out).unwrap(), started.elapsed(), writing.elapsed())
}

fn staging(out: &Path) -> PathBuf {
    out.with_file_name(".public.candour-staging")
}

/// Waits until there is a staging folder that was not there before, or the build has ended.
fn wait_for_writing(running: &mut Child, staging: &Path, before: Option<u64>) {
    while inode(staging).is_none_or(|inode| before == Some(inode)) && running.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(200));
    }
}

fn inode(path: &Path) -> Option<u64> {
    fs::symlink_metadata(path).ok().map(|metadata| metadata.ino())
}

#[test]
fn killed_at_any_moment_the_output_is_whole() {
    let sites = [version("one", "before.md"), version("two", "after.md")];
    // In memory where that can be: a kill loses nothing that a disk could have kept, and
    // hundreds of syncs of a busy disk take minutes.
    let room = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
    let out = room.path().join("public");
    let staging = staging(&out);
    // The second build has an old site to replace, as those that are killed do.
    let (first, _, _) = whole(&sites[0], &out);
    let (second, mut duration, mut write_duration) = whole(&sites[1], &out);
    let added = |from: &Tree, to: &Tree| to.iter().filter(|(path, node)| from.get(*path) != Some(node)).count();
    assert!(added(&first, &second) > 300 && added(&second, &first) > 300, "the versions differ too little");

    let started = Instant::now();
    let mut moments = Moments(0x9e37_79b9_7f4a_7c15);
    let (mut writing, mut clearing, mut finished, mut swaps) = (0, 0, 0, 0);
    let mut stands = 1;
    for number in 0..KILLS {
        let next = 1 - stands;
        let before = inode(&staging);
        let mut running = build(&sites[next], &out);
        // Half of them anywhere, half of them from the moment on when it begins to write.
        let aimed = number % 2 == 1;
        let span = if aimed { &mut write_duration } else { &mut duration };
        if aimed {
            wait_for_writing(&mut running, &staging, before);
        }
        sleep(span.mul_f64(moments.next()));
        let ended = running.try_wait().unwrap();
        running.kill().unwrap();
        running.wait().unwrap();
        if let Some(ending) = ended {
            assert!(ending.success());
            finished += 1;
        }
        // The machine may become busier or idler: about a seventh of the kills may come too late.
        *span = span.mul_f64(if ended.is_some() { 0.8 } else { 1.04 });
        let found = tree(&out).unwrap_or_else(|| panic!("kill {number}: there is no site"));
        let now = [&first, &second].iter().position(|whole| **whole == found);
        let Some(now) = now else {
            panic!("kill {number}: {} names, neither the one site nor the other", found.len());
        };
        if inode(&staging).is_some_and(|inode| before != Some(inode)) {
            // Before the swap it is the new site, not yet whole; after it, the old one.
            *if now == stands { &mut writing } else { &mut clearing } += 1;
        }
        swaps += u32::from(now != stands);
        stands = now;
    }
    println!(
        "{KILLS} kills in {:.0} s: {writing} while writing, {clearing} while clearing up, {finished} after the end; \
         {swaps} times the site had become the other",
        started.elapsed().as_secs_f64()
    );
    assert!(writing >= 10, "only {writing} kills hit while the site was written");
    assert!(swaps >= 10, "only {swaps} builds got to the end");
    let (mended, _, _) = whole(&sites[0], &out);
    assert!(mended == first, "the next build did not mend it");
    assert_eq!(names(room.path()), ["public"]);
}
