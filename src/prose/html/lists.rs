//! Lists. Those of a numbered paragraph have points that people refer to: 1.3(b), 1.3(b)(ii).

use super::Writer;
use crate::prose::{BlockKind, Item, List};

/// What the points of the next numbered list belong to.
pub(super) struct Points {
    /// The paragraph or the point above: `1.3`, `1.3b`.
    pub(super) of: String,
    /// How many lists it stands in.
    pub(super) depth: u8,
}

impl Points {
    /// The place of a point, counted from 1: `1.3b`, below that `1.3b.ii`, below that `1.3b.ii.A`.
    fn place(&self, nth: u64) -> Option<String> {
        match self.depth {
            0 => Some(format!("{}{}", self.of, letters(nth)?)),
            1 => Some(format!("{}.{}", self.of, roman(nth)?)),
            2 => Some(format!("{}.{}", self.of, letters(nth)?.to_uppercase())),
            _ => None,
        }
    }
}

impl Writer<'_> {
    pub(super) fn list(&mut self, list: &List) {
        let tasks = list.items.iter().any(|item| item.done.is_some());
        match list.start {
            Some(start) => {
                self.html.markup("<ol");
                if tasks {
                    self.html.markup(" class=\"tasks\"");
                }
                if start != 1 {
                    self.html.attribute("start", &start.to_string());
                }
                self.html.markup(">");
            }
            None if tasks => self.html.markup("<ul class=\"tasks\">"),
            None => self.html.markup("<ul>"),
        }
        // Of two numbered lists below one paragraph only the first has points: the marks of the
        // second are the same. What stands in a list with bullets has no mark to be called by.
        let points = if list.start.is_some() { self.points.take() } else { None };
        let bullets = if list.start.is_none() { self.points.take() } else { None };
        for (item, nth) in list.items.iter().zip(list.start.unwrap_or(1)..) {
            self.html.line();
            self.place(item.span);
            let place = points.as_ref().and_then(|points| points.place(nth));
            let depth = points.as_ref().map_or(0, |points| points.depth + 1);
            self.points = place.clone().map(|of| Points { of, depth });
            self.item(item, list.tight, place);
        }
        self.points = bullets;
        self.html.line();
        self.html.markup(if list.start.is_some() { "</ol>" } else { "</ul>" });
    }

    fn item(&mut self, item: &Item, tight: bool, place: Option<String>) {
        self.html.markup("<li");
        if let Some(place) = place {
            let id = self.id(&place);
            self.html.attribute("id", &id);
        }
        match item.done {
            None => self.html.markup(">"),
            Some(done) => {
                let (class, key) = if done { ("task task-done", "task_done") } else { ("task task-open", "task_open") };
                self.html.attribute("class", class);
                self.html
                    .markup("><span class=\"task-mark\" aria-hidden=\"true\"></span><span class=\"visually-hidden\">");
                let word = self.word(key);
                self.html.text(&word);
                self.html.markup(" </span>");
            }
        }
        if tight {
            for (index, block) in item.blocks.iter().enumerate() {
                if index > 0 {
                    self.html.line();
                }
                match &block.kind {
                    BlockKind::Paragraph(content) => self.inlines(content),
                    kind => self.block(kind),
                }
            }
        } else {
            self.blocks(&item.blocks);
            self.html.line();
        }
        self.html.markup("</li>");
    }
}

/// a, b, … z, aa, as browsers count; none for 0 and for more than anybody lists.
fn letters(nth: u64) -> Option<String> {
    const MOST: u64 = 26 * 27;
    if nth == 0 || nth > MOST {
        return None;
    }
    let letter = |of: u64| u8::try_from(of).ok().map(|of| char::from(b'a' + of));
    let (first, last) = ((nth - 1) / 26, letter((nth - 1) % 26)?);
    match first {
        0 => Some(last.to_string()),
        _ => Some(format!("{}{last}", letter(first - 1)?)),
    }
}

/// i, ii, iii, iv.
fn roman(nth: u64) -> Option<String> {
    const SIGNS: [(u64, &str); 9] =
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    const MOST: u64 = 399;
    if nth == 0 || nth > MOST {
        return None;
    }
    let (mut left, mut out) = (nth, String::new());
    for (worth, sign) in SIGNS {
        while left >= worth {
            left -= worth;
            out.push_str(sign);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{letters, roman};

    #[test]
    fn marks_count_as_browsers_do() {
        let all = |marks: fn(u64) -> Option<String>, of: &[u64]| {
            of.iter().map(|nth| marks(*nth).unwrap_or_default()).collect::<Vec<_>>()
        };
        assert_eq!(all(letters, &[0, 1, 2, 26, 27, 52, 53, 702, 703]), ["", "a", "b", "z", "aa", "az", "ba", "zz", ""]);
        assert_eq!(all(roman, &[0, 1, 2, 4, 9, 14, 40, 99, 400]), ["", "i", "ii", "iv", "ix", "xiv", "xl", "xcix", ""]);
    }
}
