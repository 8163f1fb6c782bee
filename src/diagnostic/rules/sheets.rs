//! Rules about data files, CSV and XLSX, told where a page uses one.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    SHEET_UNREADABLE: Error, "sheet-unreadable", "a data file that cannot be read",
        why "The table would be empty.",
        mend "Open the file in the program it was made with, and save it as CSV UTF-8 or as XLSX (Excel Workbook), without a password.";
    SHEET_TOO_LARGE: Error, "sheet-too-large", "a data file or a table that is larger than Candour reads",
        why "Nobody reads a hundred thousand cells on a page, and such a page is slow on every phone.",
        mend "Keep only the table that readers need, or name that part of it with `range`. The whole file can still be linked as a download.",
        example "range: A1:D20";
    SHEET_PART_UNKNOWN: Error, "sheet-part-unknown", "a worksheet or a range that is not in the data file",
        why "The table would be empty, or another one than you mean.",
        mend "Write the worksheet's name as its tab shows it, and the first and the last cell of the table.",
        example "sheet: Budget 2019\nrange: A1:D20";
    CSV_UNCLOSED: Error, "csv-unclosed", "a quotation mark in a CSV file that is not closed",
        why "Everything behind it would be read as one cell.",
        mend "Close it at the end of the cell. Inside a quoted cell a quotation mark is written twice.",
        example "wrong: Care,\"the \"old\" rate\nright: Care,\"the \"\"old\"\" rate\"";
    CSV_RAGGED: Error, "csv-ragged", "a row of a CSV file with more or fewer cells than the others",
        why "The values of the row would stand under the wrong headings.",
        mend "Put a cell that has a comma in it into quotation marks, and write a comma for each cell that is empty.",
        example "wrong: Care,1,036,900\nright: Care,\"1,036\",900";
    CSV_ENCODING: Warning, "csv-encoding", "a CSV file that is not UTF-8",
        why "Programs for other languages and other computers show its pound signs, dashes and accents as other letters. Candour guesses, and may guess wrong; readers who download the file have to guess too.",
        mend "Look whether the letters in the table are right, and save the file as UTF-8. In Excel: File, Save as, CSV UTF-8 (Comma delimited).";
    SHEET_NO_VALUE: Error, "sheet-no-value", "a cell that has no value",
        why "A table with #REF! in it tells readers nothing.",
        mend "Mend the formula in Excel and save the workbook there. Where there is no figure, write N/A as text.";
    SHEET_HIDDEN: Warning, "sheet-hidden", "a hidden row or column that would be published",
        why "What somebody hid in a spreadsheet was often not meant for everybody: names, drafts, workings.",
        mend "Delete it, name a `range` without it, or show it in the worksheet if readers may see it. In a file that readers can download they can show it too.";
    SHEET_MERGED: Advice, "sheet-merged", "merged cells in a worksheet",
        why "A screen reader reads a table cell by cell. Of merged cells only the first has a value; the others are read as empty.",
        mend "Unmerge them, and fill in each cell.";
}
