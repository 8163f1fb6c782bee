//! The names by which a browser may ask for the preview. A website can make its own name lead
//! to this computer (DNS rebinding) and would then read the drafts as if they were its own
//! pages; the `Host` header tells, because the browser writes it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// Which `Host` and `Origin` are ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    port: u16,
    /// The address that is listened on; an unspecified one stands for every address.
    address: IpAddr,
}

impl Names {
    /// The names of a server that listens at `local`: `127.0.0.1`, `localhost`, `[::1]` and that
    /// address, with its port. If it listens on every address, any address written in digits
    /// is right, for it cannot be a name that somebody made to lead here.
    pub fn of(local: SocketAddr) -> Names {
        Names { port: local.port(), address: local.ip().to_canonical() }
    }

    /// Whether a `Host` header names this server.
    pub fn allows_host(&self, header: &str) -> bool {
        let (host, port) = match header.strip_prefix('[') {
            // An IPv6 address: its colons are inside the brackets.
            Some(rest) => {
                let Some((inner, after)) = rest.split_once(']') else { return false };
                let port = match after.strip_prefix(':') {
                    None if !after.is_empty() => return false,
                    port => port,
                };
                match inner.parse::<Ipv6Addr>() {
                    Ok(address) => (Host::Address(IpAddr::V6(address)), port),
                    Err(_) => return false,
                }
            }
            None => {
                let (host, port) = header.rsplit_once(':').map_or((header, None), |(host, port)| (host, Some(port)));
                match host.parse::<Ipv4Addr>() {
                    Ok(address) => (Host::Address(IpAddr::V4(address)), port),
                    Err(_) => (Host::Name(host), port),
                }
            }
        };
        self.is_port(port) && self.is_host(&host)
    }

    /// Whether an `Origin` header names a page of this server.
    pub fn allows_origin(&self, header: &str) -> bool {
        header.strip_prefix("http://").is_some_and(|host| self.allows_host(host))
    }

    fn is_port(&self, written: Option<&str>) -> bool {
        // Compared as text: a number could be written in other ways, and browsers have one.
        // They leave the port of the scheme out.
        written.map_or(self.port == 80, |text| text == self.port.to_string())
    }

    fn is_host(&self, host: &Host<'_>) -> bool {
        match host {
            Host::Name(name) => name.eq_ignore_ascii_case("localhost"),
            Host::Address(address) => {
                self.address.is_unspecified()
                    || *address == self.address
                    || *address == IpAddr::V4(Ipv4Addr::LOCALHOST)
                    || *address == IpAddr::V6(Ipv6Addr::LOCALHOST)
            }
        }
    }
}

enum Host<'a> {
    Name(&'a str),
    Address(IpAddr),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(local: &str) -> Names {
        Names::of(local.parse().unwrap())
    }

    #[test]
    fn a_preview_on_loopback_has_three_names() {
        let ours = names("127.0.0.1:8000");
        for host in ["127.0.0.1:8000", "localhost:8000", "LocalHost:8000", "[::1]:8000", "[0:0::1]:8000"] {
            assert!(ours.allows_host(host), "{host}");
            assert!(ours.allows_origin(&format!("http://{host}")), "{host}");
        }
    }

    #[test]
    fn other_names_ports_and_spellings_are_not_ours() {
        let ours = names("127.0.0.1:8000");
        for host in [
            "",
            ":",
            ":8000",
            "localhost",
            "localhost:",
            "localhost:80",
            "localhost:08000",
            "localhost:+8000",
            "localhost:8000:8000",
            "localhost.:8000",
            "localhost.evil.example:8000",
            "evil.localhost:8000",
            "evil.example:8000",
            "user@localhost:8000",
            "192.168.1.5:8000",
            "127.1:8000",
            "0177.0.0.1:8000",
            "2130706433:8000",
            "127.0.0.1",
            "127.0.0.1.nip.io:8000",
            "::1:8000",
            "[::1]",
            "[::1:8000",
            "[::1]8000",
            "[::1]x:8000",
            "[::1%lo]:8000",
            "[localhost]:8000",
            "localhost:8000/",
            " localhost:8000",
            "lоcalhost:8000",
        ] {
            assert!(!ours.allows_host(host), "{host}");
        }
        for origin in ["", "null", "localhost:8000", "https://localhost:8000", "http://localhost:8000/", "http://"] {
            assert!(!ours.allows_origin(origin), "{origin}");
        }
    }

    #[test]
    fn another_address_that_was_wished_is_ours_too() {
        let ours = names("192.168.1.5:8000");
        assert!(ours.allows_host("192.168.1.5:8000"));
        assert!(ours.allows_host("localhost:8000"));
        assert!(!ours.allows_host("192.168.1.6:8000"));
        assert!(names("[fd00::5]:8000").allows_host("[FD00:0::5]:8000"));
    }

    #[test]
    fn a_preview_on_every_address_still_has_no_foreign_name() {
        for ours in [names("0.0.0.0:8000"), names("[::]:8000")] {
            assert!(ours.allows_host("10.1.2.3:8000"));
            assert!(ours.allows_host("[fd00::5]:8000"));
            assert!(!ours.allows_host("10.1.2.3:8001"));
            assert!(!ours.allows_host("laptop.council.example:8000"));
            assert!(!ours.allows_host("rebound.evil.example:8000"));
        }
    }

    #[test]
    fn browsers_leave_out_port_80() {
        assert!(names("127.0.0.1:80").allows_host("localhost"));
        assert!(names("127.0.0.1:80").allows_host("[::1]"));
        assert!(names("127.0.0.1:80").allows_origin("http://127.0.0.1"));
    }
}
