//! The address that opens a file in the author's editor.

use std::path::Path;

/// The editors that are known by name, with the addresses that they answer to.
const KNOWN: &[(&str, &str)] = &[
    ("vscode", "vscode://file/{file}:{line}:{column}"),
    ("vscodium", "vscodium://file/{file}:{line}:{column}"),
    ("sublime", "subl://open?url=file:///{file}&line={line}&column={column}"),
    ("idea", "idea://open?file=/{file}&line={line}&column={column}"),
    ("zed", "zed://file/{file}:{line}:{column}"),
];

/// The address for an editor that is known by name, or that `chosen` gives itself with `{file}`
/// in it; `None` for `none`. In what comes back `{path}`, below the site's folder `root`,
/// `{line}` and `{column}` are left to be filled in.
///
/// # Errors
/// It is neither; what can be chosen.
pub fn editor_address(chosen: &str, root: &Path) -> Result<Option<String>, String> {
    if chosen == "none" {
        return Ok(None);
    }
    let template = match KNOWN.iter().find(|(name, _)| *name == chosen) {
        Some((_, template)) => *template,
        None if chosen.contains("{file}") && is_harmless(chosen) => chosen,
        None => {
            let names: Vec<&str> = KNOWN.iter().map(|(name, _)| *name).collect();
            return Err(format!(
                "`{chosen}` is no editor that is known; choose {} or none, or give an address with {{file}}, {{line}} and {{column}} in it",
                names.join(", ")
            ));
        }
    };
    let root = root.to_string_lossy().replace('\\', "/");
    let root = crate::site::relative("", root.trim_start_matches('/'));
    let root = root.trim_start_matches("./");
    Ok(Some(template.replace("{file}", &format!("{root}/{{path}}"))))
}

/// Whether an address can only open a program, and not run something in the page.
fn is_harmless(address: &str) -> bool {
    let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let named = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    address.contains("://")
        && scheme.chars().all(named)
        && !matches!(scheme.as_str(), "javascript" | "data" | "vbscript")
}

#[cfg(test)]
mod tests {
    use super::editor_address;
    use std::path::Path;

    #[test]
    fn an_address_names_the_file_and_leaves_its_place_open() {
        let of = |chosen| editor_address(chosen, Path::new("/home/a b/site"));
        assert_eq!(of("vscode").unwrap().unwrap(), "vscode://file/home/a%20b/site/{path}:{line}:{column}");
        assert_eq!(of("mine://{file}?l={line}").unwrap().unwrap(), "mine://home/a%20b/site/{path}?l={line}");
        assert_eq!(of("none"), Ok(None));
        assert!(of("vim").is_err());
        assert!(of("javascript:alert('{file}')").is_err());
        assert!(of("javascript://x%0a{file}").is_err());
        let windows = editor_address("vscode", Path::new(r"C:\sites\one")).unwrap().unwrap();
        assert_eq!(windows, "vscode://file/C:/sites/one/{path}:{line}:{column}");
    }
}
