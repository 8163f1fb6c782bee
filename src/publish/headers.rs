//! What the host should say with every file: the headers that keep a site safe and fast.
//! This table is the only one; `_headers` is made from it, and a test holds the
//! configurations in docs/hosting.md to it. Nothing here talks to a host.

use std::fmt::Write;

/// The file in which Netlify, Cloudflare Pages and others look for headers.
pub const HEADERS_FILE: &str = "_headers";

/// The headers of every answer, that a page is missing among them.
pub const HEADERS: [(&str, &str); 7] = [
    // Nothing loads unless a rule names it, and then from the same host only. No rule for
    // scripts or styles inside a page: the templates have none, and so none can be slipped
    // in. Fonts are for themes that bring one. Nothing is fetched by script, no page has a
    // form, and no page may be shown in the frame of another.
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    // Only over an encrypted connection, for a year. Without includeSubDomains: what else
    // the council runs below this name is not known here. Browsers ignore it over plain HTTP.
    ("Strict-Transport-Security", "max-age=31536000"),
    // A file is what its type says, whatever it looks like.
    ("X-Content-Type-Options", "nosniff"),
    // Other sites do not learn which page their visitor came from.
    ("Referrer-Policy", "same-origin"),
    // Nothing that a document needs.
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    // A page that opens this one, or is opened from it, gets no hold on it.
    ("Cross-Origin-Opener-Policy", "same-origin"),
    // Other sites cannot load these files into their pages.
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// How long a file may be kept whose name changes with its content: for ever.
pub const CACHE_HASHED: &str = "public, max-age=31536000, immutable";

/// How long any other file may be kept: as long as one likes, but ask each time whether it
/// has changed. The answer that it has not is a few bytes.
pub const CACHE_OTHER: &str = "public, max-age=0, must-revalidate";

/// The text of [`HEADERS_FILE`]. `hashed` are the paths, below the output folder, of files
/// whose names change with their content.
///
/// A host joins what several rules say of the same header, so none is named in two rules
/// that hold for one file. That is why [`CACHE_OTHER`] is missing: hosts that read this
/// file do that by themselves.
pub fn headers_file<'a>(hashed: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::from("/*\n");
    for (name, value) in HEADERS {
        let _ = writeln!(out, "  {name}: {value}");
    }
    for path in hashed {
        let _ = writeln!(out, "/{path}\n  Cache-Control: {CACHE_HASHED}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{HEADERS, headers_file};

    #[test]
    fn every_rule_is_a_path_and_its_headers() {
        let text = headers_file(["assets/style.0.css"]);
        assert!(text.starts_with("/*\n  Content-Security-Policy: default-src 'none'; script-src 'self';"));
        assert!(text.ends_with("\n/assets/style.0.css\n  Cache-Control: public, max-age=31536000, immutable\n"));
        assert_eq!(text.lines().count(), 1 + HEADERS.len() + 2);
    }

    #[test]
    fn the_policy_lets_nothing_from_elsewhere_in() {
        let (_, policy) = HEADERS[0];
        for rule in policy.split("; ") {
            let (_, value) = rule.split_once(' ').unwrap();
            assert!(matches!(value, "'none'" | "'self'"), "{rule}");
        }
        for name in ["default-src", "base-uri", "frame-ancestors", "form-action"] {
            assert!(policy.contains(&format!("{name} 'none'")), "{name}");
        }
    }
}
