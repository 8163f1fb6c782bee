//! Linking in small trees.

use super::super::trees::{at, block, link, paragraph, prose, shown, soft_break, strong, term, text, text_at};
use super::*;
use crate::prose::component::CaseStudy;
use crate::prose::tree::{AlertKind, Cell, Column, Footnote, Heading, Item, List, Row};

fn matcher() -> Matcher {
    Matcher::new(&[term("Carer", "", &[]), term("Direct payment", "", &[]), term("Care Act", "", &[])])
}

/// The text of a paragraph after linking.
fn linked(content: Vec<Inline>) -> String {
    let mut content = content;
    matcher().link_inlines(&mut content, "");
    shown(&content)
}

#[test]
fn the_first_occurrence_of_each_term_is_linked() {
    let mut text = prose(vec![
        paragraph(vec![text_at(10, "A carer and carers with direct payments.")]),
        paragraph(vec![text("Carers under the Care\u{a0}Act.")]),
    ]);
    let uses = matcher().link(&mut text);
    let contents: Vec<String> = text
        .blocks
        .iter()
        .map(|block| match &block.kind {
            BlockKind::Paragraph(content) => shown(content),
            _ => String::new(),
        })
        .collect();
    assert_eq!(contents, ["A [carer] and carers with [direct payments].", "Carers under the [Care\u{a0}Act]."]);
    let places: Vec<(&str, Span)> = uses.first.iter().map(|(id, span)| (id.as_str(), *span)).collect();
    assert_eq!(places, [("Care Act", at(17, 9)), ("Carer", at(12, 5)), ("Direct payment", at(34, 15))]);
}

#[test]
fn a_term_may_run_over_siblings_but_not_over_emphasis() {
    let entity = Inline { span: at(6, 6), kind: InlineKind::Text("’".into()) };
    let mut content = vec![text_at(0, "every "), text_at(6, "carer"), entity, text_at(17, "s"), soft_break(18)];
    content.extend([text_at(19, "direct"), soft_break(25), text_at(26, "payment, "), text_at(35, "x")]);
    let uses = matcher().link_inlines(&mut content, "");
    assert_eq!(shown(&content), "every [carer’s]\n[direct\npayment], x");
    assert_eq!(uses.first.get("Direct payment"), Some(&at(19, 14)));
    let kinds: Vec<usize> = content.iter().map(|inline| inline.span.range().len()).collect();
    assert_eq!(kinds, [6, 12, 1, 14, 2, 1]);
    assert_eq!(linked(vec![text("direct "), strong(vec![text("payment")])]), "direct payment");
    assert_eq!(linked(vec![strong(vec![text("the carer")]), text(" came")]), "the [carer] came");
    assert_eq!(linked(vec![strong(vec![text("carer")]), text("ish")]), "carerish");
    assert_eq!(linked(vec![text("s"), strong(vec![text("carer")])]), "scarer");
    let code = Inline { span: at(0, 0), kind: InlineKind::Code("carer".into()) };
    assert_eq!(linked(vec![code, text("carer carer")]), "carercarer [carer]");
}

#[test]
fn possessives_belong_to_the_link_and_closing_quotes_do_not() {
    assert_eq!(linked(vec![text("a carer's day")]), "a [carer's] day");
    assert_eq!(linked(vec![text("our carers’ days")]), "our [carers’] days");
    assert_eq!(linked(vec![text("‘carers’ means")]), "‘[carers]’ means");
    assert_eq!(linked(vec![text("for carers’.")]), "for [carers]’.");
}

#[test]
fn a_term_linked_by_hand_is_left_to_the_author() {
    let by_hand = link(Target::Term("Carer".into()), "those who care");
    let unknown = link(Target::Term("nobody".into()), "nobody");
    let mut text = prose(vec![
        paragraph(vec![text("A carer.")]),
        block(BlockKind::Quote(vec![paragraph(vec![by_hand, unknown])])),
    ]);
    let before = text.clone();
    let uses = matcher().link(&mut text);
    assert_eq!(text, before);
    assert_eq!(uses.first, BTreeMap::from([("Carer".into(), at(7, 14))]));
}

#[test]
fn a_term_is_neither_linked_in_its_definition_nor_against_the_authors_will() {
    let mut content = vec![text("A carer uses direct payments.")];
    matcher().link_inlines(&mut content, "Carer");
    assert_eq!(shown(&content), "A carer uses [direct payments].");
    let shy = TermForms { automatic: false, ..term("Direct payment", "", &[]) };
    let mut content = vec![text("direct payment, payment")];
    Matcher::new(&[shy, term("Payment", "", &[])]).link_inlines(&mut content, "");
    assert_eq!(shown(&content), "direct payment, [payment]");
}

/// One block of every kind, each with a term of its own number.
#[test]
fn links_stand_in_running_text_only() {
    let words = |number: usize| vec![text(&format!("word{number}"))];
    let paragraph = |number: usize| vec![super::super::trees::paragraph(words(number))];
    let cell = |number: usize| Cell::new(at(0, 0), words(number));
    let heading = Heading {
        level: 2,
        anchor: "a".into(),
        place: None,
        number: None,
        appendix: false,
        role: None,
        content: words(0),
    };
    let table = Table {
        caption: words(1),
        captioned: true,
        columns: vec![Column { heading: words(2), unit: None, numeric: false }],
        rows: vec![Row { span: at(0, 0), level: crate::figure::Level::Ordinary, cells: vec![cell(3), cell(13)] }],
        row_headings: true,
        source: Some(words(4)),
        note: Some(words(5)),
        ..Table::default()
    };
    let study = CaseStudy {
        span: at(0, 0),
        title: words(6),
        picture: None,
        text: prose(paragraph(14)),
        quote: Some(words(7)),
        source: Some(words(8)),
    };
    let item = Item { span: at(0, 0), done: None, blocks: paragraph(11) };
    let mut text = prose(vec![
        block(BlockKind::Heading(heading)),
        block(BlockKind::Quote(paragraph(9))),
        block(BlockKind::List(List { start: None, tight: true, items: vec![item] })),
        block(BlockKind::Alert(AlertKind::Note, paragraph(12))),
        block(BlockKind::Table(table)),
        block(BlockKind::CaseStudy(study)),
        block(BlockKind::Code(String::new(), "word10".into())),
    ]);
    text.footnotes.push(Footnote { span: at(0, 0), blocks: paragraph(15), references: 1 });
    let terms: Vec<TermForms> = (0..16).map(|number| term(&format!("word{number}"), "", &[])).collect();
    let used: Vec<String> = Matcher::new(&terms).link(&mut text).first.into_keys().collect();
    assert_eq!(used, ["word11", "word12", "word13", "word14", "word15"]);
}

use super::super::forms::TermForms;
