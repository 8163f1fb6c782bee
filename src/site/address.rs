//! Addresses: where a page stands. They are promises, so they come from nothing but the
//! path of the file.

use crate::content::easy_read::FOLDER;
use crate::source::SitePath;
use std::fmt;
use std::sync::Arc;

/// The address of a page: a path without `/` at either end; empty for the home page. Copies
/// share their text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Arc<str>);

impl Address {
    /// The home page.
    pub fn home() -> Address {
        Address(Arc::default())
    }

    /// The page that hosts show for addresses that do not exist.
    pub fn not_found() -> Address {
        Address("404.html".into())
    }

    /// The glossary.
    pub fn glossary() -> Address {
        Address("glossary".into())
    }

    /// All figures; each has its own address below.
    pub fn figures() -> Address {
        Address("figures".into())
    }

    /// The own figures of a document, as [`Address::figures`] are the site's.
    pub fn figures_of(document: &SitePath) -> Address {
        Address::of(document).below("figures")
    }

    /// How the numbers of a document changed since the edition before.
    pub fn changes_of(document: &SitePath) -> Address {
        Address::of(document).below("how-the-numbers-changed")
    }

    /// The commitments of a document and its series, and what became of them.
    pub fn promises_of(document: &SitePath) -> Address {
        Address::of(&document.parent()).below("promises")
    }

    /// The Easy Read edition of a document; its chapters have addresses below.
    pub fn easy_read_of(document: &SitePath) -> Address {
        Address::of(document).below(FOLDER)
    }

    /// All of a document's Easy Read edition, to print as a booklet.
    pub fn booklet_of(document: &SitePath) -> Address {
        Address::easy_read_of(document).below("booklet")
    }

    /// The committees that briefings go to; each has its own address below.
    pub fn committees() -> Address {
        Address("committees".into())
    }

    /// The list of all data files.
    pub fn data() -> Address {
        Address("data".into())
    }

    /// The accessibility statement.
    pub fn statement() -> Address {
        Address("accessibility-statement".into())
    }

    /// The address that a path below `content/` stands for.
    pub fn of(path: &SitePath) -> Address {
        Address(path.shared())
    }

    /// An address below this one.
    #[must_use]
    pub fn below(&self, part: &str) -> Address {
        if self.0.is_empty() { Address(part.into()) } else { Address(format!("{}/{part}", self.0).into()) }
    }

    /// The address one level up; `None` for the home page.
    pub fn parent(&self) -> Option<Address> {
        if self.0.is_empty() {
            return None;
        }
        Some(Address(self.0.rsplit_once('/').map(|(parent, _)| parent.into()).unwrap_or_default()))
    }

    /// Its last part.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that holds the page, below the output folder.
    pub fn file(&self) -> String {
        match &*self.0 {
            "" => "index.html".into(),
            "404.html" => "404.html".into(),
            path => format!("{path}/index.html"),
        }
    }

    /// The link from this page to another.
    pub fn link_to(&self, other: &Address) -> String {
        relative(&self.file(), &other.file())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.0)
    }
}

/// The relative link from one file to another, both paths below the output folder. What
/// a URL cannot hold is percent-encoded.
pub fn relative(from: &str, to: &str) -> String {
    // How many folders each file is deep, and how many of them they share.
    let (depth, parts) = (from.matches('/').count(), to.matches('/').count());
    let common = from.split('/').take(depth).zip(to.split('/').take(parts)).take_while(|(a, b)| a == b).count();
    let mut link = String::with_capacity(3 * (depth - common) + to.len());
    for _ in common..depth {
        link.push_str("../");
    }
    for (index, part) in to.split('/').skip(common).enumerate() {
        if index > 0 {
            link.push('/');
        }
        encode(part, &mut link);
    }
    // A first part with a colon would read as a scheme.
    if link.split('/').next().is_some_and(|first| first.contains(':')) { format!("./{link}") } else { link }
}

fn encode(part: &str, out: &mut String) {
    use fmt::Write;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte);
    if part.bytes().all(plain) {
        return out.push_str(part);
    }
    for character in part.chars() {
        if u8::try_from(character).is_ok_and(plain) {
            out.push(character);
        } else {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn links_are_relative_and_name_files() {
        assert_eq!(relative("a/b/index.html", "a/c/index.html"), "../c/index.html");
        assert_eq!(relative("index.html", "a/index.html"), "a/index.html");
        assert_eq!(relative("a/b/index.html", "index.html"), "../../index.html");
        assert_eq!(relative("a/b/index.html", "a/b/index.html"), "index.html");
        assert_eq!(relative("a/index.html", "assets/style.css"), "../assets/style.css");
        assert_eq!(relative("index.html", "a b/c%.png"), "a%20b/c%25.png");
    }
}
