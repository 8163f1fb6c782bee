//! The risks of a register as data: one row for each, and the same in JSON with likelihood and impact as
//! words too.

use super::Maker;
use super::grid::{BETWEEN, Grid, GridColumn, GridRow, Holds, Value};
use super::json::framed;
use super::plan::{Due, line, text};
use crate::content::Document;
use crate::content::risk_register::{Axis, Movement, Rating, Register, Risk, movement};
use crate::prose::Inline;
use crate::site::{Address, RegisterOf};
use serde::Serialize;

#[derive(Serialize)]
struct Json<'a> {
    register: RegisterJson<'a>,
    risks: Vec<RiskJson<'a>>,
    closed: Vec<ClosedJson<'a>>,
}

#[derive(Serialize)]
struct RegisterJson<'a> {
    title: &'a str,
    period: Option<Due>,
    committee: Option<&'a str>,
    page: String,
    /// The register that movements count from.
    before: Option<String>,
    bands: Vec<BandJson<'a>>,
}

#[derive(Serialize)]
struct BandJson<'a> {
    label: &'a str,
    from: u32,
    review: Option<&'a str>,
}

#[derive(Serialize)]
struct RiskJson<'a> {
    id: &'a str,
    title: &'a str,
    description: Option<String>,
    divisions: &'a [String],
    categories: &'a [String],
    causes: Vec<String>,
    effects: Vec<String>,
    gross: Option<RatingJson<'a>>,
    current: Option<RatingJson<'a>>,
    movement: Option<&'static str>,
    controls: Vec<String>,
    actions: Vec<String>,
    owners: &'a [String],
    page: String,
}

#[derive(Serialize)]
struct RatingJson<'a> {
    likelihood: StepJson<'a>,
    impact: StepJson<'a>,
    score: u32,
    band: Option<&'a str>,
}

#[derive(Serialize)]
struct StepJson<'a> {
    step: u32,
    word: Option<&'a str>,
}

#[derive(Serialize)]
struct ClosedJson<'a> {
    id: &'a str,
    because: String,
}

/// A register that data is made of.
pub(in crate::render) struct RiskData<'m> {
    maker: &'m Maker<'m>,
    document: &'m Document,
    register: &'m Register,
    before: Option<RegisterOf<'m>>,
}

impl<'m> RiskData<'m> {
    /// The register of the document of this index.
    pub(in crate::render) fn of(maker: &'m Maker<'m>, index: usize) -> Option<RiskData<'m>> {
        let document = maker.site.document(index)?;
        let register = document.register.as_deref()?;
        Some(RiskData { maker, document, register, before: maker.site.register_before(index) })
    }

    /// A row for each risk, in the order of the register.
    pub(in crate::render) fn grid(&self) -> Grid {
        let maker = self.maker;
        let column = |name, key: &str, holds| GridColumn::named(name, maker.word(key), holds);
        let period = self.document.header.period.as_ref();
        Grid {
            title: maker.words("data_risks_of", &[("title", self.document.title())]),
            description: maker.word("data_risks_text"),
            language: maker.language.to_owned(),
            page: self.page(),
            covers: period.and_then(|period| Some((period.value.start()?, period.value.end()?))),
            columns: vec![
                column("id", "data_id", Holds::Words),
                column("title", "risk", Holds::Words),
                column("description", "risk_description", Holds::Words),
                column("division", "risk_division", Holds::Lists),
                column("category", "risk_category", Holds::Lists),
                column("gross-likelihood", "data_risk_gross_likelihood", Holds::Numbers),
                column("gross-impact", "data_risk_gross_impact", Holds::Numbers),
                column("gross-score", "data_risk_gross_score", Holds::Numbers),
                column("gross-band", "data_risk_gross_band", Holds::Words),
                column("current-likelihood", "data_risk_now_likelihood", Holds::Numbers),
                column("current-impact", "data_risk_now_impact", Holds::Numbers),
                column("current-score", "data_risk_now_score", Holds::Numbers),
                column("current-band", "data_risk_now_band", Holds::Words),
                column("movement", "risk_change", Holds::Words),
                column("owner", "risk_owner", Holds::Lists),
                column("causes", "risk_causes", Holds::Lists),
                column("effects", "risk_effects", Holds::Lists),
                column("controls", "risk_controls", Holds::Lists),
                column("actions", "risk_actions", Holds::Lists),
                column("page", "data_page", Holds::Words),
            ],
            rows: self.register.risks.iter().map(|risk| self.row(risk)).collect(),
            ..Grid::default()
        }
    }

    fn row(&self, risk: &Risk) -> GridRow {
        let mut values = vec![
            Value::words(&risk.id.value),
            Value::words(&risk.title),
            Value::words(&text(&risk.description)),
            Value::words(&risk.divisions.join(BETWEEN)),
            Value::words(&risk.categories.join(BETWEEN)),
        ];
        values.extend(self.rating(risk.before_controls()));
        values.extend(self.rating(risk.now()));
        let moved = self.movement(risk);
        let joined = |all: &[Vec<Inline>]| Value::words(&lines(all).join(BETWEEN));
        values.extend([
            Value::maybe(moved.map(|moved| self.maker.word(&format!("data_risk_{}", moved.word())))),
            Value::words(&risk.owners.join(BETWEEN)),
            joined(&risk.causes),
            joined(&risk.effects),
            joined(&risk.controls),
            joined(&risk.actions),
            Value::Words(self.page_of(risk)),
        ]);
        GridRow { total: false, values }
    }

    /// Likelihood, impact, score and band.
    fn rating(&self, rating: Option<Rating>) -> [Value; 4] {
        let number =
            |number: fn(Rating) -> u32| rating.map_or(Value::Nothing, |of| Value::Number(number(of).to_string()));
        let band = rating.and_then(|rating| self.register.band(rating)).map(|(_, band)| band.label.clone());
        [number(|of| of.likelihood), number(|of| of.impact), number(Rating::score), Value::maybe(band)]
    }

    fn movement(&self, risk: &Risk) -> Option<Movement> {
        movement(risk, self.before?.register)
    }

    fn page(&self) -> String {
        self.maker.address(&Address::of(&self.document.path))
    }

    fn page_of(&self, risk: &Risk) -> String {
        match self.maker.site.page_of_risk(self.document, risk) {
            Some(address) => self.maker.address(&address),
            None => format!("{}#{}", self.page(), risk.place()),
        }
    }

    /// The same as JSON.
    pub(in crate::render) fn json(&self) -> Vec<u8> {
        let header = &self.document.header;
        let band = |band: &'m crate::content::risk_register::Band| BandJson {
            label: &band.label,
            from: band.from,
            review: band.review.as_deref(),
        };
        let register = RegisterJson {
            title: self.document.title(),
            period: header.period.as_ref().map(|period| Due::of(&period.value)),
            committee: self.register.committee.as_deref(),
            page: self.page(),
            before: self.before.map(|before| self.maker.address(&Address::of(&before.document.path))),
            bands: self.register.bands.iter().map(band).collect(),
        };
        let closed = self.register.closed.iter();
        let closed = closed.map(|closed| ClosedJson { id: &closed.id.value, because: line(&closed.because) });
        let risks = self.register.risks.iter().map(|risk| self.risk_json(risk)).collect();
        framed(self.maker, Json { register, risks, closed: closed.collect() })
    }

    fn risk_json(&self, risk: &'m Risk) -> RiskJson<'m> {
        RiskJson {
            id: &risk.id.value,
            title: &risk.title,
            description: Some(text(&risk.description)).filter(|text| !text.is_empty()),
            divisions: &risk.divisions,
            categories: &risk.categories,
            causes: lines(&risk.causes),
            effects: lines(&risk.effects),
            gross: risk.before_controls().map(|rating| self.rating_json(rating)),
            current: risk.now().map(|rating| self.rating_json(rating)),
            movement: self.movement(risk).map(Movement::word),
            controls: lines(&risk.controls),
            actions: lines(&risk.actions),
            owners: &risk.owners,
            page: self.page_of(risk),
        }
    }

    fn rating_json(&self, rating: Rating) -> RatingJson<'m> {
        let register = self.register;
        let step = |axis, step| StepJson { step, word: register.scale.word(axis, step) };
        RatingJson {
            likelihood: step(Axis::Likelihood, rating.likelihood),
            impact: step(Axis::Impact, rating.impact),
            score: rating.score(),
            band: register.band(rating).map(|(_, band)| band.label.as_str()),
        }
    }
}

fn lines(all: &[Vec<Inline>]) -> Vec<String> {
    all.iter().map(|one| line(one)).collect()
}
