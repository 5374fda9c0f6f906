//! On what, and beside what, the figures were measured.

use std::{fs, thread};

/// One line: processor, cores, memory, load.
pub(super) fn facts() -> String {
    let cores = thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let model = field("/proc/cpuinfo", "model name").unwrap_or_else(|| "a processor".to_owned());
    let memory = field("/proc/meminfo", "MemTotal")
        .and_then(|told| told.split_whitespace().next()?.parse::<u64>().ok())
        .map_or_else(String::new, |kib| format!(", {} GB", kib / 1_000_000));
    let place = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    format!("{model}, {cores} cores{memory}, {place}; load {}", load())
}

/// How many programs wanted to run in the last minute, five and fifteen; where the system tells.
pub(super) fn load() -> String {
    let told = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let figures: Vec<&str> = told.split_whitespace().take(3).collect();
    if figures.is_empty() {
        "unknown".to_owned()
    } else {
        figures.join(" ")
    }
}

/// What stands behind the first such name.
fn field(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    line.split_once(':')
        .map(|(_, told)| told.trim().to_owned())
        .filter(|told| !told.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cores_and_load_are_told() {
        let told = facts();
        assert!(
            told.contains(" cores") && told.contains("; load "),
            "{told}"
        );
        assert_eq!(field("/nowhere", "x"), None);
    }
}
