//! `candour figures`: what it lists, line by line.

use super::{candour, site, write_file};
use tempfile::TempDir;

/// A site with indicators, and a figure that two documents have each for itself.
fn site_with_figures() -> TempDir {
    let site = site();
    let files: [(&str, &str); 8] = [
        (
            "indicators.yaml",
            "- id: carers\n  label: Carers\n  unit: people\n- id: all-carers\n  label: All carers\n  unit: people\n",
        ),
        ("a/document.yaml", "kind: page\ntitle: A\nperiod: 2019-20\nheadlines:\n  - figure: carers\n"),
        ("a/figures.yaml", "carers: 1,884\nall-carers: 3,768\nvan: { label: Van, unit: visits, value: 57 }\n"),
        ("a/01-one.md", "# One\n\nWe helped [1,884](figure:carers) carers in [57](figure:van) visits.\n"),
        (
            "a/02-two.md",
            "# Two\n\nThat is [50%](figure:carers/share/all-carers).\n\n[1,900](figure:carers \"another count\") and 312.\n",
        ),
        ("b/document.yaml", "kind: page\ntitle: B\nperiod: 2019-20\n"),
        ("b/figures.yaml", "van: { label: Van, unit: visits, value: 12 }\n"),
        ("b/01-one.md", "# One\n\nThe van came [12](figure:van) times.\n"),
    ];
    for (path, text) in files {
        write_file(site.path(), &format!("content/{path}"), text.as_bytes());
    }
    site
}

#[test]
fn each_figure_is_listed_with_its_values_and_quotations() {
    let site = site_with_figures();
    let wanted = "\
all-carers (All carers)
  2019-20                 3,768  content/a/figures.yaml:2:13
  quoted: content/a/02-two.md:3:9
carers (Carers)
  2019-20                 1,884  content/a/figures.yaml:1:9
  quoted: content/a/document.yaml:5:13
  quoted: content/a/01-one.md:3:11
  quoted: content/a/02-two.md:3:9
  differs, with a reason: content/a/02-two.md:5:1
van (Van, of a only)
  2019-20                    57  content/a/figures.yaml:3:41
  quoted: content/a/01-one.md:3:44
van (Van, of b only)
  2019-20                    12  content/b/figures.yaml:1:41
  quoted: content/b/01-one.md:3:14
1 number differs from what it should be, for a stated reason
1 number in the text is not checked:
               312  content/a/02-two.md:5:44

";
    assert_eq!(candour("figures {}", site.path()).ends_with(0).out, wanted);
}

#[test]
fn only_the_unchecked_numbers_on_request() {
    let site = site_with_figures();
    let wanted = "1 number in the text is not checked:\n               312  content/a/02-two.md:5:44\n\n";
    assert_eq!(candour("figures {} --unchecked", site.path()).ends_with(0).out, wanted);
}
