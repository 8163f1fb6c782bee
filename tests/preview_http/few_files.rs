//! The server when the system gives it no more files: a process of its own with few of them.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use candour::preview::http::Limits;

use crate::served::Served;

const IN_CHILD: &str = "CANDOUR_TEST_FEW_FILES";

#[test]
fn too_many_open_files_pass_over() {
    let mut child = Command::new("sh")
        .args(["-c", "ulimit -n 40; exec \"$0\" --exact few_files::the_process_with_few_files --nocapture"])
        .arg(env::current_exe().unwrap())
        .env(IN_CHILD, "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let address: SocketAddr = loop {
        let line = lines.next().unwrap().unwrap();
        if let Some((_, address)) = line.split_once("listening: ") {
            break address.parse().unwrap();
        }
    };
    let served = Served::elsewhere(address);
    assert!(served.is_well());

    let many: Vec<TcpStream> = (0..80).map(|_| served.connect()).collect();
    thread::sleep(Duration::from_millis(500));
    // Nobody can be taken in now: this one waits until the others leave.
    let mut waiting = served.connect();
    write!(waiting, "GET /waited HTTP/1.1\r\n{}\r\nConnection: close\r\n\r\n", served.host()).unwrap();
    waiting.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    assert!(waiting.read(&mut [0u8; 1]).is_err(), "there were files enough");
    drop(many);
    waiting.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    assert!(crate::served::read_to_end(&mut waiting).ends_with("clean: waited"));
    assert!(served.is_well());

    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
}

/// Does nothing unless the test above has started it.
#[test]
fn the_process_with_few_files() {
    if env::var_os(IN_CHILD).is_none() {
        return;
    }
    let mut served = Served::start(Limits::default());
    println!("listening: {}", served.address);
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
    served.stop();
}
