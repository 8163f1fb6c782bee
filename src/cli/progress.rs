//! A progress bar for builds that take longer than a second, on terminals only.

use crate::publish::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How long a build may take before a bar appears.
const PATIENCE: Duration = Duration::from_secs(1);

/// The bar of one build.
pub(super) struct Bar {
    started: Instant,
    terminal: bool,
    bar: Mutex<ProgressBar>,
}

impl Bar {
    pub(super) fn new() -> Bar {
        Bar { started: Instant::now(), terminal: io::stderr().is_terminal(), bar: Mutex::new(ProgressBar::hidden()) }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.with(ProgressBar::finish_and_clear);
    }

    fn with(&self, act: impl FnOnce(&ProgressBar)) {
        // Another thread's panic must not take the bar's lock with it.
        let bar = self.bar.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        act(&bar);
    }
}

impl Progress for Bar {
    fn stage(&self, name: &'static str, steps: usize) {
        self.with(|bar| {
            bar.reset();
            bar.set_length(steps as u64);
            bar.set_message(name);
        });
    }

    fn step(&self) {
        self.with(|bar| {
            if self.terminal && bar.is_hidden() && self.started.elapsed() > PATIENCE {
                let style = ProgressStyle::with_template("{msg} {bar:30} {pos} of {len}");
                bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
                bar.set_draw_target(ProgressDrawTarget::stderr());
            }
            bar.inc(1);
        });
    }
}
