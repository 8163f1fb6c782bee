//! Takes an address and a port to listen on, and says in plain words why it cannot be had.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};

use crate::source::WorldFailure;

/// The ports that are tried in turn when none is wished. They are few, so that the preview is
/// found at the same address day after day.
const USUAL: std::ops::RangeInclusive<u16> = 8000..=8099;

/// Where to listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The address; 127.0.0.1 is reached from this computer only.
    pub host: IpAddr,
    /// The port, if it has to be a certain one.
    pub port: Option<u16>,
}

impl Default for Wish {
    fn default() -> Wish {
        Wish { host: IpAddr::V4(Ipv4Addr::LOCALHOST), port: None }
    }
}

/// Listens as wished. Without a port: 8000, or the next free one up to 8099, else any.
///
/// # Errors
/// The wished port is taken, or the computer does not have the address or grant the port.
pub fn bind(wish: &Wish) -> Result<TcpListener, WorldFailure> {
    if let Some(port) = wish.port {
        return listen(wish.host, port).map_err(|error| failure(wish.host, port, &error));
    }
    for port in USUAL {
        match listen(wish.host, port) {
            Ok(listener) => return Ok(listener),
            // Another port will not help where the address itself is not to be had.
            Err(error) if error.kind() == ErrorKind::AddrNotAvailable => {
                return Err(failure(wish.host, port, &error));
            }
            // Taken, or set aside by the system, as Windows does with whole ranges.
            Err(_) => {}
        }
    }
    listen(wish.host, 0).map_err(|error| failure(wish.host, 0, &error))
}

fn listen(host: IpAddr, port: u16) -> io::Result<TcpListener> {
    TcpListener::bind(SocketAddr::new(host, port))
}

fn failure(host: IpAddr, port: u16, error: &io::Error) -> WorldFailure {
    let cause = match error.kind() {
        ErrorKind::AddrInUse => format!(
            "another program uses port {port} already, perhaps another preview; close it, or name another port with `--port`"
        ),
        ErrorKind::PermissionDenied if port != 0 && port < 1024 => {
            format!("the system keeps port {port} for itself; name one from 1024 upwards with `--port`")
        }
        ErrorKind::PermissionDenied => {
            format!("the system does not let port {port} be used; name another with `--port`")
        }
        ErrorKind::AddrNotAvailable => format!("this computer does not have the address {host}"),
        _ => error.to_string(),
    };
    WorldFailure { doing: format!("listening on {}", SocketAddr::new(host, port)), cause }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_wish_it_is_loopback_and_two_previews_get_two_ports() {
        let first = bind(&Wish::default()).unwrap().local_addr().unwrap();
        let kept = bind(&Wish::default()).unwrap();
        let second = bind(&Wish::default()).unwrap().local_addr().unwrap();
        assert!(first.ip().is_loopback());
        assert_ne!(kept.local_addr().unwrap().port(), second.port());
    }

    #[test]
    fn a_taken_port_is_said_in_plain_words() {
        let taken = bind(&Wish { port: Some(0), ..Wish::default() }).unwrap();
        let port = taken.local_addr().unwrap().port();
        let failure = bind(&Wish { port: Some(port), ..Wish::default() }).unwrap_err();
        assert_eq!(
            failure.to_string(),
            format!(
                "listening on 127.0.0.1:{port}: another program uses port {port} already, perhaps another preview; \
                 close it, or name another port with `--port`"
            )
        );
    }

    #[test]
    fn an_address_of_another_computer_is_refused() {
        // Set aside for documentation: no computer has it.
        let host: IpAddr = "192.0.2.1".parse().unwrap();
        let failure = bind(&Wish { host, port: None }).unwrap_err();
        assert_eq!(failure.cause, "this computer does not have the address 192.0.2.1");
    }
}
