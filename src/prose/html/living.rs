//! Components that show what stands in other documents. Their own texts are written here, so that
//! footnotes count on; what is around them, the resolver knows.

use super::{Living, Writer};
use crate::prose::{BlockKind, Impact, Inline};

impl Writer<'_> {
    pub(super) fn living(&mut self, kind: &BlockKind) {
        let texts = match kind {
            BlockKind::Commitments(all) => all
                .iter()
                .map(|commitment| commitment.lines().map(|line| self.apart(|writer| writer.inlines(line))).collect())
                .collect(),
            BlockKind::Outcomes(all) => {
                let text = |writer: &mut Self, blocks| vec![writer.apart(|writer| writer.blocks(blocks))];
                all.iter().map(|outcome| text(self, &outcome.text.blocks)).collect()
            }
            BlockKind::Cover(cover) => {
                let one = |writer: &mut Self, line: &Vec<Inline>| writer.apart(|writer| writer.inlines(line));
                let fields = |writer: &mut Self, impact: &Impact| {
                    impact.fields.iter().map(|(_, answer)| one(writer, answer)).collect()
                };
                let mut texts = vec![cover.reason.iter().map(|reason| one(self, reason)).collect()];
                texts.push(cover.recommendations.iter().map(|line| one(self, line)).collect());
                texts.push(cover.background.iter().map(|line| one(self, line)).collect());
                texts.extend(cover.impact.iter().map(|impact| fields(self, impact)).collect::<Vec<_>>());
                texts.push(cover.details.iter().map(|(_, answer)| one(self, answer)).collect());
                texts
            }
            _ => Vec::new(),
        };
        self.living += 1;
        let level = self.options.heading_shift.saturating_add(2);
        let living = Living { kind, texts, level, anchor_prefix: self.options.anchor_prefix, nth: self.living };
        if let Some(html) = self.options.resolver.living(&living) {
            self.html.made(&html);
        }
    }

    /// What `write` writes, by itself.
    fn apart(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let before = std::mem::take(&mut self.html);
        write(self);
        std::mem::replace(&mut self.html, before).finish()
    }
}
