//! Charts of every kind, with what makes them hard to draw.

use candour::diagnostic::{FileId, Span};
use candour::figure::Level;
use candour::prose::chart::{Chart, ChartKind, ChartValue, Series};
use candour::prose::{Cell, Column, Inline, InlineKind, Row, Table};

pub(crate) const HERE: Span = Span { file: FileId(0), start: 0, end: 0 };

/// A chart and the name of its expected picture.
pub(crate) struct Example {
    pub(crate) name: &'static str,
    pub(crate) chart: Chart,
}

pub(crate) fn text(words: &str) -> Vec<Inline> {
    vec![Inline { span: HERE, kind: InlineKind::Text(words.to_owned()) }]
}

/// Each number is written `36100000=£36.1 million`; `-` is no data.
pub(crate) fn chart(name: &'static str, kind: ChartKind, categories: &[&str], series: &[(&str, &[&str])]) -> Example {
    let value = |written: &&str| {
        let (value, label) = written.split_once('=')?;
        Some(ChartValue { value: value.parse().unwrap(), label: label.to_owned() })
    };
    let series: Vec<Series> = series
        .iter()
        .map(|(label, values)| Series { label: (*label).to_owned(), values: values.iter().map(value).collect() })
        .collect();
    let chart = Chart {
        kind,
        title: text(&format!("The message of {name}")),
        subtitle: Some(text("England, 2019 to 2020")),
        summary: String::new(),
        categories: categories.iter().map(|words| (*words).to_owned()).collect(),
        table: table(name, categories, &series),
        series,
        source: Some(text("The annual return")),
    };
    Example { name, chart }
}

fn table(name: &str, categories: &[&str], series: &[Series]) -> Table {
    let cell = |words: &str| Cell::new(HERE, if words.is_empty() { Vec::new() } else { text(words) });
    let column = |words: &str, numeric| Column { heading: text(words), unit: None, numeric };
    let row = |(at, category): (usize, &&str)| Row {
        span: HERE,
        level: Level::Ordinary,
        cells: std::iter::once(cell(category))
            .chain(series.iter().map(|series| cell(series.at(at).map_or("", |value| &value.label))))
            .collect(),
    };
    Table {
        caption: text(&format!("The numbers of {name}")),
        captioned: true,
        columns: std::iter::once(column("What", false))
            .chain(
                series
                    .iter()
                    .map(|series| column(if series.label.is_empty() { "Number" } else { &series.label }, true)),
            )
            .collect(),
        rows: categories.iter().enumerate().map(row).collect(),
        row_headings: true,
        source: None,
        note: None,
        component: true,
        ..Table::default()
    }
}

pub(crate) fn all() -> Vec<Example> {
    use ChartKind::{Bar, GroupedBar, Line, StackedBar};
    let years: &[&str] = &["2016 to 2017", "2017 to 2018", "2018 to 2019", "2019 to 2020"];
    let services: &[&str] = &[
        "Care homes",
        "Help at home",
        "Supported living for people with a learning disability or autism, with help day and night",
        "Direct payments",
        "Equipment",
    ];
    let many: Vec<String> = (1991..2021).map(|year| year.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let wave: Vec<String> = (0..30).map(|at| 40 + (at * 7) % 23).map(|one| format!("{one}={one}%")).collect();
    let wave: Vec<&str> = wave.iter().map(String::as_str).collect();
    vec![
        chart(
            "bar",
            Bar,
            services,
            &[("", &["36100000=£36.1 million", "12400000=£12.4 million", "9850000=£9.9 million", "-", "0=£0"])],
        ),
        chart(
            "bar-below-zero",
            Bar,
            &["Care homes", "Help at home", "Carers", "Staff"],
            &[("", &["-3756=\u{2212}£3,756", "1306=£1,306", "0=£0", "-"])],
        ),
        chart("bar-all-zero", Bar, &["Fines", "Warnings"], &[("", &["0=0", "0=0"])]),
        chart(
            "bar-long-values",
            Bar,
            &["Care homes", "Carers"],
            &[("", &["36123456=£36,123,456 before fees were paid", "0.01=1p"])],
        ),
        chart("bar-thirty", Bar, &many, &[("", &wave)]),
        chart(
            "grouped",
            GroupedBar,
            &["Very satisfied", "Quite satisfied", "Not satisfied"],
            &[
                ("2018 to 2019", &["28=28%", "34=34%", "9=9%"]),
                ("2019 to 2020", &["31=31%", "33=33%", "7=7%"]),
                ("England", &["28=28%", "36=36%", "-"]),
            ],
        ),
        chart(
            "stacked",
            StackedBar,
            &["2018 to 2019", "2019 to 2020"],
            &[
                ("Care homes", &["20=£20 million", "22=£22 million"]),
                ("Help at home", &["9=£9 million", "10.5=£10.5 million"]),
                ("Direct payments", &["4=£4 million", "0.1=£0.1 million"]),
                ("Other support, such as day centres and meals", &["3=£3 million", "-"]),
            ],
        ),
        chart(
            "stacked-many",
            StackedBar,
            years,
            &[
                ("Actions done", &["4=4", "9=9", "12=12", "19=19"]),
                ("Under way", &["19=19", "12=12", "9=9", "3=3"]),
                ("Late", &["3=3", "-2=\u{2212}2", "1=1", "0=0"]),
            ],
        ),
        chart(
            "line",
            Line,
            years,
            &[(
                "Spending on carers",
                &["4200000=£4.2 million", "4600000=£4.6 million", "4400000=£4.4 million", "5700000=£5.7 million"],
            )],
        ),
        chart(
            "line-several",
            Line,
            years,
            &[
                ("Care homes", &["410=410", "402=402", "398=398", "361=361"]),
                ("Help at home", &["390=390", "-", "371=371", "366=366"]),
                ("Direct payments", &["120=120", "150=150", "180=180", "-"]),
                ("Supported living for people with autism", &["30=30", "42=42", "40=40", "51=51"]),
            ],
        ),
        chart("line-thirty", Line, &many, &[("", &wave)]),
        chart("line-one-point", Line, &["2019 to 2020"], &[("", &["1884=1,884"])]),
        chart(
            "line-below-zero",
            Line,
            &["Spring", "Summer", "Autumn", "Winter"],
            &[("", &["-57=\u{2212}57", "12=12", "-", "30=30"])],
        ),
    ]
}
