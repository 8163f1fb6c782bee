//! What must hold whatever an author types.

use candour::diagnostic::{Diagnostic, FileId, Span};
use candour::prose::scorecard::settle_scorecard;
use candour::prose::{
    Block, BlockKind, Href, HtmlOptions, Inline, InlineKind, Picture, PictureSource, Prose, Resolver, Target, Visitor,
    Words, blocks_mut, inline_html, parse_easy_read, parse_inline, parse_prose, prose_html, prose_text, visit,
};
use candour::source::{Excerpt, Value, Yaml, parse_yaml, split_front_matter};
use proptest::prelude::*;

struct Plain;

impl Words for Plain {
    fn word(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        arguments.iter().fold(key.to_owned(), |text, (_, value)| format!("{text} {value}"))
    }
}

impl Resolver for Plain {
    fn href(&self, target: &Target) -> Option<Href> {
        let url = match target {
            Target::Term(id) => format!("#term-{id}"),
            Target::Document(path, _) | Target::File(path, _) => format!("../{path}"),
            Target::Elsewhere(url) => url.clone(),
            Target::Figure(reference) => format!("../figures/{}", reference.id),
            Target::Anchor(_) | Target::Broken => return None,
        };
        Some(Href { url, external: true })
    }

    fn picture(&self, picture: &Picture) -> Option<PictureSource> {
        Some(PictureSource::File { src: picture.path.clone(), size: None })
    }
}

const PAGE: HtmlOptions<'_> =
    HtmlOptions { words: &Plain, resolver: &Plain, anchor_prefix: "", under: None, heading_shift: 0, places: None };

/// Texts that look like what people write, cut and joined in every way.
fn fragments() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "# ",
        "## ",
        "#### ",
        "{#a}",
        "{role=x}",
        "\n",
        "\n\n",
        "\r\n",
        "- ",
        "  ",
        "\t",
        "1. ",
        "> ",
        "> [!NOTE]\n",
        "> [!NOPE]\n",
        "```",
        "```stats\n",
        "```table\n",
        "```contact\n",
        "```case-study\n",
        "~~~",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "[",
        "](",
        ")",
        "[^1]",
        "[^1]: ",
        "[a]: b\n",
        "![",
        "<",
        ">",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<script>alert(1)</script>",
        "<div\n",
        "javascript:",
        "https://x.org",
        "term:x",
        "doc:y#z",
        "\"decorative\"",
        "|",
        "| a | b |\n",
        "|---|---|\n",
        "Table: ",
        "---\n",
        "value: 1",
        "label: x",
        "label:",
        "title: ",
        "text: |\n  ",
        "rows:\n  - [a, b]\n",
        "columns: [a, b]\n",
        "phone: 020",
        ": ",
        "- [",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "@x",
        "%",
        "&a ",
        "*a ",
        "!t ",
        "|\n",
        ">\n",
        "é",
        "£",
        "\u{a0}",
        "\u{feff}",
        "😀",
        "\\",
        "&amp;",
        "&#0;",
        "\0",
        "words",
        "- [x] ",
        "- [ ] ",
        "\u{2028}",
        "x\u{301}",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![3 => fragments(), 1 => any::<String>(), 1 => (fragments(), any::<String>(), fragments()).prop_map(|(a, b, c)| a + &b + &c)]
}

fn inside(span: Span, text: &str, what: &str) -> Result<(), TestCaseError> {
    let range = span.range();
    prop_assert!(text.get(range.clone()).is_some(), "{what}: {range:?} of {} in {text:?}", text.len());
    Ok(())
}

fn all_inside(diagnostics: &[Diagnostic], text: &str) -> Result<(), TestCaseError> {
    for diagnostic in diagnostics {
        inside(diagnostic.span, text, diagnostic.rule.code)?;
        for label in &diagnostic.labels {
            inside(label.span, text, diagnostic.rule.code)?;
        }
    }
    Ok(())
}

fn inlines_inside(inlines: &[Inline], text: &str) -> Result<(), TestCaseError> {
    for inline in inlines {
        inside(inline.span, text, "inline")?;
        match &inline.kind {
            InlineKind::Emphasis(content) | InlineKind::Strong(content) | InlineKind::Strikethrough(content) => {
                inlines_inside(content, text)?
            }
            InlineKind::Link(link) => inlines_inside(&link.content, text)?,
            _ => {}
        }
    }
    Ok(())
}

fn blocks_inside(blocks: &[Block], text: &str) -> Result<(), TestCaseError> {
    for block in blocks {
        inside(block.span, text, "block")?;
        match &block.kind {
            BlockKind::Paragraph(content) => inlines_inside(content, text)?,
            BlockKind::Heading(heading) => inlines_inside(&heading.content, text)?,
            BlockKind::Quote(blocks) | BlockKind::Alert(_, blocks) => blocks_inside(blocks, text)?,
            BlockKind::List(list) => list.items.iter().try_for_each(|item| blocks_inside(&item.blocks, text))?,
            BlockKind::Table(table) => {
                for row in &table.rows {
                    prop_assert_eq!(row.cells.len(), table.columns.len());
                    row.cells.iter().try_for_each(|cell| inlines_inside(&cell.content, text))?;
                }
            }
            BlockKind::CaseStudy(story) => blocks_inside(&story.text.blocks, text)?,
            BlockKind::Illustrated(pair) => {
                inside(pair.picture.span, text, "picture")?;
                blocks_inside(&pair.blocks, text)?;
            }
            BlockKind::Scorecard(card) => {
                for kpi in &card.indicators {
                    inside(kpi.span, text, "an indicator")?;
                    inside(kpi.target.span, text, "a target")?;
                    prop_assert_eq!(kpi.values.len(), card.periods.len());
                    kpi.values.iter().try_for_each(|cell| inside(cell.span, text, "a value"))?;
                    kpi.lines().try_for_each(|line| inlines_inside(line, text))?;
                    blocks_inside(&kpi.note.blocks, text)?;
                }
            }
            BlockKind::Commitments(_) | BlockKind::Outcomes(_) | BlockKind::Actions(_) => promises_inside(block, text)?,
            _ => {}
        }
    }
    Ok(())
}

/// Commitments, outcomes and chosen actions, with the places of all that they name.
fn promises_inside(block: &Block, text: &str) -> Result<(), TestCaseError> {
    let mut places = Vec::new();
    match &block.kind {
        BlockKind::Commitments(all) => {
            for one in all {
                places.extend([one.span, one.id.span]);
                places.extend(one.timescale.iter().map(|due| due.span));
                places.extend(one.action.iter().map(|action| action.span));
                prop_assert!(one.action.iter().all(|action| action.value.document.is_some()));
                inlines_inside(&one.text, text)?;
                one.measures.iter().try_for_each(|measure| inlines_inside(measure, text))?;
            }
        }
        BlockKind::Outcomes(all) => {
            for one in all {
                places.extend([one.span, one.commitment.span]);
                blocks_inside(&one.text.blocks, text)?;
                inlines_inside(&one.evidence, text)?;
                prop_assert!(one.evidence.iter().all(|piece| matches!(piece.kind, InlineKind::Link(_))));
            }
        }
        BlockKind::Actions(chosen) => {
            let lists = [&chosen.ids, &chosen.priorities, &chosen.leads, &chosen.statuses];
            places.push(chosen.plan.span);
            places.extend(lists.into_iter().flatten().map(|one| one.span));
        }
        _ => {}
    }
    places.into_iter().try_for_each(|place| inside(place, text, "a promise"))
}

/// Bodies of the components about promises, nearly as people write them.
fn promises() -> impl Strategy<Value = String> {
    let field = prop::sample::select(vec![
        "- id: cafe\n",
        "- id: Two words\n",
        "- commitment: cafe\n",
        "- commitment: account/2019-20#cafe\n",
        "- commitment: ../#é\n",
        "  text: Open a [café](#cafe) for **£20**\n",
        "  text: |\n    Words.[^1]\n\n    [^1]: A note.\n\n    - é\n",
        "  text: >\n    > [!NOTE]\n    > words\n",
        "  text: |\n    ```outcomes\n    - commitment: cafe\n    ```\n",
        "  lead: [Head, \"Forum, the\"]\n",
        "  lead: Head\n",
        "  timescale: 2019-20\n",
        "  timescale: é\n",
        "  measures:\n    - One\n    - [1](figure:a@2019-20/change)\n",
        "  measures: One\n",
        "  action: plans/warm#roof\n",
        "  action: roof\n",
        "  outcome: kept\n",
        "  outcome: néver\n",
        "  evidence: {figure: a@2019-20, action: p#a, document: \"doc:b/c#d\"}\n",
        "  evidence:\n    - figure: a b\n    - document: é#é#é\n    - {}\n",
        "  evidence: words\n",
        "plan: plans/warm\n",
        "actions: [roof, wall]\n",
        "priority: heat\n",
        "status: [overdue, é]\n",
        "\n",
        "\t",
        "- ",
        "  ",
    ]);
    let bytes = prop::collection::vec(any::<u8>(), 0..12);
    let garbage = bytes.prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let piece = prop_oneof![12 => field.prop_map(str::to_owned), 1 => garbage, 1 => fragments()];
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

fn scorecards() -> impl Strategy<Value = String> {
    let field = prop::sample::select(vec![
        "periods: [2019-20 Q1, 2019-20 Q2]\n",
        "periods: [{ period: 2019-20 Q1, from: é }]\n",
        "periods: [2020, é, 2019]\n",
        "caption: *é*\n",
        "margin: 5%\n",
        "margin: £é\n",
        "indicators:\n",
        "  - label: First [contact](#é)\n",
        "  - { label: A, target: 95%, values: [96%, 94%], status: met }\n",
        "    target: 95% within 3 days\n",
        "    target: \"[](figure:a)\"\n",
        "    target: between 5 and £10k\n",
        "    target: less than 5%\n",
        "    values: [90%, \"<5\"]\n",
        "    values: [£1.5m, 12 days, é]\n",
        "    values: 3\n",
        "    status: [amber, né]\n",
        "    status: not met\n",
        "    group: é\n",
        "    better: lower\n",
        "    note: |\n      Words.[^1]\n\n      [^1]: A note.\n\n      - é\n",
        "    note: |\n      ```scorecard\n      caption: é\n      ```\n",
        "data: é.csv\n",
        "columns: { target: é }\n",
        "\n",
        "\t",
        "  - ",
    ]);
    let bytes = prop::collection::vec(any::<u8>(), 0..12);
    let garbage = bytes.prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let piece = prop_oneof![16 => field.prop_map(str::to_owned), 1 => garbage, 1 => fragments()];
    let pieces = prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat());
    let head = "periods: [2019-20 Q1, 2019-20 Q2]\nindicators:\n  - label: A\n    values: [1%, 2%]\n";
    prop_oneof![pieces.clone(), pieces.prop_map(move |pieces| format!("{head}{pieces}"))]
}

fn yaml_inside(yaml: &Yaml, text: &str) -> Result<(), TestCaseError> {
    inside(yaml.span, text, "yaml")?;
    match &yaml.value {
        Value::Null => Ok(()),
        Value::Text(scalar) => {
            let own = &scalar.excerpt.text;
            let mut from = 0;
            for (at, _) in own.char_indices().chain([(own.len(), ' ')]) {
                inside(scalar.excerpt.span(from..at), text, "scalar")?;
                from = at;
            }
            Ok(())
        }
        Value::List(list) => list.iter().try_for_each(|item| yaml_inside(item, text)),
        Value::Map(fields) => fields
            .iter()
            .try_for_each(|(key, value)| inside(key.span, text, "key").and_then(|()| yaml_inside(value, text))),
    }
}

/// Every `<` begins a tag that this program writes, and tags are closed in their order.
fn well_formed(html: &str) -> Result<(), TestCaseError> {
    const KNOWN: &[&str] = &[
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "hr",
        "strong",
        "em",
        "del",
        "code",
        "pre",
        "div",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "span",
        "sup",
        "a",
        "section",
        "img",
        "figure",
        "figcaption",
        "br",
        "dl",
        "dt",
        "dd",
        "address",
        "svg",
        "path",
        "circle",
    ];
    let mut open: Vec<&str> = Vec::new();
    for piece in html.split('<').skip(1) {
        let Some((tag, rest)) = piece.split_once('>') else {
            return Err(TestCaseError::fail(format!("a loose < in {html}")));
        };
        prop_assert!(!rest.contains('>'), "a loose > in {}", html);
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        prop_assert!(KNOWN.contains(&name), "<{}> in {}", name, html);
        if tag.starts_with('/') {
            prop_assert_eq!(open.pop(), Some(name), "in {}", html);
        } else if !matches!(name, "hr" | "br" | "img" | "path" | "circle") {
            open.push(name);
        }
    }
    prop_assert!(open.is_empty(), "{:?} open in {}", open, html);
    for entity in html.split('&').skip(1) {
        prop_assert!(
            ["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|known| entity.starts_with(known)),
            "a loose & in {}",
            html
        );
    }
    for address in html.split("href=\"").skip(1) {
        let address = address.split('"').next().unwrap_or_default();
        let safe =
            ["#", "../", "https://", "http://", "mailto:", "tel:"].iter().any(|start| address.starts_with(start));
        prop_assert!(safe, "href {}", address);
    }
    Ok(())
}

fn ids_unique(html: &str) -> Result<(), TestCaseError> {
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    prop_assert_eq!(ids.len(), all, "an id twice in {}", html);
    Ok(())
}

#[derive(Default)]
struct Headings(Vec<u8>);

impl Visitor for Headings {
    fn heading(&mut self, heading: &candour::prose::Heading, _: Span) {
        self.0.push(heading.level);
    }
}

fn levels_in_order(prose: &Prose) -> Result<(), TestCaseError> {
    let mut headings = Headings::default();
    // Notes come last in a visit and not in the text.
    visit(&Prose { footnotes: Vec::new(), ..prose.clone() }, &mut headings);
    let noted = !prose.footnotes.is_empty();
    let mut above = 1;
    for level in headings.0 {
        prop_assert!((2..=6).contains(&level) && (noted || level <= above + 1));
        above = level;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_prose(text in texts()) {
        let source = Excerpt::verbatim(FileId(0), 0, &text);
        let mut out = Vec::new();
        let prose = parse_prose(&source, &mut out);
        all_inside(&out, &text)?;
        blocks_inside(&prose.blocks, &text)?;
        prose.footnotes.iter().try_for_each(|note| blocks_inside(&note.blocks, &text))?;
        levels_in_order(&prose)?;
        let html = prose_html(&prose, &PAGE);
        well_formed(&html)?;
        ids_unique(&html)?;
        prop_assert!(!html.contains("<script"));
        prose_text(&prose);
        let mut again = Vec::new();
        prop_assert_eq!(&prose, &parse_prose(&source, &mut again));
        prop_assert_eq!(format!("{out:?}"), format!("{again:?}"));
    }

    #[test]
    fn any_text_is_easy_read(text in texts()) {
        let mut out = Vec::new();
        let prose = parse_easy_read(&Excerpt::verbatim(FileId(0), 0, &text), &mut out);
        all_inside(&out, &text)?;
        blocks_inside(&prose.blocks, &text)?;
        well_formed(&prose_html(&prose, &PAGE))?;
    }

    #[test]
    fn any_text_is_a_line(text in texts()) {
        let mut out = Vec::new();
        let inlines = parse_inline(&Excerpt::verbatim(FileId(0), 0, &text), &mut out);
        all_inside(&out, &text)?;
        inlines_inside(&inlines, &text)?;
        well_formed(&inline_html(&inlines, &PAGE))?;
    }

    #[test]
    fn any_text_is_yaml_or_a_mistake(text in texts()) {
        let mut out = Vec::new();
        let (yaml, sound) = parse_yaml(&Excerpt::verbatim(FileId(0), 0, &text), &mut out);
        all_inside(&out, &text)?;
        prop_assert!(sound || !out.is_empty());
        prop_assert!(yaml.is_some() || !sound);
        yaml.iter().try_for_each(|yaml| yaml_inside(yaml, &text))?;
    }

    #[test]
    fn any_component_body_is_decoded(name in prop::sample::select(vec!["stats", "table", "contact", "case-study", "chart", "scorecard", "commitments", "outcomes", "actions"]), body in texts()) {
        let text = format!("> ~~~{name}\n> {}\n> ~~~\n", body.replace('\n', "\n> "));
        let mut out = Vec::new();
        let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, &text), &mut out);
        all_inside(&out, &text)?;
        blocks_inside(&prose.blocks, &text)?;
        well_formed(&prose_html(&prose, &PAGE))?;
    }

    #[test]
    fn any_scorecard_is_decoded_and_judged(body in scorecards(), quoted in any::<bool>()) {
        let text = match quoted {
            true => format!("> ~~~~scorecard\n> {}\n> ~~~~\n", body.replace('\n', "\n> ")),
            false => format!("# é\r\n\r\n~~~~scorecard\n{body}\n~~~~\n"),
        };
        let mut out = Vec::new();
        let mut prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, &text), &mut out);
        blocks_mut(&mut prose, &mut |block| {
            if let BlockKind::Scorecard(card) = &mut block.kind {
                settle_scorecard(card, &mut out);
            }
        });
        all_inside(&out, &text)?;
        blocks_inside(&prose.blocks, &text)?;
        well_formed(&prose_html(&prose, &PAGE))?;
        prose_text(&prose);
    }

    #[test]
    fn any_promises_are_decoded(name in prop::sample::select(vec!["commitments", "outcomes", "actions"]), body in promises(), quoted in any::<bool>()) {
        let text = match quoted {
            true => format!("> ~~~~{name}\n> {}\n> ~~~~\n", body.replace('\n', "\n> ")),
            false => format!("# é\r\n\r\n~~~~{name}\n{body}\n~~~~\n"),
        };
        let mut out = Vec::new();
        let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, &text), &mut out);
        all_inside(&out, &text)?;
        blocks_inside(&prose.blocks, &text)?;
        prose.footnotes.iter().try_for_each(|note| blocks_inside(&note.blocks, &text))?;
        well_formed(&prose_html(&prose, &PAGE))?;
        prose_text(&prose);
    }

    #[test]
    fn any_file_splits_into_front_matter_and_body(text in texts()) {
        let mut out = Vec::new();
        let parts = split_front_matter(FileId(0), &text, &mut out);
        all_inside(&out, &text)?;
        prop_assert!(text.ends_with(&parts.body.text));
    }
}

/// Each of these makes a naive reader look at the whole text once for each of its parts.
#[test]
fn hostile_texts_end_in_good_time() {
    let many = |piece: &str| piece.repeat(100_000 / piece.len());
    let texts = [
        many("[aa]"),
        many("[aa]("),
        many("[aa] ("),
        many("[^"),
        many("[^a]"),
        many("<b>"),
        many("<b1></b2>"),
        many("<!--"),
        many("<!-- -->\n\n"),
        many("`"),
        many("*a_"),
        many("# a\n"),
        many("# a {#a}\n"),
        many("| a "),
        many("|"),
        "| a | b |\n|--|--|\n".to_owned() + &many("| c\n"),
        many("> "),
        many("- a\n"),
        many("![x]("),
        many("[x]: y\n") + &many("[aa]"),
        many("[^1]: a\n\n"),
        many("a[^1]") + "\n\n[^1]: b",
        many("```stats\n```\n"),
        many("&amp;"),
        many("\\"),
        many("\u{a0}"),
        "```table\ncolumns: [a]\nrows:\n".to_owned() + &many("- [1]\n") + "```",
        "```stats\n".to_owned() + &many("- value: 1\n") + "```",
        "```commitments\n".to_owned() + &many("- id: a\n  text: b\n") + "```",
        "```scorecard\nperiods: [2020]\nindicators:\n".to_owned()
            + &many("- { label: a, target: 1%, values: [1%], note: b }\n")
            + "```",
        "```outcomes\n".to_owned() + &many("- commitment: a\n  outcome: kept\n  text: b[^1]\n") + "```",
        "```outcomes\n".to_owned() + &many("- commitment: a#b\n  evidence: [{document: a}]\n") + "```",
        "```actions\nplan: a\nactions: [".to_owned() + &many("a, ") + "]\n```",
    ];
    let yaml = [
        many("a: b\n"),
        many("- a\n"),
        many("["),
        many("a [ a "),
        many("{a: b}, "),
        "a: [".to_owned() + &many("b, "),
        many(" "),
        many("\u{a0}"),
        many("- "),
        many("a: "),
        many("\""),
        many("'a' "),
        many("a: b: c\n"),
        many("\ta: b\n"),
        many("@"),
        many("a: @b\n"),
        many("---\n"),
        many("#"),
        "a: {".to_owned() + &many("b: c, ") + "}",
        many("&a "),
        many("!a "),
    ];
    for text in texts.iter().chain(&yaml) {
        let begun = std::time::Instant::now();
        let source = Excerpt::verbatim(FileId(0), 0, text);
        prose_html(&parse_prose(&source, &mut Vec::new()), &PAGE);
        parse_inline(&source, &mut Vec::new());
        parse_yaml(&source, &mut Vec::new());
        let shown: String = text.chars().take(12).collect();
        println!("{:?} {shown:?}", begun.elapsed());
        assert!(begun.elapsed().as_secs() < 20, "{shown:?} took {:?}", begun.elapsed());
    }
}
