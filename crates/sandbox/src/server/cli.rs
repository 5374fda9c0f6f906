//! The command line: flags in, one line of JSON out, then serving until killed.

use std::io::{self, Write as _};

use clap::Parser;

use super::{Options, serve};

const AFTER: &str = "\
WHEN READY it prints one line of JSON:
  {\"pos\":{\"url\",\"api\",\"prefix\",\"user\",\"password\",\"token\"},
   \"ecom\":{\"url\",\"api\",\"store_id\",\"user\",\"password\",\"token\"},\"control\"}

HOSTS (all on 127.0.0.1; browsers resolve *.localhost by themselves)
  {prefix}.pos.localhost:P   admin pages of POS, and /api/2.0 and /api/2026-07 by cookies or token
  my.ecom.localhost:Q        admin pages of eCom, and /api/v3/{id} by cookies or token
  app.ecom.localhost:Q       /api/v3/{id} by token
  127.0.0.1                  both APIs by token: 'Authorization: Bearer …'; eCom also '?token=…'

PAGES  POS: /signin /customers /customer_groups /sell /listens (records keys and layout in
       window.__heard). eCom: /signin /store/{id}#customers #customer-groups #orders

CONTROL (never in the log; sessions outlive a reset)
  GET  state    the whole world, every list in order of id
  POST reset    empty body: back to the seed. Body: a world as 'state' prints it; what is left out
                has its default (settings: the flags of this command), groups and customers without
                an id get one
                  {\"ecom\":{\"groups\":[{\"name\":\"VIP\"},{\"name\":\"Staff\"}]}}
  POST faults   the list of what is to go wrong, replacing the last list; GET shows what is left
                  [{\"side\":\"pos\",\"method\":\"POST\",\"path\":\"/customer_groups\",\"times\":1,\"after\":2,
                    \"do\":{\"status\":500}}]
                do: {\"status\":500,\"body\":\"…\",\"done\":false} | \"lost_reply\" | \"rate_limited\" |
                    {\"rate_limited\":3} | \"malformed\" | \"sign_out\" | {\"slow\":500} | \"sign_in_html\"
                path: a part of path and query, or the whole with * for anything
  GET  log      every request to an API: seq, at, side, method, path, status, caller
                (session, page, token, none), origin, fault. DELETE log clears it
  POST act      one act or a list:
                  {\"act\":\"create_group\",\"side\":\"pos\",\"title\":\"VIP\"}
                  {\"act\":\"rename_group\",\"side\":\"ecom\",\"id\":9367001,\"title\":\"VIP\"}
                  {\"act\":\"delete_group\",\"side\":\"pos\",\"id\":\"…\"}
                  {\"act\":\"move_customer\",\"side\":\"pos\",\"customer\":\"…\",\"group\":\"…\"}
                  {\"act\":\"set_plan\",\"has_groups\":false}
                  {\"act\":\"set_role\",\"role\":\"cashier\"}  (admin, manager, cashier)
                  {\"act\":\"set_scopes\",\"scopes\":[\"read_store_profile\"]}
                  {\"act\":\"switch\",\"settings\":{\"pos\":{\"signed_out\":\"redirect\"}}}
                  {\"act\":\"sign_out\",\"side\":\"pos\"}      (both sides without one)
                  {\"act\":\"pass_time\",\"seconds\":300}";

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
    use crate::world::{Auth, SignedOutAnswer};

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
            (Auth::Token, SignedOutAnswer::Html)
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
