//! One measurement in a process of its own, so that each begins as cold as the last and its
//! peak of memory is its own.

use crate::clock::{Clock, TimedDisk, TimedFolder};
use crate::time::Cost;
use candour::publish::{Place, SiteFolder, produce, publish};
use candour::site::Options;
use candour::source::Files;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Builds a site and prints a line for each stage, the pages, the files written and the
/// peak of memory.
pub(crate) fn staged(site: &Path, out: &Path) {
    let clock = Clock::new();
    clock.begin("Listing");
    let folder = TimedFolder { folder: SiteFolder::open(site).unwrap(), clock: &clock };
    let today = candour::figure::parse_date("2026-01-01").unwrap();
    let options = Options { today, drafts: false, base_url: None, advice: false };
    let produced = produce(&folder, &options, &clock).unwrap();
    for diagnostic in produced.diagnostics.iter().filter(|told| told.severity.is_more_than_advice()).take(3) {
        eprintln!("{}: {}", diagnostic.rule.code, diagnostic.message);
    }
    clock.begin("Comparing");
    let disk = TimedDisk { clock: &clock, written: AtomicUsize::new(0) };
    let place = Place { target: out, site, home: None, waiting: &|| {} };
    publish(&produced.output, &place, &disk).unwrap();
    let stages = clock.stages();
    for (name, time) in stages {
        println!("stage\t{name}\t{}", time.as_secs_f64());
    }
    println!("pages\t{}", produced.pages);
    println!("found\t{}", produced.diagnostics.len());
    println!("files written\t{}", disk.written.load(Ordering::Relaxed));
    println!("peak kB\t{}", peak());
    // The program leaves that to the system too.
    std::mem::forget(produced);
}

/// Reads all inputs and writes all outputs, as often as Candour does and no more, and
/// prints how long that takes.
pub(crate) fn floor(site: &Path, out: &Path, copy: &Path) {
    let mut outputs = Vec::new();
    let mut folders = vec![out.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let to = copy.join(entry.path().strip_prefix(out).unwrap());
                outputs.push((to, fs::read(entry.path()).unwrap()));
            }
        }
    }
    let cost = Cost::of(|| {
        let folder = SiteFolder::open(site).unwrap();
        let inputs = folder.list().unwrap();
        inputs.par_iter().for_each(|entry| drop(folder.read(&entry.path).unwrap()));
        let folders: BTreeSet<&Path> = outputs.iter().filter_map(|(to, _)| to.parent()).collect();
        folders.iter().for_each(|folder| fs::create_dir_all(folder).unwrap());
        outputs.par_iter().for_each(|(to, bytes)| fs::write(to, bytes).unwrap());
    });
    println!("wall\t{}", cost.wall);
    println!("processor\t{}", cost.processor);
}

/// The most memory that this process has had, in kB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok()).unwrap_or(0)
}
