//! How many instructions each step of the job takes, counted by an interpreter: the same number on
//! every machine, however busy it is. `count FOLDER` reads the steps' wasm from there and prints one
//! line of JSON.

use std::{io::Write, path::Path};

use anyhow::Context;
use serde_json::{Map, Value, json};
use wasmi::{Config, Engine, Linker, Module, Store};

/// The steps; each does what the one before does, and more.
const STEPS: [&str; 3] = ["pages", "parse", "plan"];

fn main() -> anyhow::Result<()> {
    let folder = std::env::args().nth(1).context("which folder?")?;
    let mut counted = Map::new();
    let mut before = 0;
    for step in STEPS {
        let file = Path::new(&folder).join(format!("step_{step}.wasm"));
        let all = instructions(&file).with_context(|| file.display().to_string())?;
        counted.insert(step.to_owned(), json!(all - before.min(all)));
        before = all;
    }
    writeln!(std::io::stdout(), "{}", Value::Object(counted))?;
    Ok(())
}

/// What a program costs from its beginning to its end.
fn instructions(file: &Path) -> anyhow::Result<u64> {
    let mut config = Config::default();
    config.consume_fuel(true);
    let engine = Engine::new(&config);
    let module = Module::new(&engine, std::fs::read(file)?)?;
    let mut store = Store::new(&engine, ());
    store.set_fuel(u64::MAX)?;
    let instance = Linker::new(&engine).instantiate_and_start(&mut store, &module)?;
    let main = instance.get_typed_func::<(i32, i32), i32>(&store, "main")?;
    let ended = main.call(&mut store, (0, 0))?;
    anyhow::ensure!(ended == 0, "it ended with {ended}");
    Ok(u64::MAX - store.get_fuel()?)
}
