//! The `candour` command.

fn main() -> std::process::ExitCode {
    candour::cli::run()
}
