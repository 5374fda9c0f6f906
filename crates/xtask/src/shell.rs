//! Running other programs, with one way to say what went wrong.

use std::{
    ffi::OsStr,
    io::{self, BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use anyhow::{Context, bail};

/// The workspace's folder.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// A program to run in the workspace's folder.
pub(crate) struct Program(Command);

/// Any program.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Program {
    let mut command = Command::new(name);
    command.current_dir(root()).stdin(Stdio::null());
    Program(command)
}

/// The cargo that runs this.
pub(crate) fn cargo() -> Program {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

impl Program {
    /// Adds an argument.
    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.0.arg(arg);
        self
    }

    /// Adds arguments.
    pub(crate) fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.0.args(args);
        self
    }

    /// Sets an environment variable.
    pub(crate) fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(key, value);
        self
    }

    /// Runs it in another folder.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.0.current_dir(folder);
        self
    }

    /// Runs it; what it prints is news about the work, not its result, and goes to standard error.
    pub(crate) fn run(mut self) -> anyhow::Result<()> {
        self.0.stdout(io::stderr());
        self.show()
    }

    /// Runs it; its output is ours.
    pub(crate) fn show(mut self) -> anyhow::Result<()> {
        let status = self
            .0
            .status()
            .with_context(|| format!("cannot start {:?}", self.0))?;
        if !status.success() {
            bail!("{:?} ended with {status}", self.0);
        }
        Ok(())
    }

    /// Runs it and gives back what it printed.
    pub(crate) fn read(mut self) -> anyhow::Result<String> {
        let output = self
            .0
            .output()
            .with_context(|| format!("cannot start {:?}", self.0))?;
        if !output.status.success() {
            bail!(
                "{:?}: {}",
                self.0,
                String::from_utf8_lossy(&output.stderr).trim()
            );
        }
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }

    /// Runs it and gives back what it printed, whether it succeeded or not.
    pub(crate) fn read_anyway(mut self) -> anyhow::Result<String> {
        let output = self
            .0
            .stderr(Stdio::inherit())
            .output()
            .with_context(|| format!("cannot start {:?}", self.0))?;
        Ok(String::from_utf8(output.stdout)?)
    }

    /// Starts it and waits for the first line that it prints.
    pub(crate) fn start(mut self) -> anyhow::Result<Started> {
        let child = self.0.stdout(Stdio::piped()).spawn();
        let child = child.with_context(|| format!("cannot start {:?}", self.0))?;
        let mut started = Started {
            child,
            line: String::new(),
        };
        let out = started.child.stdout.as_mut().context("it has an output")?;
        BufReader::new(out).read_line(&mut started.line)?;
        Ok(started)
    }

    /// Whether it can be started and succeeds; it prints nothing.
    pub(crate) fn succeeds(mut self) -> bool {
        let quiet = self.0.stdout(Stdio::null()).stderr(Stdio::null());
        quiet.status().is_ok_and(|status| status.success())
    }
}

/// A program that serves; it ends when this is dropped.
pub(crate) struct Started {
    child: Child,
    line: String,
}

impl Started {
    /// What it printed first.
    pub(crate) fn line(&self) -> &str {
        &self.line
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
