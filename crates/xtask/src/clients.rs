//! The step `clients`: programs that others wrote for the real stores run against the sandbox, and its
//! world is then compared with what should be in it. What a client says proves nothing by itself: it
//! has to be what the world says. The scripts that use the clients are in `tests/clients`.

mod judge;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, ensure};
use serde_json::{Map, Value, json};

use crate::{
    setup,
    shell::{Started, cargo, program, root},
};

/// The packages of the clients, each pinned to the hash of its one file.
const REQUIREMENTS: &str = "tests/clients/requirements.txt";

/// Something to do in one store.
struct Errand {
    /// The store, as the sandbox names it.
    side: &'static str,
    /// The program that does it.
    script: &'static str,
    /// What is to be done.
    job: Value,
    /// Flags of the sandbox that set what could not be established the other way.
    otherwise: &'static [&'static str],
    /// What the client must have seen, going by the world before and after; fails where the world
    /// is not as the job should have left it.
    judge: fn(&Value, &Value, &Value) -> anyhow::Result<Value>,
}

/// Sends each client on its errand, twice: once in a sandbox as it comes, and once in one that is set
/// otherwise, since a client has to get along with either.
pub(crate) fn all() -> anyhow::Result<()> {
    let python = installed()?;
    let sandbox = built()?;
    for errand in [pos(), ecom()] {
        for flags in [&[], errand.otherwise] {
            run(&python, &sandbox, &errand, flags).with_context(|| errand.script)?;
        }
    }
    Ok(())
}

fn pos() -> Errand {
    let job = json!({
        "group": "Café & Cöllege – 10 %",
        "stays": {
            "first_name": "Zoë", "last_name": "Ångström", "email": "zoe@errand.example",
            "phone": "+46 8 123 45 67", "do_not_email": true,
        },
        "change": {"phone": "+46 8 765 43 21", "do_not_email": false},
        "goes": {"first_name": "Otto", "last_name": null, "email": "otto@errand.example"},
    });
    Errand {
        side: "pos",
        script: "pos.py",
        job,
        otherwise: &[
            "--pos-put=merge",
            "--pos-nulls=sometimes",
            "--pos-blank-texts=empty",
            "--pos-names=one",
            "--pos-search-match=prefix",
        ],
        judge: judge::pos,
    }
}

fn ecom() -> Errand {
    let job = json!({
        "group": "Café & Cöllege – 10 %",
        "stays": {
            "email": "zoe@errand.example", "billingPerson": {"name": "Zoë Ångström"},
            "acceptMarketing": false,
        },
        "change": {"billingPerson": {"name": "Zoë Ångström Nilsson"}, "acceptMarketing": true},
        "goes": {"email": "otto@errand.example"},
    });
    Errand {
        side: "ecom",
        script: "ecom.py",
        job,
        otherwise: &[
            "--ecom-error-bodies=empty",
            "--ecom-billing-person=replace",
            "--ecom-limit-above-max=refuse",
            "--ecom-email-taken=constraint",
        ],
        judge: judge::ecom,
    }
}

fn run(python: &Path, sandbox: &str, errand: &Errand, flags: &[&str]) -> anyhow::Result<()> {
    let options = ["--clock", "virtual", "--seed", "7", "--customers", "240"];
    let serving = program(sandbox).args(options).args(flags).start()?;
    let ready: Value = serde_json::from_str(serving.line()).context("the sandbox's line")?;
    let store = ready.get(errand.side).context("a store of that name")?;
    let before = control(&ready, "state")?;
    let told = program(python)
        .arg(root().join("tests/clients").join(errand.script))
        .args([store.to_string(), errand.job.to_string()])
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("NO_PROXY", "127.0.0.1")
        .read()?;
    let after = control(&ready, "state")?;
    let log = control(&ready, "log")?;
    drop::<Started>(serving);

    let should = (errand.judge)(
        &errand.job,
        side(&before, errand.side)?,
        side(&after, errand.side)?,
    )?;
    let seen = sights(&told)?;
    ensure!(
        seen == should,
        "it saw\n{seen:#}\nwhere there was\n{should:#}"
    );
    let calls = judge::calls(&log)?;
    let flags = flags.join(" ");
    eprintln!(
        "{} {flags}: {calls} calls, all as they should be",
        errand.script
    );
    Ok(())
}

fn side<'a>(world: &'a Value, name: &str) -> anyhow::Result<&'a Value> {
    world.get(name).context("the world has that side")
}

/// What the script printed: one thing seen a line.
fn sights(told: &str) -> anyhow::Result<Value> {
    let mut seen = Map::new();
    for line in told.lines() {
        let mut line: Value = serde_json::from_str(line).with_context(|| line.to_owned())?;
        let what = line.get("saw").and_then(Value::as_str).map(str::to_owned);
        let value = line.get_mut("value").map(Value::take);
        let (what, value) = what.zip(value).context("saw and value")?;
        ensure!(!seen.contains_key(&what), "{what} twice");
        seen.insert(what, value);
    }
    Ok(seen.into())
}

/// Looks at the sandbox from behind, past its APIs.
fn control(ready: &Value, what: &str) -> anyhow::Result<Value> {
    let base = ready.get("control").and_then(Value::as_str);
    let url = format!("{}/{what}", base.context("where the control is")?);
    let agent: ureq::Agent = ureq::Agent::config_builder().proxy(None).build().into();
    Ok(agent.get(url).call()?.body_mut().read_json()?)
}

/// The sandbox's own program, built; run directly, so that it ends when it is told to.
fn built() -> anyhow::Result<String> {
    let flags = [
        "--quiet",
        "--locked",
        "-p",
        "tandem-sandbox",
        "--features",
        "server",
    ];
    let messages = cargo()
        .arg("build")
        .args(flags)
        .args(["--message-format", "json-render-diagnostics"])
        .read()?;
    let messages = messages
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    let program = messages
        .filter_map(|message: Value| Some(message.get("executable")?.as_str()?.to_owned()))
        .next_back();
    program.context("cargo names no program of the sandbox")
}

/// The Python that has the clients, in a folder of its own below `target`; made anew when what is
/// pinned has changed.
fn installed() -> anyhow::Result<PathBuf> {
    let folder = root().join("target/clients");
    let (venv, pinned) = (folder.join("venv"), folder.join("installed.txt"));
    let python = venv.join("bin/python");
    let wanted = fs::read_to_string(root().join(REQUIREMENTS))?;
    if fs::read_to_string(&pinned).is_ok_and(|there| there == wanted) && python.exists() {
        return Ok(python);
    }
    setup::python()?;
    eprintln!("installing the clients of {REQUIREMENTS}");
    program("python3")
        .args(["-m", "venv", "--clear"])
        .arg(&venv)
        .run()?;
    program(&python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .args(["--no-cache-dir", "--no-deps", "--only-binary", ":all:"])
        .args(["--require-hashes", "--requirement", REQUIREMENTS])
        .run()?;
    fs::write(pinned, wanted)?;
    Ok(python)
}
