//! Tables as councils publish them, with and without mistakes; the limits of numbers; texts of any kind.

use super::*;
use crate::figure::{Decimal, Unit, parse_measure};
use proptest::prelude::*;

fn content(text: &str) -> Content {
    read_content(text, None).unwrap()
}

/// A grid of one column of names and columns of numbers; `=` and `+` begin totals and subtotals.
fn grid(rows: &[&[&str]]) -> Grid {
    let width = rows.iter().map(|row| row.len()).max().unwrap_or_default();
    let columns = (0..width).map(|index| GridColumn { adds_up: index > 0, ..GridColumn::default() }).collect();
    let rows = rows.iter().map(|row| {
        let level = match row[0] {
            name if name.starts_with('=') => Level::Total,
            name if name.starts_with('+') => Level::Subtotal,
            _ => Level::Ordinary,
        };
        let cells =
            row.iter().enumerate().map(|(index, text)| if index == 0 { Content::Nothing } else { content(text) });
        GridRow { level, cells: cells.collect(), ..GridRow::default() }
    });
    Grid { rows: rows.collect(), columns, ..Grid::default() }
}

/// Where something does not hold, with the right value and the difference.
fn wrong(grid: &Grid) -> Vec<(usize, usize, String, String)> {
    let found = check_grid(grid).findings;
    let shown = |finding: Finding| match finding.problem {
        Problem::Differs { computed, difference, .. } => {
            (finding.row, finding.column, computed.to_string(), difference.to_string())
        }
        other => (finding.row, finding.column, format!("{other:?}"), String::new()),
    };
    found.into_iter().map(shown).collect()
}

fn differs(row: usize, column: usize, computed: &str, difference: &str) -> (usize, usize, String, String) {
    (row, column, computed.to_owned(), difference.to_owned())
}

#[test]
fn a_total_adds_up_the_rows_above_it() {
    let right = grid(&[&["a", "7"], &["b", "(3)"], &["c", "Cr 2"], &["= all", "2"]]);
    assert_eq!(wrong(&right), []);
    let bad = grid(&[&["a", "7", "1"], &["b", "3", "2"], &["= all", "11", "3"]]);
    assert_eq!(wrong(&bad), [differs(2, 1, "10", "1")]);
}

#[test]
fn totals_in_a_row_add_up_those_before_them() {
    let rows: &[&[&str]] = &[&["a", "1"], &["= A", "1"], &["b", "2"], &["c", "3"], &["= B", "5"], &["= all", "6"]];
    assert_eq!(wrong(&grid(rows)), []);
}

#[test]
fn subtotals_stand_for_their_rows() {
    let rows: &[&[&str]] =
        &[&["a", "1"], &["b", "2"], &["+ A", "3"], &["c", "4"], &["+ C", "4"], &["d", "5"], &["= all", "12"]];
    assert_eq!(wrong(&grid(rows)), []);
    // The same as totals means another thing, and the message can say what is meant.
    let rows: &[&[&str]] =
        &[&["a", "1"], &["b", "2"], &["= A", "3"], &["c", "4"], &["= C", "4"], &["d", "5"], &["= all", "12"]];
    let found = check_grid(&grid(rows)).findings;
    assert!(
        matches!(&found[..], [Finding { row: 6, problem: Problem::Differs { all_fits: true, .. }, .. }]),
        "{found:?}"
    );
}

#[test]
fn named_rows_are_added_up_wherever_they_stand() {
    let mut grid = grid(&[&["= referrals", "37"], &["children", "16"], &["adults", "21"], &["cost", "900"]]);
    grid.rows[0].of = Some(vec![1, 2]);
    assert_eq!(wrong(&grid), []);
    grid.rows[0].cells[1] = content("38");
    assert_eq!(wrong(&grid), [differs(0, 1, "37", "1")]);
}

#[test]
fn what_is_not_given_adds_nothing_and_what_is_withheld_cannot_be_checked() {
    assert_eq!(wrong(&grid(&[&["a", "7"], &["b", ""], &["c", "N/A"], &["d", "not collected"], &["= all", "7"]])), []);
    for withheld in ["TBC", "<5", "*", "[c]", "fewer than 5"] {
        let found = wrong(&grid(&[&["a", "7"], &["b", withheld], &["= all", "9"]]));
        assert_eq!(found, [differs(2, 1, "Unknown", "")], "{withheld}");
    }
    assert_eq!(wrong(&grid(&[&["a", "7"], &["b", "TBC"], &["= all", "TBC"]])), []);
    assert!(read_content("2019 about", None).is_err());
}

#[test]
fn a_total_may_be_written_less_finely_than_its_rows() {
    assert_eq!(wrong(&grid(&[&["a", "£22,290,000"], &["b", "£120,000"], &["= all", "£22.4m"]])), []);
    assert_eq!(
        wrong(&grid(&[&["a", "£22,290,000"], &["b", "£120,000"], &["= all", "£22.5m"]])),
        [differs(2, 1, "£22,410,000", "£90,000")]
    );
}

#[test]
fn rounding_is_allowed_only_where_it_is_said() {
    let mut sums = grid(&[&["a", "10.4"], &["b", "20.4"], &["c", "30.4"], &["= all", "61.3"]]);
    let found = check_grid(&sums).findings;
    assert!(matches!(&found[..], [Finding { problem: Problem::Differs { rounding_fits: true, .. }, .. }]), "{found:?}");
    sums.rounding = Rounding::LastDigit;
    let checked = check_grid(&sums);
    assert!(checked.findings.is_empty() && checked.rounded);
    // Four numbers of one decimal explain 0.2 and no more.
    sums.rows[3].cells[1] = content("61.5");
    assert_eq!(wrong(&sums), [differs(3, 1, "61.2", "0.3")]);
    sums.rounding = Rounding::Within("0.3".into());
    assert_eq!(wrong(&sums), []);
    sums.rounding = Rounding::Within("0.2".into());
    assert_eq!(wrong(&sums).len(), 1);
}

fn with_formula(rows: &[&[&str]], formula: Formula) -> Grid {
    let mut grid = grid(rows);
    let last = grid.columns.last_mut().unwrap();
    last.adds_up = formula.adds_up();
    last.formula = Some(formula);
    grid
}

#[test]
fn columns_follow_from_others() {
    let cases: [(&[&str], Formula, Option<&str>); 12] = [
        (&["", "3", "4", "7"], Formula::Sum(vec![1, 2]), None),
        (&["", "3", "4", "8"], Formula::Sum(vec![1, 2]), Some("7")),
        (&["", "3", "4", "-1"], Formula::Difference(vec![1, 2]), None),
        (&["", "£500", "3", "£1,500"], Formula::Product(1, 2), None),
        (&["", "£500", "3", "£1,400"], Formula::Product(1, 2), Some("£1,500")),
        (&["", "2", "3", "66.7%"], Formula::Percentage(1, 2), None),
        (&["", "2", "3", "66.6%"], Formula::Percentage(1, 2), Some("66.666666666666666666666666667%")),
        (&["", "2", "0", "0%"], Formula::Percentage(1, 2), None),
        (&["", "", "4", "4"], Formula::Sum(vec![1, 2]), None),
        (&["", "100", "92", "-8%"], Formula::PercentChange(1, 2), None),
        (&["", "100", "92", "8%"], Formula::PercentChange(1, 2), Some("-8%")),
        (&["", "58%", "64%", "6%"], Formula::Difference(vec![2, 1]), None),
    ];
    for (row, formula, right) in cases {
        let grid = with_formula(&[row], formula);
        let found: Vec<String> = wrong(&grid).into_iter().map(|(_, _, right, _)| right).collect();
        assert_eq!(found.first().map(String::as_str), right, "{row:?}");
    }
}

#[test]
fn a_share_is_of_the_outermost_total_and_without_one_of_all_rows() {
    let rows: &[&[&str]] = &[
        &["a", "10", "10%"],
        &["b", "30", "30%"],
        &["+ A", "40", "40%"],
        &["c", "60", "60%"],
        &["= all", "100", "100%"],
    ];
    assert_eq!(wrong(&with_formula(rows, Formula::Share(1))), []);
    let rows: &[&[&str]] = &[&["a", "1", "33%"], &["b", "2", "66%"]];
    assert_eq!(wrong(&with_formula(rows, Formula::Share(1))).len(), 1);
}

#[test]
fn units_that_do_not_go_together_are_no_sum() {
    assert_eq!(wrong(&grid(&[&["a", "£7"], &["b", "8%"], &["= all", "15"]])), [differs(2, 1, "Units", "")]);
    let mut people = grid(&[&["a", "£7"], &["= all", "7"]]);
    assert_eq!(wrong(&people), []);
    people.columns[1].measure = Some(parse_measure("people").unwrap());
    assert_eq!(wrong(&people), [differs(1, 1, "Units", "")]);
}

#[test]
fn sums_near_the_limits_of_a_decimal_are_exact_or_said_to_be_too_large() {
    let largest = Decimal::MAX.to_string();
    let one_less = (Decimal::MAX - Decimal::ONE).to_string();
    assert_eq!(wrong(&grid(&[&["a", &one_less], &["b", "1"], &["= all", &largest]])), []);
    assert_eq!(wrong(&grid(&[&["a", &largest], &["b", "1"], &["= all", &largest]])), [differs(2, 1, "Overflow", "")]);
    // Adding a tenth to it would need a digit more than there is room for.
    assert_eq!(wrong(&grid(&[&["a", &largest], &["b", "0.1"], &["= all", &largest]])), [differs(2, 1, "Overflow", "")]);
    let fine = "0.0000000000000000000000000001";
    assert_eq!(wrong(&grid(&[&["a", fine], &["b", fine], &["= all", "0.0000000000000000000000000002"]])), []);
}

#[test]
fn equations_find_names_that_hold_anything() {
    let names: Vec<String> =
        ["Grant", "Grant - capital", "Safeguarding – SLAM", "A = B", "Left over", "Twice", "Twice", ""]
            .map(String::from)
            .into();
    let read = |text: &str| parse_equation(text, &names);
    assert_eq!(
        read("Left over = Grant - Safeguarding – SLAM"),
        Ok(Equation { result: 4, terms: vec![(0, false), (2, true)] })
    );
    assert_eq!(read("Left over = Grant - capital"), Ok(Equation { result: 4, terms: vec![(1, false)] }));
    assert_eq!(
        read("Left over = Grant - capital - Grant"),
        Ok(Equation { result: 4, terms: vec![(1, false), (0, true)] })
    );
    assert_eq!(read("Left over = -Grant + A = B"), Ok(Equation { result: 4, terms: vec![(0, true), (3, false)] }));
    assert_eq!(read("Left over = Grants + Grant"), Err(EquationFault::Unknown("Grants".into())));
    assert_eq!(read("Left over = Twice + Grant"), Err(EquationFault::Several("Twice".into())));
    assert_eq!(read("Left over + Grant = Twice"), Err(EquationFault::Form));
    assert_eq!(read("Left over"), Err(EquationFault::Form));
    assert!(read("Left over = ").is_err() && read("= Grant").is_err() && read("Left over = Grant +").is_err());
}

#[test]
fn equations_hold_in_every_column() {
    let mut grid = grid(&[&["spent", "1,013", "5,661"], &["grant", "-1,013", "-6,534"], &["left", "0", "-837"]]);
    grid.equations = vec![Equation { result: 2, terms: vec![(0, false), (1, false)] }];
    assert_eq!(wrong(&grid), [differs(2, 2, "-873", "36")]);
}

#[test]
fn differences_are_recognised() {
    let amount = |text: &str| *content(text).amount().unwrap();
    let parts = ["270", "500", "266"].map(amount);
    let clue_of = |stated: &str| clue(&amount(stated), &amount("1,036"), &parts);
    assert_eq!(clue_of("1,306"), Some(Clue::Swapped));
    assert_eq!(clue(&amount("1,306"), &amount("1,030"), &["276", "754"].map(amount)), Some(Clue::Twice(0)));
    assert_eq!(clue_of("1,063"), Some(Clue::Swapped));
    assert_eq!(clue_of("536"), Some(Clue::LeftOut(1)));
    assert_eq!(clue_of("504"), Some(Clue::WrongSign(2)));
    assert_eq!(clue_of("(1,036)"), Some(Clue::Negated));
    assert_eq!(clue_of("10,360"), Some(Clue::Tenfold));
    assert_eq!(clue_of("1,037"), None);
}

proptest! {
    /// Totals of any size that hold are never complained of; any cell that is changed is noticed.
    #[test]
    fn every_planted_difference_is_found_and_none_is_invented(
        groups in prop::collection::vec(prop::collection::vec(-9_999_999_i64..9_999_999, 1..6), 1..5),
        decimals in 0_u32..3,
        nested in any::<bool>(),
        place in any::<prop::sample::Index>(),
        slip in prop_oneof![1_i64..1000, -1000_i64..-1],
    ) {
        let shown = |number: i64| Decimal::new(number, decimals).to_string();
        let mut rows: Vec<(Level, i64)> = Vec::new();
        for group in &groups {
            rows.extend(group.iter().map(|number| (Level::Ordinary, *number)));
            if nested {
                rows.push((Level::Subtotal, group.iter().sum()));
            }
        }
        rows.push((Level::Total, groups.iter().flatten().sum()));
        let grid_of = |rows: &[(Level, i64)]| Grid {
            rows: rows
                .iter()
                .map(|(level, number)| GridRow {
                    level: *level,
                    cells: vec![Content::Nothing, content(&shown(*number))],
                    ..GridRow::default()
                })
                .collect(),
            columns: vec![GridColumn::default(), GridColumn { adds_up: true, ..GridColumn::default() }],
            ..Grid::default()
        };
        prop_assert_eq!(wrong(&grid_of(&rows)), []);
        let place = place.index(rows.len());
        rows[place].1 += slip;
        prop_assert!(!wrong(&grid_of(&rows)).is_empty());
    }

    #[test]
    fn no_equation_is_too_odd(text in "\\PC*", names in prop::collection::vec("\\PC{0,8}", 0..4)) {
        let _ = parse_equation(&text, &names);
        if let Some(name) = names.iter().find(|name| !name.trim().is_empty() && name.trim() == name.as_str()) {
            let read = parse_equation(&format!("{name} = {name}"), std::slice::from_ref(name));
            prop_assert!(read.is_ok(), "{:?}", read);
        }
    }

    #[test]
    fn no_cell_is_too_odd(text in "\\PC*") {
        let _ = read_content(&text, parse_measure("£'000").ok().as_ref());
    }

    #[test]
    fn sums_of_any_amounts_never_panic(numbers in prop::collection::vec(any::<(i64, u64, u32)>(), 1..8)) {
        let cell = |(high, low, scale): &(i64, u64, u32)| {
            let number = (i128::from(*high) << 31) | i128::from(low >> 33);
            let value = Decimal::try_from_i128_with_scale(number, scale % 29).unwrap_or(Decimal::MAX);
            Content::Amount(crate::figure::Amount::exact(value, Unit::Count))
        };
        let mut grid = grid(&[]);
        grid.columns = vec![GridColumn { adds_up: true, ..GridColumn::default() }];
        grid.rounding = Rounding::LastDigit;
        grid.rows = numbers.iter().map(|number| GridRow { cells: vec![cell(number)], ..GridRow::default() }).collect();
        grid.rows.last_mut().unwrap().level = Level::Total;
        let _ = check_grid(&grid);
    }
}
