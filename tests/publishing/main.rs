//! Publishing cannot do harm: disks that fail or stop at every step, folders of others,
//! rebuilds that touch nothing, builds at the same time, disks that are full.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod away;
mod disk;
mod every_step;
mod full_disk;
mod names;
mod refusals;
mod scene;
mod together;
mod tree;
mod unchanged;
