//! The command line: flags in, one line of JSON out, then serving until killed.

use std::io::{self, Write as _};

use clap::Parser;

use super::help::AFTER;
use super::{Options, serve};

/// A strict local imitation of both back ends and of their admin pages.
#[derive(Debug, Parser)]
#[command(name = "tandem-sandbox", version, after_help = AFTER)]
struct Command {
    #[command(flatten)]
    options: Options,
}

/// Runs the command with the arguments of this process, until it is killed.
///
/// # Errors
/// When a port cannot be had or standard output is closed.
pub fn run() -> io::Result<()> {
    let running = serve(Command::parse().options)?;
    let line = serde_json::to_string(running.ready())?;
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()?;
    drop(out);
    running.wait();
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory as _, Parser as _};

    use super::Command;
    use crate::Options;
    use crate::world::{PosAuth, SignedOutAnswer};

    #[test]
    fn every_flag_is_well_formed_and_the_defaults_are_those_of_the_library() {
        Command::command().debug_assert();
        assert_eq!(Command::parse_from(["x"]).options, Options::default());
    }

    #[test]
    fn flags_reach_their_switches() {
        let flags = [
            "x",
            "--pos-auth",
            "token",
            "--signed-out-answer=html",
            "--strict-csp=false",
            "--hostile-rerender",
        ];
        let settings = Command::parse_from(flags).options.settings;
        assert_eq!(
            (settings.pos.auth, settings.pos.signed_out),
            (PosAuth::Token, SignedOutAnswer::Html)
        );
        assert!(!settings.pages.strict_csp && settings.pages.hostile_rerender);
        assert!(
            Command::parse_from(["x", "--strict-csp"])
                .options
                .settings
                .pages
                .strict_csp
        );
    }
}
