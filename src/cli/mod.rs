//! The command line: arguments, one file for each command, exit codes, progress.
//!
//! Exit codes: 0 all is well, 1 mistakes in the content, 2 wrong usage or the world failed.

mod arguments;
mod baseline;
mod build;
mod check;
mod explain;
mod figures;
mod left;
mod named;
mod new;
mod next;
mod number;
mod progress;
mod report;
mod serve;
mod summary;
mod written;

use arguments::{Arguments, Command};
use clap::Parser;
use std::io::{self, Write};
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// All is well.
    Fine,
    /// The content has mistakes.
    Mistakes,
    /// Wrong usage, or the world failed.
    Failed,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> ExitCode {
        match ending {
            Ending::Fine => ExitCode::SUCCESS,
            Ending::Mistakes => ExitCode::from(1),
            Ending::Failed => ExitCode::from(2),
        }
    }
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no failure, and a reader who has seen enough is none either.
            let ending = if error.use_stderr() { Ending::Failed } else { Ending::Fine };
            let _ = error.print();
            return ending.into();
        }
    };
    let ending = match arguments.command {
        Command::Build(build) => build::run(&build),
        Command::Serve(serve) => serve::run(&serve),
        Command::Check(check) => check::run(&check),
        Command::Baseline(baseline) => baseline::run(&baseline),
        Command::Figures(figures) => figures::run(&figures),
        Command::New(new) => new::run(&new),
        Command::Next(next) => next::run(&next),
        Command::Number(number) => number::run(&number),
        Command::Explain(explain) => explain::run(&explain),
    };
    ending.into()
}

/// Prints to standard output. That a pipe is closed is no error: its reader has seen enough.
fn print(text: &str) -> Result<(), Ending> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("writing the result: {error}"));
            Err(Ending::Failed)
        }
        _ => Ok(()),
    }
}

/// Says on standard error what went wrong with the world.
fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "candour: {text}");
}
