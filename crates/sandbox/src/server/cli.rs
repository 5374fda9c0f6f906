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

    use std::collections::BTreeSet;

    use axum::body::{Body, to_bytes};
    use clap::Arg;
    use futures::executor::block_on;
    use serde_json::Value;
    use tower::ServiceExt as _;

    use super::Command;
    use crate::world::{PosAuth, Settings, SignedOutAnswer};
    use crate::{Effect, Named, Options, World, app};

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

    /// Every member of the settings: its path, and its value as a word.
    fn leaves(settings: &Settings) -> BTreeSet<(String, String)> {
        fn walk(path: &str, value: &Value, into: &mut BTreeSet<(String, String)>) {
            match value {
                Value::Object(members) => {
                    for (name, member) in members {
                        walk(&format!("{path}/{name}"), member, into);
                    }
                }
                Value::String(word) => drop(into.insert((path.to_owned(), word.clone()))),
                other => drop(into.insert((path.to_owned(), other.to_string()))),
            }
        }
        let mut all = BTreeSet::new();
        walk("", &serde_json::to_value(settings).unwrap(), &mut all);
        all
    }

    /// A value of a flag that is not its default.
    fn another(arg: &Arg) -> String {
        let default = arg.get_default_values()[0].to_str().unwrap().to_owned();
        let values = arg.get_possible_values();
        let mut words = values.iter().map(|value| value.get_name().to_owned());
        words
            .find(|word| *word != default)
            .unwrap_or_else(|| (default.parse::<u32>().unwrap() + 1).to_string())
    }

    #[test]
    fn every_switch_has_a_flag_and_every_flag_one_switch() {
        let usual = leaves(&Settings::default());
        let command = Command::command();
        let flags = command
            .get_arguments()
            .filter(|arg| arg.get_help_heading().is_some());
        let mut reached = BTreeSet::new();
        for flag in flags {
            let set = format!("--{}={}", flag.get_long().unwrap(), another(flag));
            let settings = Command::parse_from(["x", &set]).options.settings;
            let changed: Vec<_> = leaves(&settings).difference(&usual).cloned().collect();
            assert_eq!(changed.len(), 1, "{set}: {changed:?}");
            assert!(reached.insert(changed[0].0.clone()), "{set}: {changed:?}");
        }
        let switches: BTreeSet<String> = usual.into_iter().map(|(path, _)| path).collect();
        assert_eq!(reached, switches);
    }

    #[test]
    fn the_help_says_every_flag_with_its_default() {
        let help = Command::command().render_long_help().to_string();
        for arg in Command::command().get_arguments() {
            let long = format!("--{}", arg.get_long().unwrap());
            let (_, after) = help
                .split_once(&format!("      {long} "))
                .unwrap_or_else(|| {
                    help.split_once(&format!("      {long}["))
                        .unwrap_or_else(|| panic!("{long}"))
                });
            let own = after.split("\n      --").next().unwrap();
            let default = arg.get_default_values()[0].to_str().unwrap();
            assert!(
                own.contains(&format!("[default: {default}]")),
                "{long}: {own}"
            );
            assert!(arg.get_help().is_some(), "{long} says nothing");
        }
    }

    /// What the controls answer: the status and the text.
    fn answer(what: &str, body: &str) -> (u16, String) {
        let request = axum::http::Request::post(format!("http://127.0.0.1/_sandbox/{what}"));
        let request = request.body(Body::from(body.to_owned())).unwrap();
        block_on(async {
            let response = app(World::demo(1, 0)).oneshot(request).await.unwrap();
            let status = response.status().as_u16();
            let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
            (status, String::from_utf8(body.to_vec()).unwrap())
        })
    }

    /// The words in backticks of a message that lists what could have been.
    fn listed(message: &str) -> Vec<&str> {
        let (_, list) = message.split_once("expected one of").unwrap();
        list.split('`').skip(1).step_by(2).collect()
    }

    #[test]
    fn every_act_is_in_the_help_and_every_example_is_understood() {
        let (status, message) = answer("act", r#"{"act":"none"}"#);
        assert_eq!(status, 400);
        for act in listed(&message) {
            assert!(
                super::AFTER.contains(&format!("{{\"act\":\"{act}\"")),
                "{act}"
            );
        }
        let lines = super::AFTER.lines().map(str::trim);
        let examples: Vec<&str> = lines.filter(|line| line.starts_with("{\"act\"")).collect();
        for example in &examples {
            let mut read = serde_json::Deserializer::from_str(example).into_iter::<Value>();
            let example = read.next().unwrap().unwrap().to_string();
            assert_ne!(answer("act", &example).0, 400, "{example}");
        }
        assert!(examples.len() > 20);
    }

    #[test]
    fn every_fault_is_in_the_help_and_every_example_is_understood() {
        let message = serde_json::from_str::<Named>("\"none\"")
            .unwrap_err()
            .to_string();
        for name in listed(&message) {
            assert!(super::AFTER.contains(&format!("\"{name}\"")), "{name}");
        }
        let (_, faults) = super::AFTER.split_once("(a storm). do:").unwrap();
        let (faults, _) = faults.split_once("GET  log").unwrap();
        let examples = faults.split('{').skip(1).map(|rest| format!("{{{rest}"));
        let mut understood = 0;
        for example in examples {
            let mut read = serde_json::Deserializer::from_str(&example).into_iter::<Effect>();
            let effect = read.next().unwrap();
            assert!(effect.is_ok(), "{effect:?}: {example}");
            understood += 1;
        }
        assert_eq!(understood, 7, "as many as there are effects with members");
    }
}
