//! Registers at random, through the front door: their order, the months and yearly values that are worked out,
//! and the totals of their groups must be those that are worked out here once more, in whole pennies and by
//! counting months one by one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "support/folders.rs"]
mod folders;
#[path = "support/sites.rs"]
mod sites;

use candour::publish::Produced;
use folders::write_site;
use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use serde_json::Value;
use sites::{produce_site, read_options};

const SETTINGS: &str = "title: Example\norganisation: Example Council\n";
const SERVICES: [&str; 4] = ["Home care", "Advice", "Beds", ""];
const AS_OF: Date = date(2021, 1, 20);

/// A row: its service, its days, and its value in pennies.
#[derive(Clone, Debug)]
struct Contract {
    name: String,
    service: &'static str,
    starts: Date,
    ends: Option<Date>,
    value: Option<i64>,
}

impl Contract {
    /// The whole months from a day to the last one, counted one by one.
    fn months_from(&self, first: Date) -> Option<i64> {
        let end = self.ends?.tomorrow().unwrap();
        let months = |count: i64| Span::new().months(count);
        Some((1..).take_while(|count| first.checked_add(months(*count)).unwrap() <= end).count() as i64)
    }

    fn months_left(&self) -> Option<i64> {
        if self.ends? < AS_OF { Some(0) } else { self.months_from(AS_OF) }
    }

    /// In whole pounds, half away from zero.
    fn yearly(&self) -> Option<i64> {
        let months = self.months_from(self.starts).filter(|months| *months > 0)?;
        let (pennies, by) = (self.value? * 12, months * 100);
        Some((2 * pennies + by) / (2 * by))
    }

    fn line(&self, way: usize) -> String {
        let day = |day: Date, way: usize| match way % 3 {
            0 => day.to_string(),
            1 => day.strftime("%d/%m/%Y").to_string(),
            _ => day.strftime("%-d %B %Y").to_string(),
        };
        let ends = self.ends.map_or(["", "N/A", "TBC"][way % 3].to_owned(), |ends| day(ends, way + 1));
        let value = self.value.map_or(["", "N/A", "TBC"][(way + 1) % 3].to_owned(), |value| {
            format!("{}.{:02}", value / 100, value % 100)
        });
        format!("{},{},{},{ends},{value}\n", self.name, self.service, day(self.starts, way))
    }
}

fn contracts() -> impl Strategy<Value = Vec<Contract>> {
    let one = (
        0..SERVICES.len(),
        0..2_500_i32,
        prop::option::weighted(0.8, 0..2_500_i32),
        prop::option::weighted(0.8, 0..90_000_000_i64),
    );
    prop::collection::vec(one, 1..12).prop_map(|rows| {
        let rows = rows.into_iter().enumerate().map(|(index, (service, starts, days, value))| {
            let starts = date(2016, 1, 1).saturating_add(starts.days());
            let ends = days.map(|days| starts.saturating_add(days.days()));
            Contract { name: format!("Contract {index}"), service: SERVICES[service], starts, ends, value }
        });
        rows.collect()
    })
}

fn produced(report: &str, csv: &str) -> Produced {
    let files = [
        ("content/site.yaml", SETTINGS.as_bytes()),
        ("content/report.md", report.as_bytes()),
        ("content/contracts.csv", csv.as_bytes()),
    ];
    let site = write_site(files.iter().copied());
    produce_site(site.path(), &read_options(""))
}

/// The published JSON of the register.
fn json(produced: &Produced) -> Value {
    let bytes = produced.output.get("report/contracts.json").expect("the register has data").bytes();
    serde_json::from_slice(bytes).unwrap()
}

fn decimal(pennies: i64) -> String {
    format!("{}.{:02}", pennies / 100, pennies % 100)
}

/// The same number, however many zeros it ends in.
fn same(found: &Value, wanted: Option<String>) -> bool {
    let bare = |text: &str| match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text.to_owned(),
    };
    found.as_str().map(bare) == wanted.as_deref().map(bare)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn order_months_and_totals_are_right(rows in contracts(), way in 0..9_usize, by in 0..3_usize, down in any::<bool>()) {
        let mut csv = "Contract,Service,Starts,Ends,Value\n".to_owned();
        for (index, row) in rows.iter().enumerate() {
            csv.push_str(&row.line(way + index));
        }
        let sort = format!("{}{}", if down { "-" } else { "" }, ["Ends", "Value", "Service"][by]);
        let mut report = String::from("# Report\n\n```table\ncaption: Contracts\ndata: contracts.csv\nas-of: 2021-01-20\n");
        report.push_str(&format!("sort: {sort}\n"));
        report.push_str("columns:
  - Contract
  - { label: Service, type: choice, choices: [Home care, Beds, Advice] }
  - { label: Starts, type: date }
  - { label: Ends, type: date }
  - { label: Value, type: money }
  - { label: Left, months-until: Ends, computed: yes }
  - { label: Yearly, per-year: [Value, Starts, Ends], computed: yes, unit: £ }
group-totals: { by: Service, of: [Value, Yearly] }
```
");
        let produced = produced(&report, &csv);
        prop_assert!(produced.diagnostics.iter().all(|told| told.rule.code == "date-order"), "{:?}", produced.diagnostics);
        let data = json(&produced);

        let mut sorted: Vec<&Contract> = rows.iter().collect();
        let listed = ["Home care", "Beds", "Advice"];
        let key = |row: &Contract| -> Option<i64> {
            match by {
                0 => row.ends.map(|ends| ends.duration_since(date(2000, 1, 1)).as_hours()),
                1 => row.value,
                _ => listed.iter().position(|service| *service == row.service).map(|place| place as i64),
            }
        };
        sorted.sort_by_key(|row| match key(row) {
            Some(key) => (0, if down { -key } else { key }),
            None => (1, 0),
        });
        let found = data["rows"].as_array().unwrap();
        prop_assert_eq!(found.len(), rows.len());
        for (found, row) in found.iter().zip(&sorted) {
            let values = &found["values"];
            prop_assert_eq!(values[0].as_str(), Some(row.name.as_str()), "sorted by {} in\n{}", sort, csv);
            prop_assert_eq!(values[2].as_str().map(str::to_owned), Some(row.starts.to_string()));
            if let Some(ends) = row.ends {
                prop_assert_eq!(values[3].as_str().map(str::to_owned), Some(ends.to_string()));
            }
            if row.value.is_some() {
                prop_assert!(same(&values[4], row.value.map(decimal)), "{} {:?}", values[4], row);
            }
            prop_assert!(same(&values[5], row.months_left().map(|months| months.to_string())), "{} {:?}", values[5], row);
            prop_assert!(same(&values[6], row.yearly().map(|yearly| yearly.to_string())), "{} {:?}", values[6], row);
        }

        let total = |rows: &[&Contract], part: &dyn Fn(&Contract) -> Option<i64>| {
            let some: Vec<i64> = rows.iter().filter_map(|row| part(row)).collect();
            ((!some.is_empty()).then(|| some.iter().sum::<i64>()), (rows.len() - some.len()) as u64)
        };
        let holds = |found: &Value, rows: &[&Contract]| {
            let (value, without_value) = total(rows, &|row| row.value);
            let (yearly, without_yearly) = total(rows, &Contract::yearly);
            found["rows"].as_u64() == Some(rows.len() as u64)
                && same(&found["totals"][0], value.map(decimal))
                && same(&found["totals"][1], yearly.map(|yearly| yearly.to_string()))
                && found["without"] == serde_json::json!([without_value, without_yearly])
        };
        let groups = data["group_totals"]["groups"].as_array().unwrap();
        let mut all = 0;
        for group in groups {
            let name = group["name"].as_str().unwrap_or_default();
            let of: Vec<&Contract> = rows.iter().filter(|row| row.service == name).collect();
            prop_assert!(holds(group, &of), "{} in\n{}", group, csv);
            all += of.len();
        }
        prop_assert_eq!(all, rows.len());
        let every: Vec<&Contract> = rows.iter().collect();
        prop_assert!(holds(&data["group_totals"]["all"], &every), "{} in\n{}", data["group_totals"], csv);
    }
}
