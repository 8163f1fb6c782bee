//! Clients that are slow, many, gone, or send noise; handlers that panic; and the end.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use candour::preview::http::Limits;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::served::{Served, read_to_end, status};

fn until(what: &str, done: impl Fn() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < Duration::from_secs(15), "waited in vain: {what}");
        thread::sleep(Duration::from_millis(10));
    }
}

fn open_stream(served: &Served) -> TcpStream {
    let mut stream = served.connect();
    write!(stream, "GET /_events HTTP/1.1\r\n{}\r\n\r\n", served.host()).unwrap();
    let mut first = [0u8; 16];
    stream.read_exact(&mut first).unwrap();
    stream
}

#[test]
fn a_head_that_trickles_in_is_cut_off() {
    let served = Served::start(Limits { head_time: Duration::from_millis(400), ..Limits::default() });
    let mut slow = served.connect();
    let start = Instant::now();
    for byte in b"GET / HTTP/1.1\r\nHost: localhost\r\n".iter().cycle() {
        if slow.write_all(&[*byte]).is_err() {
            break;
        }
        thread::sleep(Duration::from_millis(50));
        assert!(start.elapsed() < Duration::from_secs(10), "never cut off");
    }
    // Neither one that says nothing, nor one that is idle after an answer.
    assert_eq!(read_to_end(&mut served.connect()), "");
    let mut idle = served.connect();
    write!(idle, "GET /a HTTP/1.1\r\n{}\r\n\r\n", served.host()).unwrap();
    assert_eq!(status(&read_to_end(&mut idle)), 200);
    assert!(served.is_well());
}

#[test]
fn a_reader_that_does_not_read_is_dropped_while_others_go_on() {
    let limits = Limits { write_time: Duration::from_millis(500), connections: 2, ..Limits::default() };
    let served = Served::start(limits);
    let mut stuck = served.connect();
    write!(stuck, "GET /_big HTTP/1.1\r\n{}\r\n\r\n", served.host()).unwrap();
    for _ in 0..10 {
        assert!(served.is_well());
    }
    thread::sleep(Duration::from_secs(2));
    let mut taken = 0usize;
    let mut buffer = vec![0u8; 1 << 16];
    // What the system held is still there, or is taken back; the endless answer has an end.
    while let Ok(count) = stuck.read(&mut buffer) {
        taken += count;
        assert!(taken < 1 << 28, "it is still being sent");
        if count == 0 {
            break;
        }
    }
    assert!(served.is_well());
}

#[test]
fn a_silent_event_stream_is_not_a_slow_reader() {
    let limits =
        Limits { write_time: Duration::from_millis(200), head_time: Duration::from_millis(200), ..Limits::default() };
    let served = Served::start(limits);
    let stream = open_stream(&served);
    thread::sleep(Duration::from_secs(1));
    assert_eq!(served.streams.load(Ordering::SeqCst), 1);
    // A page that is closed is noticed without sending it anything.
    drop(stream);
    until("the closed stream is given up", || served.streams.load(Ordering::SeqCst) == 0);
}

#[test]
fn two_hundred_connections_at_once_are_all_answered() {
    let served = Served::usual();
    let mut streams: Vec<TcpStream> = (0..200).map(|_| served.connect()).collect();
    for stream in &mut streams {
        write!(stream, "GET /many HTTP/1.1\r\n{}\r\nConnection: close\r\n\r\n", served.host()).unwrap();
    }
    let answers: Vec<String> = streams.iter_mut().map(read_to_end).collect();
    // On a slow machine those without a place may have waited their second, and are told so.
    let served = |answer: &&String| answer.ends_with("clean: many");
    assert!(answers.iter().filter(served).count() >= 128, "{answers:?}");
    assert!(answers.iter().all(|answer| served(&answer) || answer.starts_with("HTTP/1.1 503 ")), "{answers:?}");
}

#[test]
fn when_all_places_stay_taken_the_next_is_told_so() {
    let served = Served::start(Limits { connections: 2, ..Limits::default() });
    let open = [open_stream(&served), open_stream(&served)];
    let start = Instant::now();
    // Several at once wait at once, not one after the other.
    let waiting: Vec<_> = (0..20).map(|_| served.connect()).collect();
    for mut stream in waiting {
        write!(stream, "GET / HTTP/1.1\r\n{}\r\n\r\n", served.host()).unwrap();
        let answer = read_to_end(&mut stream);
        assert_eq!(status(&answer), 503, "{answer}");
        assert!(answer.ends_with("Please close some of them."));
    }
    assert!(start.elapsed() > Duration::from_millis(800) && start.elapsed() < Duration::from_secs(8));
    drop(open);
    until("a place is free again", || served.is_well());
}

#[test]
fn pipelined_requests_are_answered_in_order() {
    let served = Served::usual();
    let host = served.host();
    let mut requests: String = (0..50).map(|number| format!("GET /{number} HTTP/1.1\r\n{host}\r\n\r\n")).collect();
    requests += &format!("GET /last HTTP/1.1\r\n{host}\r\nConnection: close\r\n\r\n");
    let answers = served.raw(requests.as_bytes());
    assert_eq!(answers.matches("HTTP/1.1 200").count(), 51);
    let order: Vec<_> = answers.match_indices("clean: ").map(|(at, _)| at).collect();
    let first = answers.find("clean: 0").unwrap();
    assert!(order.first() == Some(&first) && answers.ends_with("clean: last"));
    // After a refusal, what else was sent is not answered.
    let two = format!("GET /.. HTTP/1.1\r\n{host}\r\n\r\nGET /second HTTP/1.1\r\n{host}\r\n\r\n");
    let answer = served.raw(two.as_bytes());
    assert_eq!((status(&answer), answer.matches("HTTP/1.1 ").count()), (400, 1));
}

#[test]
fn head_has_no_body_even_of_a_stream() {
    let served = Served::usual();
    let host = served.host();
    for target in ["/page.html", "/_events", "/_big", "/.."] {
        let answer = served.raw(format!("HEAD {target} HTTP/1.1\r\n{host}\r\nConnection: close\r\n\r\n").as_bytes());
        assert!(status(&answer) != 0 && answer.ends_with("\r\n\r\n"), "{target}: {answer}");
    }
    assert_eq!(served.streams.load(Ordering::SeqCst), 0);
}

#[test]
fn a_handler_that_panics_is_an_answer_like_others() {
    let served = Served::usual();
    for _ in 0..3 {
        assert_eq!(status(&served.get("/_panic")), 500);
    }
    assert!(served.is_well());
}

#[test]
fn stop_ends_it_at_once_with_streams_open() {
    let mut served = Served::usual();
    let mut streams: Vec<TcpStream> = (0..5).map(|_| open_stream(&served)).collect();
    let _idle = served.connect();
    let start = Instant::now();
    served.stop();
    assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
    for stream in &mut streams {
        read_to_end(stream);
    }
    assert_eq!(served.streams.load(Ordering::SeqCst), 0);
    assert!(TcpStream::connect(served.address).is_err());
}

#[test]
fn clients_that_leave_at_any_moment_do_no_harm() {
    let served = Served::start(Limits { connections: 8, ..Limits::default() });
    let request = format!("GET /gone.html HTTP/1.1\r\n{}\r\n\r\n", served.host());
    for length in 0..=request.len() {
        let mut stream = served.connect();
        stream.write_all(&request.as_bytes()[..length]).unwrap();
        if length % 3 == 0 {
            let _ = stream.shutdown(std::net::Shutdown::Write);
        }
    }
    assert!(served.is_well());
}

#[test]
fn noise_is_survived() {
    let served = Served::start(Limits { head_time: Duration::from_millis(300), ..Limits::default() });
    let mut runner = TestRunner::deterministic();
    let pieces = prop::sample::select(vec![
        b"GET ".to_vec(),
        b"HEAD / HTTP/1.1\r\n".to_vec(),
        b"/ HTTP/1.1\r\n".to_vec(),
        served.host().into_bytes(),
        b"Host: \xff\r\n".to_vec(),
        b"Content-Length: 18446744073709551615\r\n".to_vec(),
        b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n".to_vec(),
        b"\r\n\r\n".to_vec(),
        b"\0\0".to_vec(),
        b"%2e%2e%c0".to_vec(),
    ]);
    let shaped = prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat());
    let noise = prop_oneof![prop::collection::vec(any::<u8>(), 0..2000), shaped];
    // Sent at once and read afterwards, for some wait until they are cut off.
    for _ in 0..8 {
        let open: Vec<TcpStream> = (0..50)
            .map(|_| {
                let mut stream = served.connect();
                let _ = stream.write_all(&noise.new_tree(&mut runner).unwrap().current());
                stream
            })
            .collect();
        for mut stream in open {
            read_to_end(&mut stream);
        }
        assert!(served.is_well());
    }
}
