//! Known faults in the preview: not shown, only counted, and told again where the line is edited.

use crate::built::{build, wait_until_just_as_built};
use crate::running::Preview;
use crate::site::site;
use candour::content::checks::Baseline;
use std::fs;

#[test]
fn known_faults_are_counted_and_new_ones_are_shown() {
    let site = site();
    let about = site.path().join("content/about.md");
    let text = fs::read_to_string(&about).unwrap();
    fs::write(&about, format!("{text}\nSee [here](local-account/2019-20/01-welcome.md).\n")).unwrap();
    let preview = Preview::of(site.path());
    let shows = |words: &'static str, there: bool| {
        preview.wait_for("about", words, |state| {
            state["checking"] == false && state["diagnostics_html"].as_str().unwrap().contains(words) == there
        });
    };
    shows("the link words", true);
    let built = build(site.path());
    let mut baseline = Baseline::new("2021-06-01".parse().unwrap());
    built.diagnostics.iter().filter(|told| Baseline::takes(told)).for_each(|told| baseline.add(told, &built.sources));
    assert!(!baseline.is_empty());
    fs::write(site.path().join("content/baseline.yaml"), baseline.text()).unwrap();
    shows("the link words", false);
    wait_until_just_as_built(&preview);
    assert_eq!(build(site.path()).untold.known(), baseline.len());
    // The lines move, and then the line is another one.
    fs::write(
        &about,
        format!(
            "{}\nSee [here](local-account/2019-20/01-welcome.md).\n",
            text.replacen("\n\n", "\n\nNew words.\n\n", 1)
        ),
    )
    .unwrap();
    preview.wait_to_show("/about/", "New words.");
    wait_until_just_as_built(&preview);
    shows("the link words", false);
    fs::write(&about, format!("{text}\nLook [here](local-account/2019-20/01-welcome.md).\n")).unwrap();
    shows("the link words", true);
}
