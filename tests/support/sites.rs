//! Sites on disk, read and rendered in memory the way the commands do it.

use candour::figure::parse_date;
use candour::publish::{Produced, Silent, SiteFolder, produce};
use candour::site::Options;
use std::path::Path;

/// The day on which all tests take place, unless they say otherwise.
const TODAY: &str = "2021-06-01";

/// Reads options written as `today: DATE`, `drafts: yes` and `base-url: URL`, one on a line.
pub(crate) fn read_options(text: &str) -> Options {
    let mut options = Options { today: parse_date(TODAY).unwrap(), drafts: false, base_url: None, advice: true };
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match line.split_once(": ").map(|(name, value)| (name.trim(), value.trim())) {
            Some(("today", date)) => options.today = parse_date(date).unwrap(),
            Some(("drafts", "yes")) => options.drafts = true,
            Some(("base-url", url)) => options.base_url = Some(url.to_owned()),
            _ => panic!("not an option: {line}"),
        }
    }
    options
}

/// Produces the site of a folder in memory.
pub(crate) fn produce_site(folder: &Path, options: &Options) -> Produced {
    produce(&SiteFolder::open(folder).unwrap(), options, &Silent).unwrap()
}
