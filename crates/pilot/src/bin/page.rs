//! What the panel costs its host page, and how soon it is there, against an empty page in its place
//! in the same browser: the least that any extension with a panel costs. `cargo xtask bench` runs it.

use std::{fs, path::Path, path::PathBuf};

use anyhow::Context;
use clap::Parser;
use serde::Serialize;
use serde_json::{Value, json};
use tandem_pilot::{Browser, Options, Shop};

/// Measures what the panel costs its host page.
#[derive(Parser)]
struct Cli {
    /// The unpacked extension.
    #[arg(long)]
    extension: PathBuf,
    /// Which browser: chromium or firefox.
    #[arg(long)]
    browser: Browser,
    /// How often the panel is opened on a fresh page.
    #[arg(long, default_value_t = 15)]
    times: usize,
}

/// Looks at the host page. Chromium tells of long tasks and of shifts; of Firefox, which does not,
/// the longest gap between two frames is known, and whether anything of the page moved.
const WATCH: &str = "const watch = window.tandemWatch = { longTasks: [], shift: 0, gap: 0, shown: 0, hidden: 0 };
    const kinds = PerformanceObserver.supportedEntryTypes;
    const observe = (type, see) => { if (kinds.includes(type))
      new PerformanceObserver(list => list.getEntries().forEach(see)).observe({ type }); };
    observe('longtask', one => watch.longTasks.push(one.duration));
    observe('layout-shift', one => { watch.shift += one.value; });
    watch.tells = kinds.includes('longtask') && kinds.includes('layout-shift');
    const places = () => JSON.stringify([...document.body.querySelectorAll('*')].slice(0, 200)
      .map(one => { const { x, y, width, height } = one.getBoundingClientRect(); return [x, y, width, height]; }));
    watch.places = places; watch.before = places();
    addEventListener('click', event => { watch.clicked = performance.timeOrigin + event.timeStamp; },
      { capture: true, once: true });
    let last = performance.now();
    const look = () => {
      const now = performance.now();
      watch.gap = Math.max(watch.gap, now - last); last = now;
      const isThere = document.elementFromPoint(innerWidth - 120, innerHeight / 2)?.id === 'tandem-panel';
      if (isThere && !watch.shown) watch.shown = performance.timeOrigin + now;
      if (!isThere && watch.shown && !watch.hidden) watch.hidden = performance.timeOrigin + now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

/// When something was painted in the frame, and when its wasm was at work, both since 1970.
const PAINTED: &str = "const [waits, done] = arguments;
    const at = name => performance.getEntriesByName(name)[0]?.startTime;
    const look = () => {
      const [paint, ready] = [at('first-contentful-paint'), at('tandem:mounted')];
      paint === undefined || (waits && ready === undefined) ? requestAnimationFrame(look)
        : done([performance.timeOrigin + paint, ready === undefined ? null : performance.timeOrigin + ready]); };
    look()";

/// Puts the panel away as a person does, and says when that was clicked.
const CLOSE: &str = "const [done] = arguments;
    addEventListener('click', event => done(performance.timeOrigin + event.timeStamp), { once: true, capture: true });
    document.querySelector(\"button[aria-label='Close Tandem']\")?.click() ?? done(null)";

/// What the host page had to bear so far.
const BORNE: &str = "const { longTasks, shift, gap, shown, hidden, clicked, tells, places, before } = window.tandemWatch;
    return { longTasks, shift, gap, shown, hidden, clicked, tells, moved: places() !== before }";

#[derive(Debug, Default, Serialize)]
struct Figures {
    first_paint_ms: Spread,
    /// The wasm listens to the person; the floor has none.
    interactive_ms: Option<Spread>,
    frame_shown_ms: Spread,
    closed_ms: Option<Spread>,
    /// On the host page, in all openings together; `None` where the browser does not tell.
    long_tasks: Option<usize>,
    layout_shift: Option<f64>,
    /// In how many openings anything of the host page moved.
    openings_that_moved_something: usize,
    longest_gap_between_frames_ms: Spread,
}

/// The middle, and half of what lies between the first and the last.
#[derive(Debug, Default, Serialize)]
struct Spread {
    median: f64,
    half_range: f64,
}

impl Spread {
    fn of(mut all: Vec<f64>) -> Option<Self> {
        all.sort_by(f64::total_cmp);
        let tenth = |figure: f64| (figure * 10.0).round() / 10.0;
        Some(Self {
            median: tenth(*all.get(all.len() / 2)?),
            half_range: tenth((all.last()? - all.first()?) / 2.0),
        })
    }
}

#[expect(clippy::print_stdout, reason = "figures for a person")]
fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let empty = tempfile::tempdir()?;
    with_an_empty_panel(&cli.extension, empty.path())?;
    let floor = measure(&Options::new(cli.browser, empty.path()), cli.times, false)?;
    let ours = measure(&Options::new(cli.browser, &cli.extension), cli.times, true)?;
    let times = (ours.first_paint_ms.median / floor.first_paint_ms.median * 100.0).round() / 100.0;
    let told =
        json!({ "panel": ours, "empty_page": floor, "first_paint_against_the_floor": times });
    println!("{}", serde_json::to_string_pretty(&told)?);
    Ok(())
}

/// The same extension whose panel is one line of text.
fn with_an_empty_panel(from: &Path, to: &Path) -> anyhow::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir(&target)?;
            with_an_empty_panel(&entry.path(), &target)?;
        } else if entry.file_name() == "panel.html" {
            fs::write(target, "<!doctype html><main id=app><h1>Tandem</h1></main>")?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// One opening: what the frame tells of itself, when it was closed, and what the host page bore.
struct Opening {
    painted: f64,
    mounted: Option<f64>,
    closed: Option<f64>,
    borne: Value,
}

impl Opening {
    fn borne(&self, name: &str) -> f64 {
        let told = self.borne.get(name).and_then(Value::as_f64);
        told.unwrap_or_default()
    }

    fn since_click(&self, moment: f64) -> f64 {
        moment - self.borne("clicked")
    }
}

fn measure(options: &Options, times: usize, is_ours: bool) -> anyhow::Result<Figures> {
    let shop = Shop::open(options, &tandem_sandbox::Options::default())?;
    let all = (0..times).map(|_| open(&shop, is_ours));
    let all = all.collect::<anyhow::Result<Vec<Opening>>>()?;
    let spread =
        |of: &dyn Fn(&Opening) -> Option<f64>| Spread::of(all.iter().filter_map(of).collect());
    let tells = all
        .iter()
        .all(|one| one.borne.get("tells") == Some(&json!(true)));
    let long_tasks = all
        .iter()
        .filter_map(|one| one.borne.get("longTasks")?.as_array());
    let moved = all
        .iter()
        .filter(|one| one.borne.get("moved") == Some(&json!(true)));
    Ok(Figures {
        first_paint_ms: spread(&|one| Some(one.since_click(one.painted))).context("no paint")?,
        interactive_ms: spread(&|one| Some(one.since_click(one.mounted?))),
        frame_shown_ms: spread(&|one| Some(one.since_click(one.borne("shown"))))
            .context("no frame")?,
        closed_ms: spread(&|one| Some(one.borne("hidden") - one.closed?)),
        long_tasks: tells.then(|| long_tasks.map(Vec::len).sum()),
        layout_shift: tells.then(|| all.iter().map(|one| one.borne("shift")).sum()),
        openings_that_moved_something: moved.count(),
        longest_gap_between_frames_ms: spread(&|one| Some(one.borne("gap")))
            .context("no frames")?,
    })
}

/// One opening of the panel on a fresh page.
fn open(shop: &Shop, is_ours: bool) -> anyhow::Result<Opening> {
    let driver = &shop.driver;
    driver.go(&format!("{}/customer_groups", shop.ready.pos.url))?;
    driver.find("h1")?;
    driver.js(WATCH, &json!([]))?;
    driver.open_panel()?;
    let painted = driver.js_async(PAINTED, &json!([is_ours]))?;
    let (painted, mounted): (f64, Option<f64>) = serde_json::from_value(painted)?;
    let mut closed = None;
    if is_ours {
        driver.find_role("button", "Close Tandem")?;
        closed = driver.js_async(CLOSE, &json!([]))?.as_f64();
        driver.leave_frame()?;
        tandem_pilot::wait_until(
            "the panel is put away",
            std::time::Duration::from_secs(20),
            || {
                let hidden = driver.js("return window.tandemWatch.hidden > 0", &json!([]))?;
                Ok(hidden == json!(true))
            },
        )?;
    }
    driver.leave_frame()?;
    Ok(Opening {
        painted,
        mounted,
        closed,
        borne: driver.js(BORNE, &json!([]))?,
    })
}
