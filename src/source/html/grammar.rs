//! What the HTML Living Standard says of elements and attributes by name, as far as the fast reader asks.

use super::known::{Known, traits};
use super::tree::Space;

/// Elements without an end tag.
pub(super) const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Elements whose start ends an open paragraph.
pub(super) const ENDS_PARAGRAPH: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "ul",
];
/// Elements that browsers read in a way of their own; Candour writes none of them.
pub(super) const PECULIAR: &[&str] = &[
    "applet",
    "body",
    "frame",
    "frameset",
    "head",
    "html",
    "iframe",
    "image",
    "isindex",
    "keygen",
    "listing",
    "marquee",
    "math",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "param",
    "plaintext",
    "rb",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "template",
    "xmp",
];
/// Elements of pictures that hold nothing but one another and text.
pub(super) const PICTURE: &[&str] = &[
    "circle", "defs", "desc", "ellipse", "g", "line", "path", "pattern", "polygon", "polyline", "rect", "svg", "text",
    "title", "tspan", "use",
];
/// What may stand in the head.
pub(super) const HEAD: &[&str] = &["base", "link", "meta", "script", "style", "title"];
pub(super) const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

/// Elements of a table in which only certain others may stand, and no text.
pub(super) const GRID: &[&str] = &["table", "thead", "tbody", "tfoot", "tr", "colgroup"];
/// What one chooses from, in which only such elements may stand.
pub(super) const CHOICE: &[&str] = &["select", "option", "optgroup"];
/// Elements that may stand in certain others only, or not in certain others.
pub(super) const PARTICULAR: &[&str] = &[
    "a", "base", "button", "caption", "col", "colgroup", "dd", "dt", "form", "h1", "h2", "h3", "h4", "h5", "h6", "li",
    "link", "meta", "optgroup", "option", "select", "style", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
];
/// Other names that somebody asks about: elements, then attributes.
pub(super) const OTHERS: &[&str] = &[
    "abbr",
    "audio",
    "b",
    "bdi",
    "bdo",
    "canvas",
    "cite",
    "code",
    "data",
    "datalist",
    "del",
    "dfn",
    "em",
    "i",
    "ins",
    "kbd",
    "label",
    "legend",
    "map",
    "mark",
    "meter",
    "output",
    "picture",
    "progress",
    "q",
    "s",
    "samp",
    "slot",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "textarea",
    "time",
    "u",
    "var",
    "video",
    "alt",
    "aria-current",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "aria-owns",
    "autocomplete",
    "class",
    "content",
    "contenteditable",
    "datetime",
    "headers",
    "height",
    "hidden",
    "href",
    "id",
    "inert",
    "lang",
    "popover",
    "rel",
    "role",
    "scope",
    "src",
    "tabindex",
    "type",
    "width",
];

pub(super) fn is_name(byte: u8, space: Space) -> bool {
    byte.is_ascii_lowercase()
        || byte.is_ascii_digit()
        || byte == b'-'
        || byte == b':'
        || space == Space::Svg && byte.is_ascii_uppercase()
}

/// Whether browsers leave the name of an attribute of SVG as it is written.
pub(super) fn is_picture_attribute(name: &str) -> bool {
    const CAPITALS: &[&str] =
        &["patternContentUnits", "patternTransform", "patternUnits", "preserveAspectRatio", "viewBox"];
    // They change some names that are written without their capitals, and those of XML.
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => CAPITALS.contains(&name),
        false => !name.contains(':') && !name.starts_with("xml") && !Known::of(name).has(traits::CHANGED),
    }
}

/// The names that browsers write with capitals in SVG (HTML Living Standard, 13.2.6.1), in small letters.
pub(super) const CHANGED: &[&str] = &[
    "attributename",
    "attributetype",
    "basefrequency",
    "baseprofile",
    "calcmode",
    "clippathunits",
    "diffuseconstant",
    "edgemode",
    "filterunits",
    "glyphref",
    "gradienttransform",
    "gradientunits",
    "kernelmatrix",
    "kernelunitlength",
    "keypoints",
    "keysplines",
    "keytimes",
    "lengthadjust",
    "limitingconeangle",
    "markerheight",
    "markerunits",
    "markerwidth",
    "maskcontentunits",
    "maskunits",
    "numoctaves",
    "pathlength",
    "patterncontentunits",
    "patterntransform",
    "patternunits",
    "pointsatx",
    "pointsaty",
    "pointsatz",
    "preservealpha",
    "preserveaspectratio",
    "primitiveunits",
    "refx",
    "refy",
    "repeatcount",
    "repeatdur",
    "requiredextensions",
    "requiredfeatures",
    "specularconstant",
    "specularexponent",
    "spreadmethod",
    "startoffset",
    "stddeviation",
    "stitchtiles",
    "surfacescale",
    "systemlanguage",
    "tablevalues",
    "targetx",
    "targety",
    "textlength",
    "viewbox",
    "viewtarget",
    "xchannelselector",
    "ychannelselector",
    "zoomandpan",
];
