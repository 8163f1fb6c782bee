//! What can be typed after `candour`.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::net::IpAddr;
use std::path::PathBuf;

const AFTER: &str = "\
Examples:
  candour new my-site           a small site that explains itself
  candour serve my-site         the website in your browser while you write it
  candour build my-site         the website, in my-site/public
  candour check my-site         what is wrong, without writing anything
  candour explain missing-field what a message means and how to mend it

Exit codes: 0 all is well, 1 mistakes in the content, 2 wrong usage or a failing disk.
Colours are used on terminals only; set NO_COLOR to have none.";

/// Turns YAML and Markdown into an accessible website for public accountability documents.
#[derive(Debug, Parser)]
#[command(name = "candour", version, about, after_help = AFTER, arg_required_else_help = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the website.
    Build(Build),
    /// Show the website while you write it: right after each save, with its mistakes.
    Serve(Serve),
    /// Look for mistakes, and write nothing.
    Check(Check),
    /// Record the faults that a site has, so that `check` tells of new ones only.
    Baseline(Baseline),
    /// List all figures, where they are quoted, and the numbers that nothing checks.
    Figures(Figures),
    /// Start a new site, small and self-explaining.
    New(New),
    /// Start next year's edition of a document, or the next round of an action plan.
    Next(Next),
    /// Keep the numbers of a report's paragraphs.
    Number(Number),
    /// Say what a message means and how to mend it.
    Explain(Explain),
}

/// What `build`, `check`, `baseline` and `figures` have in common.
#[derive(Debug, Args)]
pub(super) struct Source {
    /// The folder that holds `content`.
    #[arg(default_value = ".")]
    pub(super) site: PathBuf,
    /// Where the website will be published, as in https://accounts.example.gov.uk
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// The day that embargoes are judged by, as in 2021-01-20 [default: today]
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
    /// Show drafts and documents under embargo too, each with a banner.
    #[arg(long)]
    pub(super) drafts: bool,
}

const AFTER_BUILD: &str = "\
Examples:
  candour build                           this folder's site, into ./public
  candour build my-site --out /srv/www    somewhere else
  candour build --drafts --out preview    with drafts, to show a colleague
  candour build --today 2021-02-01        as it will be on that day

The output folder is replaced only when every page is ready. A folder that holds files
of others is refused. If the content has errors, the last good website stays.";

#[derive(Debug, Args)]
#[command(after_help = AFTER_BUILD)]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) source: Source,
    /// The folder for the website [default: SITE/public]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
}

const AFTER_SERVE: &str = "\
Examples:
  candour serve --open                    this folder's site, in your browser
  candour serve my-site --port 4000       always at the same address
  candour serve --today 2021-02-01        as it will be on that day
  candour serve --poll                    on a network drive that announces no changes
  candour serve --editor none             without links into an editor

Drafts are shown, each with a banner. Nothing is written to the output folder: when you
are content with what you see, `candour build` publishes it. Stop with Ctrl-C.

The preview answers programs on this computer only. With --host it answers others too:
then everybody who can reach this computer can read your drafts.

--editor takes vscode, vscodium, sublime, idea, zed or none, or an address with {file},
{line} and {column} in it. The variable CANDOUR_EDITOR does the same.";

#[derive(Debug, Args)]
#[command(after_help = AFTER_SERVE)]
pub(super) struct Serve {
    /// The folder that holds `content`.
    #[arg(default_value = ".")]
    pub(super) site: PathBuf,
    /// The port to answer at [default: 8000, or the next that is free]
    #[arg(long, value_name = "N")]
    pub(super) port: Option<u16>,
    /// The address to answer at; any but a loopback address lets others read your drafts.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    pub(super) host: IpAddr,
    /// Open the website in your browser.
    #[arg(long)]
    pub(super) open: bool,
    /// Look for changes again and again, instead of waiting to be told of them.
    #[arg(long)]
    pub(super) poll: bool,
    /// The editor that links to your files open.
    #[arg(long, value_name = "EDITOR")]
    pub(super) editor: Option<String>,
    /// The day that embargoes are judged by, as in 2021-01-20 [default: today]
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
    /// Where the website will be published, as in https://accounts.example.gov.uk
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// The folder of the last build, to compare with [default: SITE/public]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
}

const AFTER_CHECK: &str = "\
Examples:
  candour check                           what an editor wants to know
  candour check --deny warnings           fail on warnings too
  candour check --reasons                 what was turned off or lowered, and why
  candour check --format json             for programs
  candour check --format github           notes beside the lines of a pull request
  candour check --format html > report.html
                                          how each document reads, with the sentences marked
  candour check --pages public            the pages of any website, whoever made them";

#[derive(Debug, Args)]
#[command(after_help = AFTER_CHECK)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) source: Source,
    /// Look at HTML files instead, or at all in a folder; `-` is the standard input.
    #[arg(long, value_name = "PATH", num_args = 1.., conflicts_with_all = ["site", "base_url", "today", "drafts"])]
    pub(super) pages: Vec<PathBuf>,
    /// List what was turned off or lowered, with place, code, level and reason.
    #[arg(long, conflicts_with = "pages")]
    pub(super) reasons: bool,
    /// How to show what is found.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
    /// Count these as errors too.
    #[arg(long, value_name = "WHAT", value_enum)]
    pub(super) deny: Option<Deny>,
}

const AFTER_BASELINE: &str = "\
Examples:
  candour baseline                        record the faults of this folder's site
  candour baseline                        later: take out those that are mended
  candour baseline --again                record them anew, new ones too

Warnings, and those errors that may be lowered, are written to content/baseline.yaml. From
then on `check`, `build` and `serve` tell of new ones only. A line that is edited is looked
at anew.";

#[derive(Debug, Args)]
#[command(after_help = AFTER_BASELINE)]
pub(super) struct Baseline {
    #[command(flatten)]
    pub(super) source: Source,
    /// Record new faults too, although some are recorded already.
    #[arg(long)]
    pub(super) again: bool,
}

const AFTER_FIGURES: &str = "\
Examples:
  candour figures                         every figure, and what is not checked
  candour figures --unchecked             only the numbers in the text that nothing checks";

#[derive(Debug, Args)]
#[command(after_help = AFTER_FIGURES)]
pub(super) struct Figures {
    #[command(flatten)]
    pub(super) source: Source,
    /// Only the numbers in the text that nothing checks.
    #[arg(long)]
    pub(super) unchecked: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With excerpts, for people.
    Human,
    /// Candour's own JSON.
    Json,
    /// SARIF 2.1.0, for code scanning tools.
    Sarif,
    /// GitHub workflow commands.
    Github,
    /// A page that shows how each document reads, with what is wrong marked in its text.
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    /// Warnings.
    Warnings,
}

#[derive(Debug, Args)]
pub(super) struct New {
    /// The folder to make; it must not exist or be empty.
    pub(super) dir: PathBuf,
}

const AFTER_NEXT: &str = "\
Examples:
  candour next local-account/2019-20      the account for 2020-21, as a draft
  candour next action-plans/loneliness    a round of updates for today
  candour next action-plans/loneliness --date 2024-05-21

An edition keeps its chapters; its figures are listed and empty, and the numbers that the
text quoted are taken out. A round lists every action that is still open. Nothing that is
there is written over.";

#[derive(Debug, Args)]
#[command(after_help = AFTER_NEXT)]
pub(super) struct Next {
    /// The document, by its path below `content`.
    pub(super) document: String,
    /// The folder that holds `content`.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(super) site: PathBuf,
    /// For a plan: the day for which the round tells how things stand [default: today]
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<String>,
}

const AFTER_NUMBER: &str = "\
Examples:
  candour number briefings/2021-01-20           once the papers are published
  candour number briefings/2021-01-20 --again   a report that is issued anew

The numbers and first words of all paragraphs are written to paragraphs.yaml beside the
report. From then on `candour check` says when an edit would give a paragraph another
number. Paragraphs that were added since are recorded too.";

#[derive(Debug, Args)]
#[command(after_help = AFTER_NUMBER)]
pub(super) struct Number {
    /// The briefing or report, by its path below `content`.
    pub(super) document: String,
    /// The folder that holds `content`.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(super) site: PathBuf,
    /// Record the numbers as they are now, although published ones have changed.
    #[arg(long)]
    pub(super) again: bool,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The code that stands in square brackets in a message; without it, all codes are listed.
    pub(super) code: Option<String>,
}
