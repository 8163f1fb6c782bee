//! Data files in the preview: made when somebody asks, as the files are by then.

use crate::running::Preview;
use crate::saves::Save;
use crate::site::site;

const FOLDER: &str = "/local-account/2018-19/what-we-spent";

#[test]
fn a_data_file_follows_an_edit() {
    let site = site();
    let preview = Preview::of(site.path());
    let csv = preview.get(&format!("{FOLDER}/what-we-spent.csv"));
    assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!(csv.text(), "\u{feff}What,Pounds\r\nCarers,100\r\nHomes,200\r\n");
    let kind = |file: &str| preview.get(&format!("{FOLDER}/{file}")).header("content-type").map(str::to_owned);
    assert_eq!(kind("what-we-spent.json").as_deref(), Some("application/json"));
    assert_eq!(kind("what-we-spent.csv-metadata.json").as_deref(), Some("application/csvm+json"));
    let text = "# What we spent\n\n```table\ncaption: Our money\ncolumns: [What, Pounds]\nrows:\n  - [Carers, \"1,101\"]\n```\n";
    Save::InPlace.save(&preview.at("content/local-account/2018-19/02-what-we-spent.md"), text.as_bytes());
    preview.wait_to_show(&format!("{FOLDER}/our-money.csv"), "Carers,1101");
    assert_eq!(preview.get(&format!("{FOLDER}/what-we-spent.csv")).status, 404);
}

#[test]
fn figures_of_one_document_have_data_files_too() {
    let site = site();
    let preview = Preview::of(site.path());
    let figures = "van:\n  label: Visits of the van\n  unit: visits\n  value: 57\n";
    Save::InPlace.save(&preview.at("content/local-account/2018-19/figures.yaml"), figures.as_bytes());
    let folder = "/local-account/2018-19/figures";
    preview.wait_to_show(&format!("{folder}/van.csv"), "57");
    preview.wait_to_show(&format!("{folder}/all.csv"), "van,Visits of the van,visits");
    assert_eq!(preview.get("/figures/all.csv").status, 404);
    assert_eq!(preview.get("/figures/van.csv").status, 404);
}

/// Tables and charts follow the file that they are made from, whatever becomes of it.
#[test]
fn a_table_follows_its_file() {
    let site = site();
    let preview = Preview::of(site.path());
    let (page, both) = ("/our-money/", "/local-account/2019-20/our-money/");
    let (csv, book) = (preview.at("content/data/spent.csv"), preview.at("content/data/budget.xlsx"));
    let told = |words: &'static str| {
        let is_told =
            |state: &serde_json::Value| state["diagnostics_html"].as_str().is_some_and(|all| all.contains(words));
        preview.wait_for(page, words, is_told);
    };
    let good = std::fs::read(&csv).unwrap();
    assert!(preview.get(both).text().contains("33.3"));
    for save in [Save::InPlace, Save::ByRename] {
        save.save(&csv, b"What,Pounds\nCarers,150\nHomes,250\nTotal,400\n");
        preview.wait_to_show(page, "250");
        preview.wait_to_show(both, "37.5");
        save.save(&csv, b"What,Pounds\nCarers,150\nHomes,250\nTotal,401\n");
        told("its rows add up to 400");
        std::fs::remove_file(&csv).unwrap();
        told("there is no data file");
        save.save(&csv, &good);
        preview.wait_to_show(page, "300");
        preview.wait_to_show(both, "33.3");
    }
    Save::InPlace.save(&book, b"This is no workbook.");
    told("not an XLSX workbook");
    Save::InPlace.save(&book, crate::site::BUDGET);
    preview.wait_to_show(both, "Home care took most of the money");
    preview.wait_for(page, "nothing wrong", |state| state["counts"]["errors"] == 0);
}
