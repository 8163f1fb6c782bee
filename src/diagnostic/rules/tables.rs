//! Rules about what must hold in tables.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    TOTAL_WRONG: Error, "total-wrong", "a total that its rows do not add up to",
        why "Whoever adds the rows up finds another number, and trusts neither.",
        mend "Correct the total or a row. Where numbers were rounded, write rounding: yes. Where the difference has a reason, give it under known:.",
        example "totals: [Total]";
    COLUMN_WRONG: Error, "column-wrong", "a cell that does not follow from the others as its column says",
        why "The column says how it is worked out, and readers can do the sum.",
        mend "Correct the cell or those it follows from; or let Candour work it out: computed: yes.",
        example "- { label: All, unit: people, sum: [Men, Women] }";
    EQUATION_WRONG: Error, "equation-wrong", "a row that does not follow from others as its equation says",
        why "Grant, spending and what is left over are one sum written in three rows.",
        mend "Correct one of the rows. Where the difference has a reason, give it under known:.",
        example "equations: [Left over = Grant - Spending]";
    RESULT_UNKNOWN: Advice, "result-unknown", "a result that cannot be checked",
        why "A number behind it is still to come, or withheld, or there is none.",
        mend "Nothing, if that is so. Otherwise write the missing number.";
    RESULT_TOO_LARGE: Error, "result-too-large", "a result with more digits than can be kept exactly",
        why "Candour never rounds in secret, and keeps 28 digits.",
        mend "Look for a digit too many; or give the numbers in thousands or millions.";
    UNITS_MIXED: Error, "units-mixed", "numbers of different kinds added up or compared",
        why "Pounds and people have no sum.",
        mend "Give the columns the right units, or leave the column out of the totals: adds-up: no.";
    BAD_FORMULA: Error, "bad-formula", "a column whose formula makes no sense",
        why "What the column should be cannot be worked out.",
        mend "Name the columns that it follows from by their headings: sum: [Men, Women].";
    BAD_COLUMN: Error, "bad-column", "a column whose type does not fit what else is said of it",
        why "Candour cannot tell what its cells are.",
        mend "Give the column the right type: text, number, money, date or choice.",
        example "- { label: Service, type: choice, choices: [Home care, Care homes] }";
    CELL_TYPE: Error, "cell-type", "a cell that does not fit the type of its column",
        why "Readers sort and filter by it, and this row would stand in the wrong place.",
        mend "Correct the cell. Where there is no value, leave it empty, or write N/A or TBC.",
        example "- { label: Ends, type: date }";
    DATE_ORDER: Advice, "date-order", "days that could also be read month first",
        why "Nothing in the column shows that 03/04/2021 is 3 April and not 4 March.",
        mend "Nothing, if the day comes first. To be safe, write the year first: 2021-04-03.";
    DATES_REVERSED: Error, "dates-reversed", "an end before the start",
        why "There is no time between the two days.",
        mend "Correct one of the two days.";
    BAD_REGISTER: Error, "bad-register", "an order or a grouping that makes no sense",
        why "The rows cannot be put in this order, or added up like this.",
        mend "Sort and group by the headings of columns; add up columns of money or numbers.",
        example "group-totals: { by: Service, of: [Whole value] }";
    BAD_EQUATION: Error, "bad-equation", "an equation that cannot be read",
        why "What should hold is not known, so it is not checked.",
        mend "Write the words of rows with =, + and - between them: Left over = Grant - Spending.";
    TOTAL_EMPTY: Error, "total-empty", "a total with no rows to add up",
        why "What the total should be is not known, so it is not checked.",
        mend "Put it below its rows, or say which they are: { row: Total, of: [Day care, Home care] }.";
    DIFFERENCE_UNNEEDED: Warning, "difference-unneeded", "a reason for a difference that is none",
        why "The numbers agree. Readers would be told of a difference that they cannot find.",
        mend "Take the entry out of known:.";
    DATA_UNKNOWN: Error, "data-unknown", "a table from a file that is not there",
        why "There is nothing to show.",
        mend "Put the CSV or XLSX file beside the text, or correct its path.",
        example "data: data/budget.csv";
    DATA_COLUMN: Error, "data-column", "a column that the file does not have",
        why "There is nothing to show in it.",
        mend "Use the heading of a column of the file, word for word; or say which one is meant: from: Budget 2019.";
    BAD_RANGE: Error, "bad-range", "a part of a worksheet that makes no sense",
        why "Candour cannot tell which cells are meant.",
        mend "Write the first and the last cell: range: A1:D24.";
}
