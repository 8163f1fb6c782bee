//! Whatever fails and wherever the process stops, the output folder is wholly the old site
//! or wholly the new one, and the next build needs no help.

use crate::disk::{Abilities, Extent, Fault, TestDisk, Then};
use crate::scene::{ABLE, PLAIN, Scene, new, old, published};
use crate::tree::{Tree, names};
use candour::publish::{Account, Disk, Output, PublishFailure};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::fs;
use std::io::ErrorKind;
use std::sync::LazyLock;

/// What is there before, and what is published.
struct Start {
    before: fn() -> Scene,
    output: fn() -> Output,
    /// Whether the build before was stopped while there was no output folder.
    away: bool,
}

fn update() -> Start {
    Start { before: || Scene::published(&old()), output: new, away: false }
}

/// Publishes in one thread, so that the steps have an order.
fn publish(scene: &Scene, output: &Output, disk: &(dyn Disk + Send)) -> Result<Account, PublishFailure> {
    static ONE: LazyLock<ThreadPool> = LazyLock::new(|| ThreadPoolBuilder::new().num_threads(1).build().unwrap());
    ONE.install(|| scene.publish(output, disk))
}

/// What went wrong with the first publish, and how.
fn faults(steps: usize) -> impl Iterator<Item = Fault> {
    // An error of another kind is worth a try only where nothing else differs.
    let kinds = [ErrorKind::Other, ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::NotFound];
    let failing = kinds.into_iter().map(|kind| (Extent::Nothing, Then::GoOn, kind)).chain([
        (Extent::Half, Then::GoOn, ErrorKind::StorageFull),
        (Extent::All, Then::GoOn, ErrorKind::Other),
        (Extent::All, Then::GoOn, ErrorKind::NotFound),
    ]);
    let stopping =
        [Extent::Nothing, Extent::Half, Extent::All].map(|extent| (extent, Then::Stop, ErrorKind::Interrupted));
    let all: Vec<_> = failing.chain(stopping).collect();
    (0..steps)
        .flat_map(move |at| all.clone().into_iter().map(move |(extent, then, kind)| Fault { at, extent, then, kind }))
}

/// Tries every fault at every step; gives how many steps a good build takes.
fn try_every_step(start: &Start, abilities: Abilities) -> usize {
    let output = (start.output)();
    let new_tree = published(&output);
    let disk = TestDisk::good(abilities);
    publish(&(start.before)(), &output, &disk).unwrap();
    let steps = disk.steps().len();
    for fault in faults(steps) {
        let scene = (start.before)();
        let old_tree = if start.away { crate::tree::tree(&scene.retired()) } else { scene.tree() };
        let disk = TestDisk::with(abilities, fault);
        let result = publish(&scene, &output, &disk);
        let found = Moment { scene: &scene, old: &old_tree, new: &new_tree };
        let story = || format!("{fault:?} of {steps} with {abilities:?}: {result:?} after {:?}", disk.steps());
        match (fault.then, &result) {
            (Then::Stop, _) => {
                let between = found.is_away() && (start.away || !abilities.exchange);
                assert!(found.is_old() || found.is_new() || between, "{}", story());
                // A process that died did not take its lock away.
                fs::write(scene.lock(), "").unwrap();
            }
            (Then::GoOn, Ok(_)) => assert!(found.is_new(), "{}", story()),
            (Then::GoOn, Err(failure)) => {
                assert!(matches!(failure, PublishFailure::World(..)), "blames the folder: {}", story());
                assert!(found.is_old() || (start.away && found.is_away()), "{}", story());
            }
        }
        let next = publish(&scene, &output, &TestDisk::good(abilities));
        assert!(next.is_ok() && scene.tree() == new_tree, "next build: {next:?} after {}", story());
        assert_eq!(names(&scene.beside()), ["public"], "left over after {}", story());
    }
    steps
}

/// What there is, compared with what there should be.
struct Moment<'a> {
    scene: &'a Scene,
    old: &'a Option<Tree>,
    new: &'a Option<Tree>,
}

impl Moment<'_> {
    fn is_old(&self) -> bool {
        self.scene.tree() == *self.old
    }

    fn is_new(&self) -> bool {
        self.scene.tree() == *self.new
    }

    /// There is no site, but the old one waits beside, whole.
    fn is_away(&self) -> bool {
        self.scene.tree().is_none() && self.old.is_some() && crate::tree::tree(&self.scene.retired()) == *self.old
    }
}

#[test]
fn an_update_on_an_able_disk() {
    let steps = try_every_step(&update(), ABLE);
    assert!(steps > 30, "{steps}");
}

#[test]
fn an_update_on_a_disk_that_cannot_exchange() {
    try_every_step(&update(), Abilities { exchange: false, link: true });
}

#[test]
fn an_update_on_a_disk_that_cannot_link() {
    try_every_step(&update(), Abilities { exchange: true, link: false });
}

#[test]
fn an_update_on_a_plain_disk() {
    try_every_step(&update(), PLAIN);
}

#[test]
fn a_first_publish() {
    for abilities in [ABLE, PLAIN] {
        try_every_step(&Start { before: Scene::new, output: new, away: false }, abilities);
    }
}

#[test]
fn a_first_publish_into_an_empty_folder() {
    let before = || {
        let scene = Scene::new();
        fs::create_dir(scene.target()).unwrap();
        scene
    };
    for abilities in [ABLE, PLAIN] {
        try_every_step(&Start { before, output: new, away: false }, abilities);
    }
}

#[test]
fn nothing_to_publish() {
    for abilities in [ABLE, PLAIN] {
        try_every_step(&Start { before: || Scene::published(&new()), output: new, away: false }, abilities);
    }
}

#[test]
fn a_damaged_site_is_put_right() {
    let before = || {
        let scene = Scene::published(&new());
        fs::write(scene.target().join("same/index.html"), "the same in bits").unwrap();
        fs::remove_file(scene.target().join("come/near/by/index.html")).unwrap();
        scene
    };
    for abilities in [ABLE, PLAIN] {
        try_every_step(&Start { before, output: new, away: false }, abilities);
    }
}

#[test]
fn only_a_removal() {
    let fewer = || {
        let mut output = old();
        output.retain(|path, _| !path.starts_with("gone/"));
        output
    };
    for abilities in [ABLE, PLAIN] {
        try_every_step(&Start { before: || Scene::published(&old()), output: fewer, away: false }, abilities);
    }
}

#[test]
fn two_builds_that_stop_one_after_the_other() {
    let (old_tree, new_tree) = (published(&old()), published(&new()));
    for abilities in [ABLE, PLAIN] {
        let disk = TestDisk::good(abilities);
        publish(&Scene::published(&old()), &new(), &disk).unwrap();
        let steps = disk.steps().len();
        let stop = |at| {
            TestDisk::with(abilities, Fault { at, extent: Extent::Half, then: Then::Stop, kind: ErrorKind::Other })
        };
        for first in 0..steps {
            for second in 0..steps {
                let scene = Scene::published(&old());
                let moment = Moment { scene: &scene, old: &old_tree, new: &new_tree };
                let _ = publish(&scene, &new(), &stop(first));
                fs::write(scene.lock(), "").unwrap();
                let disk = stop(second);
                let _ = publish(&scene, &new(), &disk);
                let story = || format!("{first}, {second} of {steps} with {abilities:?}: {:?}", disk.steps());
                let between = moment.is_away() && !abilities.exchange;
                assert!(moment.is_old() || moment.is_new() || between, "{}", story());
                fs::write(scene.lock(), "").unwrap();
                publish(&scene, &new(), &TestDisk::good(abilities)).unwrap();
                assert!(moment.is_new() && names(&scene.beside()) == ["public"], "{}", story());
            }
        }
    }
}

/// Leaves what a build leaves that was stopped while writing, and one while clearing up.
fn leave_pieces(scene: &Scene) {
    for folder in [scene.staging(), scene.retired()] {
        fs::create_dir_all(folder.join("half")).unwrap();
        fs::write(folder.join("half/index.html"), "half a pa").unwrap();
    }
    fs::write(scene.lock(), "").unwrap();
}

#[test]
fn beside_the_pieces_of_a_build_that_was_stopped() {
    let before = || {
        let scene = Scene::published(&old());
        leave_pieces(&scene);
        scene
    };
    for abilities in [ABLE, PLAIN] {
        try_every_step(&Start { before, output: new, away: false }, abilities);
    }
}

#[test]
fn after_a_build_that_was_stopped_between_two_renames() {
    let before = || {
        let scene = Scene::published(&old());
        leave_pieces(&scene);
        fs::remove_dir_all(scene.retired()).unwrap();
        fs::rename(scene.target(), scene.retired()).unwrap();
        scene
    };
    for abilities in [ABLE, PLAIN] {
        try_every_step(&Start { before, output: new, away: true }, abilities);
        // And the same site again: then the old one is all there is to publish.
        try_every_step(&Start { before, output: old, away: true }, abilities);
    }
}
