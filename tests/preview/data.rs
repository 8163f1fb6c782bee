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
    let text = "# What we spent\n\nTable: Our money\n\n| What | Pounds |\n| --- | ---: |\n| Carers | 1,101 |\n";
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
