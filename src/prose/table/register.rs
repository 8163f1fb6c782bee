//! A table as a register: what an author says of the type of its columns, its order and its groups,
//! and what comes of that for readers.

use crate::figure::{Amount, Date};
use crate::source::Located;

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// Words.
    Text,
    /// Numbers.
    Number,
    /// Pounds.
    Money,
    /// Days.
    Date,
    /// One of a few words.
    Choice,
}

impl ColumnType {
    /// The words that authors write.
    pub const CHOICES: [(&'static str, ColumnType); 5] = [
        ("text", ColumnType::Text),
        ("number", ColumnType::Number),
        ("money", ColumnType::Money),
        ("date", ColumnType::Date),
        ("choice", ColumnType::Choice),
    ];

    /// Whether its cells are amounts.
    pub fn is_amount(self) -> bool {
        matches!(self, ColumnType::Number | ColumnType::Money)
    }
}

/// What an author says of a table as a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterRules {
    /// Whether readers are to sort and filter it; `None` where the types of its columns decide.
    pub wanted: Option<Located<bool>>,
    /// The day that months are counted from.
    pub as_of: Option<Date>,
    /// Whether that day is written and cannot be read, which has been reported.
    pub as_of_lost: bool,
    /// The columns by which it is sorted, the weightiest first.
    pub sort: Vec<SortRule>,
    /// Its rows added up by a column.
    pub groups: Option<GroupRule>,
}

/// A column by which a table is sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortRule {
    /// Its heading.
    pub column: Located<String>,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// Rows added up for each word of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRule {
    /// The heading of the column whose words make the groups.
    pub by: Located<String>,
    /// The headings of the columns that are added up.
    pub of: Vec<Located<String>>,
}

/// What readers need to sort and filter a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// How each column is put in order.
    pub orders: Vec<Order>,
    /// The words of each column that readers can choose among, in their order; none where it is
    /// no column of choices.
    pub choices: Vec<Vec<String>>,
    /// The column by which it is sorted first, and whether the largest comes first.
    pub sorted: Option<(usize, bool)>,
}

/// How a column is put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By its words.
    Words,
    /// By its numbers.
    Numbers,
    /// By its days.
    Days,
    /// As its choices stand in their list.
    Listed,
}

/// The rows of a table added up for each word of a column, and for all together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupTotals {
    /// The column whose words make the groups.
    pub by: usize,
    /// The columns that are added up.
    pub of: Vec<usize>,
    /// The groups; that of the rows without a word comes last.
    pub groups: Vec<Group>,
    /// All rows.
    pub all: Group,
}

/// Some rows, added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The word that they share; `None` for rows without one, and for all rows.
    pub name: Option<String>,
    /// How many there are.
    pub rows: usize,
    /// What each column comes to.
    pub sums: Vec<GroupSum>,
}

/// What a column of some rows comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupSum {
    /// The sum of the amounts as they are shown; `None` where there are none.
    pub amount: Option<Amount>,
    /// The sum as the column writes its numbers.
    pub shown: String,
    /// How many rows have no amount, and add nothing.
    pub without: usize,
}
