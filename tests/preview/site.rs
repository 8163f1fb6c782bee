//! A site with a file of every kind that there is.

use crate::folders::write_site;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tempfile::TempDir;

/// The day on which all of it takes place.
pub(crate) const TODAY: &str = "2021-06-01";

/// A picture that is no text.
pub(crate) const LEAF: &[u8] = include_bytes!("../features/pictures/content/images/leaf.png");

const SITE: &str = "\
title: Example accounts
organisation: Example Council
base-url: https://www.example.gov.uk
theme: ours
accent: \"#1d5c7f\"
logo: { image: images/logo.svg, alt: Example Council }
navigation:
  - { label: About, link: about }
  - { label: The plan, link: plan }
  - { label: Accounts, link: local-account }
checks: { account-lacks-part: off, account-hides-weakness: off }
accessibility:
  status: partially
  problems:
    - what: Some pictures are not described.
      criterion: 1.1.1
  days-to-reply: 5
  prepared: 2021-01-20
  reviewed: 2021-01-20
  tested: 2021-01-20
  tested-by: the digital team
";

const GLOSSARY: &str = "\
- name: Carer
  forms: [carers]
  definition: Somebody who helps a relative or friend.
  easy-read: Somebody who helps a friend.
- name: Direct payment
  definition: Money that you spend on care yourself.
- name: Safeguarding Adults Board
  abbreviation: SAB
  definition: People who make sure that adults are safe. Ask a carer.
";

const ABOUT: &str = "\
# About us

We help carers. Read [our plan of last year](local-account/2018-19/01-welcome.md#what-we-plan) and
[the figures](files/figures.csv).

![A tree in our park](images/tree.svg)

A small ![leaf](images/leaf.png) in a line. The SAB meets in May.

> [!NOTE]
> A footnote follows[^1].

[^1]: Here it is.
";

const WELCOME: &str = "\
# Welcome

A direct payment can go to a carer.

## What we plan

More of it. See [what we spent](02-what-we-spent.md).
";

const SPENT: &str = "\
# What we spent

```table
caption: What we spent
columns: [What, Pounds]
rows:
  - [Carers, 100]
  - [Homes, 200]
```

```stats
- value: 2,310
  label: people had long-term support
```
";

/// Tables and a chart from data files, one of which two pages use.
const MONEY: &str = "\
# Our money

```table
caption: What we spent on whom
data: ../../data/spent.csv
columns: [What, { label: Pounds, unit: £ }, { label: Share, share: Pounds, computed: yes }]
totals: [Total]
```

```chart
kind: bar
title: Home care took most of the money
data: ../../data/budget.xlsx
sheet: Budget 2018
range: A2:C6
totals: [Total]
```

```scorecard
caption: How soon people had help
periods: [2018-19, 2019-20]
margin: 2
indicators:
  - label: First contact
    target: 95% within 3 days
    values: [96%, 94%]
    status: nearly met
    note: The telephones failed.
  - { label: Complaints, target: less than 5%, values: [TBC, 1%] }
```
";

/// A workbook.
pub(crate) const BUDGET: &[u8] = include_bytes!("../features/table-data/content/report/data/budget.xlsx");

const FILES: &[(&str, &[u8])] = &[
    ("content/site.yaml", SITE.as_bytes()),
    ("content/glossary.yaml", GLOSSARY.as_bytes()),
    ("content/index.md", b"# Welcome\n\nAll our accounts. Begin with [the newest](doc:local-account/latest).\n"),
    ("content/about.md", ABOUT.as_bytes()),
    (
        "content/plan.md",
        b"---\ntitle: The quagga plan\nstatus: draft\n---\nNobody may read of the quagga. A carer. \
          ![The quagga](images/quagga.svg) and [its figures](files/quagga.csv).\n\n\
          ```table\ncaption: Quaggas\ncolumns: [Name, Number]\nrows:\n  - [Quagga, 7]\n```\n",
    ),
    ("content/later/document.yaml", b"kind: page\ntitle: Quagga, later\npublished: 2021-06-02\n"),
    ("content/later/01-quagga.md", b"# The quagga chapter\n\nUnder embargo: see [the plan](../plan.md).\n"),
    (
        "content/local-account/2018-19/document.yaml",
        b"kind: local-account\ntitle: Local Account 2018 to 2019\nperiod: 2018-19\npublished: 2019-12-01\n",
    ),
    ("content/local-account/2018-19/01-welcome.md", WELCOME.as_bytes()),
    ("content/local-account/2018-19/02-what-we-spent.md", SPENT.as_bytes()),
    (
        "content/local-account/2019-20/document.yaml",
        b"kind: local-account\ntitle: Local Account 2019 to 2020\nperiod: 2019-20\npublished: 2021-01-20\n\
          contact: { phone: 020 8461 7777 }\nheadlines:\n  - { value: \"4,145\", label: people, chapter: welcome }\n",
    ),
    ("content/local-account/2019-20/01-welcome.md", WELCOME.as_bytes()),
    ("content/local-account/2019-20/02-what-we-spent.md", SPENT.as_bytes()),
    (
        "content/local-account/2019-20/easy-read/01-welcome.md",
        b"# Hello\n\n![](people)\n\nWe help carers.\n\n![](/images/tree.svg)\n\nRead [more](../02-what-we-spent.md).\n",
    ),
    ("content/local-account/2019-20/03-our-money.md", MONEY.as_bytes()),
    (
        "content/action-plans/carers/document.yaml",
        b"kind: action-plan\ntitle: Carers plan\npublished: 2020-04-01\npriorities:\n  - id: time\n    title: Time\n    \
          actions:\n      - { id: breaks, text: \"Breaks, for each carer\", lead: Head of Care, timescale: 2020-21 }\n",
    ),
    (
        "content/action-plans/carers/updates/2021-03-31.yaml",
        b"actions:\n  breaks: { status: in-progress, text: \"A carer had one.\" }\n",
    ),
    (
        "content/risks/2020-21-q1/document.yaml",
        b"kind: risk-register\ntitle: Risks\nperiod: 2020-21 Q1\npublished: 2020-08-01\nrisk-bands: [{ label: Low, from: 1 }]\nrisks:\n  \
          - { id: 1, title: No carers, current: { likelihood: 2, impact: 2 }, controls: A carer helps., owner: Head of Care }\n  \
          - { id: 2, title: No money, current: { likelihood: 2, impact: 2 }, controls: Checks, owner: Head of Care }\n",
    ),
    ("content/our-money.md", b"# Our money\n\n```table\ncaption: Money\ndata: data/spent.csv\ntotals: [Total]\n```\n"),
    ("content/data/spent.csv", b"What,Pounds\nCarers,100\nHomes,200\nTotal,300\n"),
    ("content/data/budget.xlsx", BUDGET),
    (
        "content/cyfrif/document.yaml",
        b"kind: page\ntitle: Ein cyfrif\nlanguage: cy\nperiod: 2019-20\npublished: 2021-01-20\n",
    ),
    ("content/cyfrif/01-croeso.md", "# Croeso\n\nGeiriau, tŷ a thŵr.\n".as_bytes()),
    ("content/images/logo.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"60\"/>\n"),
    (
        "content/images/tree.svg",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 80\"><rect width=\"120\" height=\"80\"/></svg>\n",
    ),
    ("content/images/quagga.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n"),
    ("content/images/unused.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"2\"/>\n"),
    ("content/images/leaf.png", LEAF),
    ("content/files/figures.csv", b"what,pounds\ncarers,100\n"),
    ("content/files/quagga.csv", b"quagga,1\n"),
    ("themes/ours/style/99-ours.css", b".stat { color: #333333; background: url(\"leaf.svg\"); }\n"),
    ("themes/ours/assets/leaf.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
    ("themes/ours/strings/en.yaml", b"not_found_title: Nothing & nobody here\n"),
    ("themes/ours/templates/_feedback.html", b"<p class=\"feedback\">Tell {{ site.organisation }}</p>\n"),
];

/// The files of the site, by their path.
pub(crate) fn files() -> BTreeMap<String, Vec<u8>> {
    FILES.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect()
}

/// The site in a folder of its own.
pub(crate) fn site() -> TempDir {
    let folder = write_site(FILES.iter().copied());
    // Where the folder for temporary files is a link, the preview would name another.
    assert!(folder.path().canonicalize().is_ok());
    folder
}

/// What is at a path: a folder, a link, or a file with its size and bytes; and when it was written.
pub(crate) type Facts = (String, Vec<u8>, Option<SystemTime>);

/// Everything below a folder. Whoever writes there, or makes a file and takes it away again,
/// leaves a trace in it: the time of a folder tells of the second.
pub(crate) fn facts(folder: &Path) -> BTreeMap<PathBuf, Facts> {
    let fact = |entry: walkdir::DirEntry| {
        let metadata = entry.metadata().unwrap();
        let bytes = if metadata.is_file() { fs::read(entry.path()).unwrap() } else { Vec::new() };
        (entry.path().to_owned(), (format!("{:?}", metadata.file_type()), bytes, metadata.modified().ok()))
    };
    walkdir::WalkDir::new(folder).into_iter().map(|entry| fact(entry.unwrap())).collect()
}
