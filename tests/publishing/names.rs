//! Content whose names no page could write is named, not passed over in silence.

use candour::publish::SiteFolder;
use candour::source::Files;
use std::fs;

#[cfg(unix)]
#[test]
fn names_that_a_site_cannot_use_are_said() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    for name in [&b"report: final.md"[..], b"back\\slash.md", b"latin-\xe9.md"] {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir(site.path().join("content")).unwrap();
        if fs::write(site.path().join("content").join(OsStr::from_bytes(name)), "").is_err() {
            continue; // a file system that has no such names
        }
        let failure = SiteFolder::open(site.path()).unwrap().list().unwrap_err();
        assert!(failure.to_string().contains("rename it"), "{failure}");
    }
}

#[test]
fn hidden_files_may_have_any_name() {
    let site = tempfile::tempdir().unwrap();
    fs::create_dir(site.path().join("content")).unwrap();
    let written = fs::write(site.path().join("content/.lock:7"), "");
    assert!(SiteFolder::open(site.path()).unwrap().list().is_ok_and(|list| list.is_empty()) || written.is_err());
}
