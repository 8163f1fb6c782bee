//! Languages: the page's and those of its parts, by the registry of BCP 47.

use super::Findings;
use super::view::View;
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::{PAGE_LANG, PAGE_LANG_MISMATCH, PAGE_LANG_UNKNOWN, PAGE_PART_LANG};
use crate::source::html::Element;

/// Codes of two letters (ISO 639-1), each with those of three letters for the same language
/// (ISO 639-2 and -3), which the registry of BCP 47 leaves out for that reason.
const LANGUAGES: &[(&str, &[&str])] = &[
    ("aa", &["aar"]),
    ("ab", &["abk"]),
    ("ae", &["ave"]),
    ("af", &["afr"]),
    ("ak", &["aka"]),
    ("am", &["amh"]),
    ("an", &["arg"]),
    ("ar", &["ara"]),
    ("as", &["asm"]),
    ("av", &["ava"]),
    ("ay", &["aym"]),
    ("az", &["aze"]),
    ("ba", &["bak"]),
    ("be", &["bel"]),
    ("bg", &["bul"]),
    ("bh", &[]),
    ("bi", &["bis"]),
    ("bm", &["bam"]),
    ("bn", &["ben"]),
    ("bo", &["bod", "tib"]),
    ("br", &["bre"]),
    ("bs", &["bos"]),
    ("ca", &["cat"]),
    ("ce", &["che"]),
    ("ch", &["cha"]),
    ("co", &["cos"]),
    ("cr", &["cre"]),
    ("cs", &["ces", "cze"]),
    ("cu", &["chu"]),
    ("cv", &["chv"]),
    ("cy", &["cym", "wel"]),
    ("da", &["dan"]),
    ("de", &["deu", "ger"]),
    ("dv", &["div"]),
    ("dz", &["dzo"]),
    ("ee", &["ewe"]),
    ("el", &["ell", "gre"]),
    ("en", &["eng"]),
    ("eo", &["epo"]),
    ("es", &["spa"]),
    ("et", &["est"]),
    ("eu", &["eus", "baq"]),
    ("fa", &["fas", "per"]),
    ("ff", &["ful"]),
    ("fi", &["fin"]),
    ("fj", &["fij"]),
    ("fo", &["fao"]),
    ("fr", &["fra", "fre"]),
    ("fy", &["fry"]),
    ("ga", &["gle"]),
    ("gd", &["gla"]),
    ("gl", &["glg"]),
    ("gn", &["grn"]),
    ("gu", &["guj"]),
    ("gv", &["glv"]),
    ("ha", &["hau"]),
    ("he", &["heb"]),
    ("hi", &["hin"]),
    ("ho", &["hmo"]),
    ("hr", &["hrv"]),
    ("ht", &["hat"]),
    ("hu", &["hun"]),
    ("hy", &["hye", "arm"]),
    ("hz", &["her"]),
    ("ia", &["ina"]),
    ("id", &["ind"]),
    ("ie", &["ile"]),
    ("ig", &["ibo"]),
    ("ii", &["iii"]),
    ("ik", &["ipk"]),
    ("in", &[]),
    ("io", &["ido"]),
    ("is", &["isl", "ice"]),
    ("it", &["ita"]),
    ("iu", &["iku"]),
    ("iw", &[]),
    ("ja", &["jpn"]),
    ("ji", &[]),
    ("jv", &["jav"]),
    ("jw", &[]),
    ("ka", &["kat", "geo"]),
    ("kg", &["kon"]),
    ("ki", &["kik"]),
    ("kj", &["kua"]),
    ("kk", &["kaz"]),
    ("kl", &["kal"]),
    ("km", &["khm"]),
    ("kn", &["kan"]),
    ("ko", &["kor"]),
    ("kr", &["kau"]),
    ("ks", &["kas"]),
    ("ku", &["kur"]),
    ("kv", &["kom"]),
    ("kw", &["cor"]),
    ("ky", &["kir"]),
    ("la", &["lat"]),
    ("lb", &["ltz"]),
    ("lg", &["lug"]),
    ("li", &["lim"]),
    ("ln", &["lin"]),
    ("lo", &["lao"]),
    ("lt", &["lit"]),
    ("lu", &["lub"]),
    ("lv", &["lav"]),
    ("mg", &["mlg"]),
    ("mh", &["mah"]),
    ("mi", &["mri", "mao"]),
    ("mk", &["mkd", "mac"]),
    ("ml", &["mal"]),
    ("mn", &["mon"]),
    ("mo", &["mol"]),
    ("mr", &["mar"]),
    ("ms", &["msa", "may"]),
    ("mt", &["mlt"]),
    ("my", &["mya", "bur"]),
    ("na", &["nau"]),
    ("nb", &["nob"]),
    ("nd", &["nde"]),
    ("ne", &["nep"]),
    ("ng", &["ndo"]),
    ("nl", &["nld", "dut"]),
    ("nn", &["nno"]),
    ("no", &["nor"]),
    ("nr", &["nbl"]),
    ("nv", &["nav"]),
    ("ny", &["nya"]),
    ("oc", &["oci"]),
    ("oj", &["oji"]),
    ("om", &["orm"]),
    ("or", &["ori"]),
    ("os", &["oss"]),
    ("pa", &["pan"]),
    ("pi", &["pli"]),
    ("pl", &["pol"]),
    ("ps", &["pus"]),
    ("pt", &["por"]),
    ("qu", &["que"]),
    ("rm", &["roh"]),
    ("rn", &["run"]),
    ("ro", &["ron", "rum"]),
    ("ru", &["rus"]),
    ("rw", &["kin"]),
    ("sa", &["san"]),
    ("sc", &["srd"]),
    ("sd", &["snd"]),
    ("se", &["sme"]),
    ("sg", &["sag"]),
    ("sh", &[]),
    ("si", &["sin"]),
    ("sk", &["slk", "slo"]),
    ("sl", &["slv"]),
    ("sm", &["smo"]),
    ("sn", &["sna"]),
    ("so", &["som"]),
    ("sq", &["sqi", "alb"]),
    ("sr", &["srp"]),
    ("ss", &["ssw"]),
    ("st", &["sot"]),
    ("su", &["sun"]),
    ("sv", &["swe"]),
    ("sw", &["swa"]),
    ("ta", &["tam"]),
    ("te", &["tel"]),
    ("tg", &["tgk"]),
    ("th", &["tha"]),
    ("ti", &["tir"]),
    ("tk", &["tuk"]),
    ("tl", &["tgl"]),
    ("tn", &["tsn"]),
    ("to", &["ton"]),
    ("tr", &["tur"]),
    ("ts", &["tso"]),
    ("tt", &["tat"]),
    ("tw", &["twi"]),
    ("ty", &["tah"]),
    ("ug", &["uig"]),
    ("uk", &["ukr"]),
    ("ur", &["urd"]),
    ("uz", &["uzb"]),
    ("ve", &["ven"]),
    ("vi", &["vie"]),
    ("vo", &["vol"]),
    ("wa", &["wln"]),
    ("wo", &["wol"]),
    ("xh", &["xho"]),
    ("yi", &["yid"]),
    ("yo", &["yor"]),
    ("za", &["zha"]),
    ("zh", &["zho", "chi"]),
    ("zu", &["zul"]),
];

pub(super) const WANTS: Wants = Wants { names: &["html"], attributes: &["lang"] };

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    for element in chosen {
        let Some(lang) = element.attribute("lang") else {
            if element.is("html") && element.node.parent.is_none() {
                out.add(&PAGE_LANG, element, "the page does not say its language");
            }
            continue;
        };
        if element.is("html") && element.node.parent.is_none() {
            of_the_page(element, lang, out);
            continue;
        }
        let known = lang.trim().is_empty() || is_language(lang);
        let in_body = || element.ancestors().any(|above| above.is("body"));
        if !known && in_body() && speaks(view, element) {
            out.tell(&PAGE_PART_LANG, element, format!("`{lang}` is no language"), mend(lang));
        }
    }
}

fn of_the_page(root: Element<'_, '_>, lang: &str, out: &mut Findings) {
    if lang.trim().is_empty() {
        out.add(&PAGE_LANG, root, "the page does not say its language: lang is empty");
        return;
    }
    if !is_language(lang) {
        out.tell(&PAGE_LANG_UNKNOWN, root, format!("`{lang}` is no language"), mend(lang));
        return;
    }
    if let Some(other) = root.attribute("xml:lang").filter(|other| !other.trim().is_empty() && is_language(other))
        && !primary(other).eq_ignore_ascii_case(primary(lang))
    {
        out.add(&PAGE_LANG_MISMATCH, root, format!("lang is `{lang}`, but xml:lang is `{other}`"));
    }
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// Whether a tag begins with a language of the registry. Of the codes of three letters only those are
/// known that are surely not in it.
fn is_language(tag: &str) -> bool {
    let primary = primary(tag.trim()).to_ascii_lowercase();
    if !primary.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    match primary.len() {
        // `i-` and `x-` begin tags of another kind.
        1 => matches!(primary.as_str(), "i" | "x"),
        2 => LANGUAGES.binary_search_by_key(&primary.as_str(), |(code, _)| code).is_ok(),
        3 => two_letters(&primary).is_none(),
        _ => false,
    }
}

fn two_letters(three: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|(_, longer)| longer.contains(&three)).map(|(code, _)| *code)
}

fn mend(tag: &str) -> Option<String> {
    let primary = primary(tag.trim()).to_ascii_lowercase();
    let first = primary.split('_').next().unwrap_or_default();
    if let Some(code) = two_letters(first) {
        return Some(format!("write `{code}`"));
    }
    (first.len() < primary.len() && is_language(first)).then(|| format!("write `{}`", tag.trim().replace('_', "-")))
}

/// Whether there is text inside an element whose language is the element's.
fn speaks<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>) -> bool {
    let own = |index: u32| -> bool {
        let mut at = view.tree.element(index);
        while let Some(one) = at {
            if one.index == element.index {
                return true;
            }
            if one.has("lang") {
                return false;
            }
            at = one.parent();
        }
        false
    };
    element.inside().any(|(_, node)| {
        let Some(parent) = node.parent.and_then(|parent| view.tree.element(parent)) else { return false };
        node.is_text() && own(parent.index) && view.is_shown(parent)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_judged_by_their_language() {
        for (tag, fine) in [
            ("en", true),
            ("EN-gb", true),
            ("cy", true),
            ("zh-Hant", true),
            ("gsw", true),
            ("i-klingon", true),
            ("eng", false),
            ("em-US", false),
            ("en_GB", false),
            ("#1", false),
            ("english", false),
            ("dutch", false),
        ] {
            assert_eq!(is_language(tag), fine, "{tag}");
        }
        assert!(LANGUAGES.is_sorted_by_key(|(code, _)| *code));
        assert_eq!(mend("en_GB").as_deref(), Some("write `en-GB`"));
        assert_eq!(mend("eng").as_deref(), Some("write `en`"));
    }
}
