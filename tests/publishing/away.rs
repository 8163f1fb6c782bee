//! Where two folders cannot be exchanged, there is one moment without a site. A build that
//! was stopped in it leaves the old site beside; the next one puts it back first.

use crate::disk::{Abilities, Extent, Fault, TestDisk, Then};
use crate::scene::{ABLE, PLAIN, Scene, new, old, published};
use crate::together::{candour, sample};
use std::fs;
use std::io::ErrorKind;

/// A scene whose build was stopped in that moment.
fn stopped() -> Scene {
    let good = TestDisk::good(PLAIN);
    Scene::published(&old()).publish(&new(), &good).unwrap();
    let moment = good.steps().iter().rposition(|step| step == "rename").unwrap();
    let scene = Scene::published(&old());
    let fault = Fault { at: moment, extent: Extent::Nothing, then: Then::Stop, kind: ErrorKind::Interrupted };
    scene.publish(&new(), &TestDisk::with(PLAIN, fault)).unwrap_err();
    assert_eq!(scene.tree(), None, "the moment was missed");
    scene
}

#[test]
fn the_old_site_is_put_back_before_anything_else_is_done() {
    for abilities in [PLAIN, ABLE, Abilities { exchange: true, link: false }] {
        let scene = stopped();
        let disk = TestDisk::good(abilities);
        scene.publish(&new(), &disk).unwrap();
        let steps = disk.steps();
        let back = steps.iter().position(|step| step == "rename").unwrap();
        assert!(steps[..back].iter().all(|step| step == "look"), "{steps:?}");
        assert_eq!(scene.tree(), published(&new()));
    }
}

#[test]
fn a_build_with_mistakes_puts_the_old_site_back_too() {
    let site = sample("one");
    let run = |expected| {
        let output = candour(&site, &site.path().join("public")).output().unwrap();
        assert_eq!(output.status.code(), Some(expected), "{output:?}");
        output
    };
    run(0);
    let before = crate::tree::tree(&site.path().join("public"));
    fs::rename(site.path().join("public"), site.path().join(".public.candour-old")).unwrap();
    fs::write(site.path().join("content/site.yaml"), "titel: [").unwrap();
    let output = run(1);
    assert!(String::from_utf8_lossy(&output.stdout).contains("The last good website is as it was"), "{output:?}");
    assert_eq!(crate::tree::tree(&site.path().join("public")), before);
}
