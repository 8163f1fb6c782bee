//! Rules about fenced components.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    UNKNOWN_COMPONENT: Advice, "unknown-component", "a fenced block whose name is nearly that of a component",
        why "It is published as a block of code, which is hardly what is meant.",
        mend "Correct the name.";
    COMPONENT_EMPTY: Error, "component-empty", "a component without content",
        why "Nothing would be shown.",
        mend "Write its fields between the fences, or remove it.";
    ITEM_NAME: Error, "item-name", "the name of a commitment or an action that cannot be read",
        why "Nobody can tell which one is meant.",
        mend "Write its id; where it stands in another document, that document's path below `content/`, # and the id: `action-plans/warm-homes#repair-team`.";
    ROW_LENGTH: Error, "row-length", "a row with more or fewer cells than the table has columns",
        why "The figures would stand under the wrong headings.",
        mend "Give each row one cell for each column. A cell that has no value is written as N/A, TBC or \"\".";
    UNKNOWN_ROW: Error, "unknown-row", "a row or column that the table does not have",
        why "What was meant for it has no effect.",
        mend "Use the words of the row's first cell, or of the column's heading, exactly.";
    DATA_ID_TWICE: Error, "data-id-twice", "two tables of a page with the same `id`",
        why "The `id` is the name of the table's data files, and one file cannot hold two tables.",
        mend "Give one of them another `id`.";
    CHART_SERIES: Warning, "chart-series", "a chart with more series than can be told apart",
        why "Beyond four, readers cannot follow which line or bar is which.",
        mend "Make two charts of it, or leave series out. The table shows all of them.";
    CHART_UNITS: Error, "chart-units", "a chart that compares numbers of different kinds",
        why "Pounds and people on one scale say nothing.",
        mend "Make a chart for each unit.";
}
