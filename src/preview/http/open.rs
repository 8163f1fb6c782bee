//! Opens the preview in the reader's own browser, on wish.

use crate::source::WorldFailure;

/// Asks the system to show `url` in the browser (`BROWSER`, if it is set, says which). That the
/// browser then does so cannot be known.
///
/// # Errors
/// There is no browser to be found, or `url` is not a web address.
pub fn open_in_browser(url: &str) -> Result<(), WorldFailure> {
    let failure = |cause: String| WorldFailure { doing: format!("opening {url} in a browser"), cause };
    // The system would open a path, too, with whatever program it has for it.
    if !url.starts_with("http://") {
        return Err(failure("it is not the address of a preview".into()));
    }
    opener::open_browser(url).map_err(|error| failure(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_opened() {
        for url in ["", "/etc/passwd", "file:///etc/passwd", "vscode://file/a", "calc.exe"] {
            assert!(open_in_browser(url).is_err(), "{url}");
        }
    }
}
