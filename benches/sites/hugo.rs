//! The same site for Hugo: the same chapters behind plain templates, with a list of the
//! document's chapters on each page. It has no glossary, no checks and no whole documents,
//! so it does less; it is here for scale.

use crate::council::CHAPTERS;
use std::collections::BTreeMap;

/// The files of the site.
pub(crate) fn site(ours: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for (path, text) in ours {
        let Some(inside) = path.strip_prefix("content/") else { continue };
        let text = match inside.rsplit_once('/').map_or(inside, |(_, name)| name) {
            "site.yaml" | "glossary.yaml" => continue,
            "index.md" => {
                files.insert("content/_index.md".into(), text.clone());
                continue;
            }
            "document.yaml" => {
                let title = text.lines().find(|line| line.starts_with("title:")).unwrap_or_default();
                files.insert(path.replace("document.yaml", "_index.md"), format!("---\n{title}\n---\n"));
                continue;
            }
            _ => text.replace("doc:", "/").replace(".md#", "/#"),
        };
        files.insert(path.clone(), text);
    }
    let fixed = [
        (
            "config.toml",
            "baseURL = \"https://www.example.org/\"\ntitle = \"County Accounts\"\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\"]\n[markup.highlight]\ncodeFences = false\n",
        ),
        ("layouts/_default/baseof.html", BASE),
        ("layouts/_default/single.html", SINGLE),
        ("layouts/_default/list.html", LIST),
        ("layouts/index.html", LIST),
        ("layouts/404.html", "<h1>Page not found</h1>"),
    ];
    files.extend(fixed.map(|(path, text)| (path.to_owned(), text.to_owned())));
    debug_assert!(files.len() > CHAPTERS);
    files
}

const BASE: &str = "<!doctype html>
<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title>
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">{{ with .Params.summary }}<meta name=\"description\" content=\"{{ . }}\">{{ end }}
<link rel=\"canonical\" href=\"{{ .Permalink }}\"></head>
<body><a href=\"#main\">Skip to main content</a><header><a href=\"/\">{{ site.Title }}</a></header>
<nav aria-label=\"Breadcrumbs\"><ol>{{ range .Ancestors.Reverse }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ol></nav>
<main id=\"main\">{{ block \"main\" . }}{{ end }}</main><footer>Published by the county council.</footer></body></html>
";

const SINGLE: &str = "{{ define \"main\" }}<nav><ol>{{ $here := . }}{{ range .CurrentSection.RegularPages }}<li><a href=\"{{ .RelPermalink }}\"{{ if eq . $here }} aria-current=\"page\"{{ end }}>{{ .Title }}</a></li>{{ end }}</ol></nav>
<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p><p>{{ .ReadingTime }} minutes to read</p>
{{ .TableOfContents }}{{ .Content }}
{{ with .NextInSection }}<a rel=\"prev\" href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}{{ with .PrevInSection }}<a rel=\"next\" href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}{{ end }}
";

const LIST: &str = "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
";
