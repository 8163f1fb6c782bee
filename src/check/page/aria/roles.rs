//! The roles of ARIA 1.2 (chapter 5): the attributes that each has beside the global ones, what it must
//! say of itself, whether its content gives its name, and what it stands in or holds.

/// A role.
#[derive(Debug)]
pub(in crate::check::page) struct Role {
    /// Its name.
    pub(in crate::check::page) name: &'static str,
    /// The attributes it has beside the global ones, without `aria-`.
    pub(in crate::check::page) has: &'static [&'static str],
    /// Those it must have, without `aria-`.
    pub(in crate::check::page) needs: &'static [&'static str],
    /// What it must stand in.
    pub(in crate::check::page) within: &'static [&'static str],
    /// What it must hold.
    pub(in crate::check::page) holds: &'static [&'static str],
    /// More about it.
    pub(in crate::check::page) traits: u8,
}

/// Its content gives its name.
pub(in crate::check::page) const CONTENT: u8 = 1;
/// It must not be named.
pub(in crate::check::page) const NAMELESS: u8 = 2;
/// What is inside it is not told to anybody.
pub(in crate::check::page) const OPAQUE: u8 = 4;
/// It is a landmark.
pub(in crate::check::page) const LANDMARK: u8 = 8;
/// It is a control of a form (ACT rule e086e5).
pub(in crate::check::page) const FIELD: u8 = 16;

const fn role(name: &'static str, traits: u8, has: &'static [&'static str]) -> Role {
    Role { name, has, needs: &[], within: &[], holds: &[], traits }
}

const fn needs(role: Role, needs: &'static [&'static str]) -> Role {
    Role { needs, ..role }
}

const fn within(role: Role, within: &'static [&'static str]) -> Role {
    Role { within, ..role }
}

const fn holds(role: Role, holds: &'static [&'static str]) -> Role {
    Role { holds, ..role }
}

const ITEMS: &[&str] = &["menuitem", "menuitemcheckbox", "menuitemradio"];
const MENUS: &[&str] = &["menu", "menubar"];
const CELLS: &[&str] = &["cell", "columnheader", "gridcell", "rowheader"];
const TABLES: &[&str] = &["grid", "table", "treegrid"];

/// All roles of ARIA 1.2 but the abstract ones, in order; the few words of 1.3 that browsers know too.
pub(in crate::check::page) static ROLES: &[Role] = &[
    role("alert", 0, &[]),
    role("alertdialog", 0, &["modal"]),
    role("application", 0, &["activedescendant", "expanded"]),
    role("article", 0, &["posinset", "setsize"]),
    role("banner", LANDMARK, &[]),
    role("blockquote", 0, &[]),
    role("button", CONTENT | OPAQUE, &["expanded", "pressed"]),
    role("caption", NAMELESS, &[]),
    within(
        role("cell", CONTENT, &["colindex", "colindextext", "colspan", "rowindex", "rowindextext", "rowspan"]),
        &["row"],
    ),
    needs(role("checkbox", CONTENT | OPAQUE | FIELD, &["checked", "expanded", "readonly", "required"]), &["checked"]),
    role("code", NAMELESS, &[]),
    within(
        role(
            "columnheader",
            CONTENT,
            &[
                "colindex",
                "colindextext",
                "colspan",
                "expanded",
                "readonly",
                "required",
                "rowindex",
                "rowindextext",
                "rowspan",
                "selected",
                "sort",
            ],
        ),
        &["row"],
    ),
    needs(
        role("combobox", FIELD, &["activedescendant", "autocomplete", "expanded", "readonly", "required"]),
        &["expanded"],
    ),
    role("comment", CONTENT, &["level", "posinset", "setsize"]),
    role("complementary", LANDMARK, &[]),
    role("contentinfo", LANDMARK, &[]),
    role("definition", 0, &[]),
    role("deletion", NAMELESS, &[]),
    role("dialog", 0, &["modal"]),
    role("directory", 0, &[]),
    role("document", 0, &[]),
    role("emphasis", NAMELESS, &[]),
    holds(role("feed", 0, &[]), &["article"]),
    role("figure", 0, &[]),
    role("form", LANDMARK, &[]),
    role("generic", NAMELESS, &[]),
    holds(
        role("grid", 0, &["activedescendant", "colcount", "multiselectable", "readonly", "rowcount"]),
        &["row", "rowgroup"],
    ),
    within(
        role(
            "gridcell",
            CONTENT,
            &[
                "colindex",
                "colindextext",
                "colspan",
                "expanded",
                "readonly",
                "required",
                "rowindex",
                "rowindextext",
                "rowspan",
                "selected",
            ],
        ),
        &["row"],
    ),
    role("group", 0, &["activedescendant"]),
    needs(role("heading", CONTENT, &["level"]), &["level"]),
    role("image", OPAQUE, &[]),
    role("img", OPAQUE, &[]),
    role("insertion", NAMELESS, &[]),
    role("link", CONTENT, &["expanded"]),
    holds(role("list", 0, &[]), &["listitem"]),
    holds(
        role(
            "listbox",
            FIELD,
            &["activedescendant", "expanded", "multiselectable", "orientation", "readonly", "required"],
        ),
        &["option", "group"],
    ),
    within(role("listitem", 0, &["level", "posinset", "setsize"]), &["list", "directory"]),
    role("log", 0, &[]),
    role("main", LANDMARK, &[]),
    role("mark", NAMELESS, &[]),
    role("marquee", 0, &[]),
    role("math", 0, &[]),
    holds(
        role("menu", 0, &["activedescendant", "orientation"]),
        &["menuitem", "menuitemcheckbox", "menuitemradio", "group"],
    ),
    holds(
        role("menubar", 0, &["activedescendant", "orientation"]),
        &["menuitem", "menuitemcheckbox", "menuitemradio", "group"],
    ),
    within(role("menuitem", CONTENT, &["expanded", "posinset", "setsize"]), MENUS),
    within(
        needs(
            role(
                "menuitemcheckbox",
                CONTENT | OPAQUE | FIELD,
                &["checked", "expanded", "posinset", "readonly", "required", "setsize"],
            ),
            &["checked"],
        ),
        MENUS,
    ),
    within(
        needs(
            role(
                "menuitemradio",
                CONTENT | OPAQUE | FIELD,
                &["checked", "expanded", "posinset", "readonly", "required", "setsize"],
            ),
            &["checked"],
        ),
        MENUS,
    ),
    needs(role("meter", OPAQUE, &["valuemax", "valuemin", "valuenow", "valuetext"]), &["valuenow"]),
    role("navigation", LANDMARK, &[]),
    role("none", NAMELESS, &[]),
    role("note", 0, &[]),
    within(role("option", CONTENT | OPAQUE, &["checked", "posinset", "selected", "setsize"]), &["listbox"]),
    role("paragraph", NAMELESS, &[]),
    role("presentation", NAMELESS, &[]),
    role("progressbar", OPAQUE, &["valuemax", "valuemin", "valuenow", "valuetext"]),
    needs(role("radio", CONTENT | OPAQUE | FIELD, &["checked", "posinset", "setsize"]), &["checked"]),
    role("radiogroup", 0, &["activedescendant", "orientation", "readonly", "required"]),
    role("region", LANDMARK, &[]),
    within(
        holds(
            role(
                "row",
                CONTENT,
                &[
                    "activedescendant",
                    "colindex",
                    "colindextext",
                    "expanded",
                    "level",
                    "posinset",
                    "rowindex",
                    "rowindextext",
                    "selected",
                    "setsize",
                ],
            ),
            CELLS,
        ),
        &["grid", "rowgroup", "table", "treegrid"],
    ),
    within(holds(role("rowgroup", 0, &[]), &["row"]), TABLES),
    within(
        role(
            "rowheader",
            CONTENT,
            &[
                "colindex",
                "colindextext",
                "colspan",
                "expanded",
                "readonly",
                "required",
                "rowindex",
                "rowindextext",
                "rowspan",
                "selected",
                "sort",
            ],
        ),
        &["row"],
    ),
    needs(
        role("scrollbar", OPAQUE, &["orientation", "valuemax", "valuemin", "valuenow", "valuetext"]),
        &["controls", "valuenow"],
    ),
    role("search", LANDMARK, &[]),
    role("searchbox", FIELD, &["activedescendant", "autocomplete", "multiline", "placeholder", "readonly", "required"]),
    role("separator", OPAQUE, &["orientation", "valuemax", "valuemin", "valuenow", "valuetext"]),
    needs(
        role("slider", OPAQUE | FIELD, &["orientation", "readonly", "valuemax", "valuemin", "valuenow", "valuetext"]),
        &["valuenow"],
    ),
    role(
        "spinbutton",
        FIELD,
        &["activedescendant", "readonly", "required", "valuemax", "valuemin", "valuenow", "valuetext"],
    ),
    role("status", 0, &[]),
    role("strong", NAMELESS, &[]),
    role("subscript", NAMELESS, &[]),
    role("suggestion", NAMELESS, &[]),
    role("superscript", NAMELESS, &[]),
    needs(role("switch", CONTENT | OPAQUE | FIELD, &["checked", "expanded", "readonly", "required"]), &["checked"]),
    within(role("tab", CONTENT | OPAQUE, &["expanded", "posinset", "selected", "setsize"]), &["tablist"]),
    holds(role("table", 0, &["colcount", "rowcount"]), &["row", "rowgroup", "caption"]),
    holds(role("tablist", 0, &["activedescendant", "multiselectable", "orientation"]), &["tab"]),
    role("tabpanel", 0, &[]),
    role("term", 0, &[]),
    role("textbox", FIELD, &["activedescendant", "autocomplete", "multiline", "placeholder", "readonly", "required"]),
    role("time", 0, &[]),
    role("timer", 0, &[]),
    role("toolbar", 0, &["activedescendant", "orientation"]),
    role("tooltip", CONTENT, &[]),
    holds(role("tree", 0, &["activedescendant", "multiselectable", "orientation", "required"]), &["treeitem", "group"]),
    holds(
        role(
            "treegrid",
            0,
            &["activedescendant", "colcount", "multiselectable", "orientation", "readonly", "required", "rowcount"],
        ),
        &["row", "rowgroup"],
    ),
    within(role("treeitem", CONTENT, &["checked", "expanded", "level", "posinset", "selected", "setsize"]), &["tree"]),
];

/// The role of a name.
pub(in crate::check::page) fn role_named(name: &str) -> Option<&'static Role> {
    let at = ROLES.binary_search_by(|known| known.name.cmp(name)).ok()?;
    ROLES.get(at)
}

/// Whether a word is a role of another module: publishing (DPUB-ARIA) or graphics.
pub(in crate::check::page) fn is_of_a_module(name: &str) -> bool {
    const GRAPHICS: &[&str] = &["graphics-document", "graphics-object", "graphics-symbol"];
    const PUBLISHING: &[&str] = &[
        "abstract",
        "acknowledgments",
        "afterword",
        "appendix",
        "backlink",
        "biblioentry",
        "bibliography",
        "biblioref",
        "chapter",
        "colophon",
        "conclusion",
        "cover",
        "credit",
        "credits",
        "dedication",
        "endnote",
        "endnotes",
        "epigraph",
        "epilogue",
        "errata",
        "example",
        "footnote",
        "foreword",
        "glossary",
        "glossref",
        "index",
        "introduction",
        "noteref",
        "notice",
        "pagebreak",
        "pagefooter",
        "pageheader",
        "pagelist",
        "part",
        "preface",
        "prologue",
        "pullquote",
        "qna",
        "subtitle",
        "tip",
        "toc",
    ];
    GRAPHICS.contains(&name) || name.strip_prefix("doc-").is_some_and(|name| PUBLISHING.contains(&name))
}

/// Whether a role is an item of a menu.
pub(in crate::check::page) fn is_menu_item(name: &str) -> bool {
    ITEMS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::page::aria::attributes::attribute;

    #[test]
    fn roles_are_in_order_and_their_attributes_known() {
        assert!(ROLES.is_sorted_by_key(|role| role.name));
        for role in ROLES {
            for name in role.has.iter().chain(role.needs) {
                assert!(attribute(&format!("aria-{name}")).is_some(), "{}: {name}", role.name);
            }
            for name in role.within.iter().chain(role.holds) {
                assert!(role_named(name).is_some(), "{}: {name}", role.name);
            }
        }
    }
}
