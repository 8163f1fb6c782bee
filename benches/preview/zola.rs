//! The same site for Zola: the same chapters behind templates as plain as those for Hugo. It
//! has no glossary, no checks and no whole documents.

use std::collections::BTreeMap;

/// The files of the site.
pub(crate) fn site(ours: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for (path, text) in ours {
        let name = path.rsplit('/').next().unwrap_or_default();
        match name {
            "site.yaml" | "glossary.yaml" => {}
            "index.md" | "document.yaml" => {
                let title = text.lines().find(|line| line.starts_with("title:")).unwrap_or("title: Accounts");
                files.insert(path.replace(name, "_index.md"), format!("---\n{title}\n---\n"));
            }
            _ => drop(files.insert(path.clone(), text.replace("doc:", "/").replace(".md#", "/#"))),
        }
    }
    let fixed = [
        ("config.toml", "base_url = \"https://www.example.org\"\ntitle = \"County Accounts\"\n"),
        ("templates/page.html", PAGE),
        ("templates/section.html", LIST),
        ("templates/index.html", LIST),
    ];
    files.extend(fixed.map(|(path, text)| (path.to_owned(), text.to_owned())));
    files
}

const PAGE: &str = "<!doctype html>
<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{{ page.title }}</title></head>
<body><header><a href=\"/\">{{ config.title }}</a></header><main>{% set section = get_section(path=page.ancestors | last) %}
<nav><ol>{% for other in section.pages %}<li><a href=\"{{ other.permalink }}\">{{ other.title }}</a></li>{% endfor %}</ol></nav>
<h1>{{ page.title }}</h1>{{ page.content | safe }}</main></body></html>
";

const LIST: &str = "<!doctype html>
<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{{ section.title }}</title></head>
<body><main><h1>{{ section.title }}</h1><ul>{% for page in section.pages %}<li><a href=\"{{ page.permalink }}\">{{ page.title }}</a></li>{% endfor %}</ul></main></body></html>
";
