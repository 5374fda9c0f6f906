//! Starting a browser with the extension in it, in a profile of its own that is gone afterwards.

use std::{
    fmt,
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::Context;
use serde_json::{Value, json};

use crate::{profile::Profile, wait::wait_until, wire::Wire};

/// The extension's id in Firefox, as in its manifest.
pub(crate) const FIREFOX_ID: &str = "tandem@tandem.invalid";

/// Its internal id in Firefox, fixed so that tests can name its pages.
const FIREFOX_UUID: &str = "7f1a2b3c-5d6e-4f70-8a9b-0c1d2e3f4a5b";

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        })
    }
}

impl std::str::FromStr for Browser {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            other => Err(format!(
                "no browser is called {other:?}: chromium or firefox"
            )),
        }
    }
}

/// How a browser is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// Which.
    pub browser: Browser,
    /// The unpacked extension.
    pub extension: PathBuf,
    /// Without a window.
    pub headless: bool,
    /// Whether pages are asked for their dark looks.
    pub dark: bool,
    /// The window, in CSS pixels.
    pub size: (u32, u32),
}

impl Options {
    /// Headless, light, of a usual size.
    #[must_use]
    pub fn new(browser: Browser, extension: impl Into<PathBuf>) -> Self {
        let extension = extension.into();
        Self {
            browser,
            extension,
            headless: true,
            dark: false,
            size: (1280, 860),
        }
    }

    /// The same in a window that shows a whole panel.
    #[must_use]
    pub fn of_pictures(browser: Browser, extension: impl Into<PathBuf>) -> Self {
        Self {
            size: (1280, 1660),
            ..Self::new(browser, extension)
        }
    }
}

/// A running browser with its driver; both end with it.
pub(crate) struct Running {
    pub(crate) wire: Wire,
    pub(crate) capabilities: Value,
    driver: Child,
    /// There until the end.
    pub(crate) profile: Option<Profile>,
}

impl Running {
    /// Ends the browser as a person does, and hands its profile over as it lies on disk.
    pub(crate) fn end(mut self) -> anyhow::Result<Profile> {
        let profile = self.profile.take().context("it ended before")?;
        drop(self);
        Ok(profile)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if !self.wire.close() {
            // A browser that does not listen outlives its driver, and is in the way of all others.
            let group = format!("-{}", self.driver.id());
            drop(Command::new("kill").args(["-KILL", "--", &group]).status());
        }
        drop(self.driver.kill());
        drop(self.driver.wait());
    }
}

/// How long the first page may take, start by start: it is there at once, or never, and a machine may be
/// busy.
const PATIENCE: [Duration; 3] = [
    Duration::from_secs(6),
    Duration::from_secs(12),
    Duration::from_secs(30),
];

/// Starts the browser in a profile and installs the extension. Chromium holds the page that it starts with
/// up for ever where an extension of its command line (`--load-extension`) that may see requests, by
/// `webRequest` or `declarativeNetRequest`, is loaded while that page is on its way: 30 of 60 starts
/// without any driver, none of 40 with the same extension installed, and none without the two permissions.
/// No person starts it so; one start in a dozen does here, and is ended and made again.
pub(crate) fn start(options: &Options, profile: Profile) -> anyhow::Result<Running> {
    let mut failed = None;
    for patience in PATIENCE {
        match start_once(options, &profile, patience) {
            Ok(mut running) => {
                running.profile = Some(profile);
                return Ok(running);
            }
            Err(error) => {
                eprintln!("the browser did not start: {error:#}");
                failed = Some(error);
            }
        }
    }
    Err(failed.context("it was not started")?)
}

fn start_once(options: &Options, profile: &Profile, patience: Duration) -> anyhow::Result<Running> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let driver = driver_command(options.browser, port)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .with_context(|| format!("cannot start the driver of {}", options.browser))?;
    let wire = Wire::new(port);
    let wanted = match options.browser {
        Browser::Chromium => chromium(options, profile.path()),
        Browser::Firefox => firefox(options, profile.path()),
    };
    let mut running = Running {
        wire,
        capabilities: Value::Null,
        driver,
        profile: None,
    };
    wait_until("the driver answers", Duration::from_secs(20), || {
        Ok(running.wire.is_up())
    })?;
    running.capabilities = running.wire.open(&wanted)?;
    if options.browser == Browser::Chromium {
        // A page that gets the content script and is no store's; the driver itself serves one.
        let first = format!("http://my.ecom.localhost:{port}/status");
        running.wire.first_page(&first, patience)?;
    }
    if options.browser == Browser::Firefox {
        install(&running.wire, &options.extension)?;
    }
    Ok(running)
}

/// Installs the extension of a folder in Firefox, over an older one too: out of the folder, as
/// Chromium has it, without the seconds that packing takes at each start.
pub(crate) fn install(wire: &Wire, folder: &Path) -> anyhow::Result<()> {
    let folder = folder.canonicalize().context("the extension's folder")?;
    let addon = json!({ "path": folder, "temporary": true });
    wire.post("/moz/addon/install", &addon).map(drop)
}

fn driver_command(browser: Browser, port: u16) -> Command {
    match browser {
        Browser::Chromium => {
            let mut command = Command::new("chromedriver");
            command.arg(format!("--port={port}"));
            command
        }
        Browser::Firefox => {
            let mut command = Command::new("geckodriver");
            // System access: to press the toolbar's button and to end the background in tests.
            command.args(["--port", &port.to_string(), "--allow-system-access"]);
            command.args(["--websocket-port", "0"]);
            command
        }
    }
}

fn chromium(options: &Options, profile: &Path) -> Value {
    let (width, height) = options.size;
    let mut args = vec![
        // As root there is no other way; on a developer's machine it does no harm to loopback.
        "--no-sandbox".to_owned(),
        "--disable-gpu".into(),
        "--disable-quic".into(),
        "--no-first-run".into(),
        "--no-default-browser-check".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--force-device-scale-factor=1".into(),
        "--lang=en".into(),
        format!("--window-size={width},{height}"),
        format!("--user-data-dir={}", profile.display()),
        format!("--load-extension={}", options.extension.display()),
        format!(
            "--blink-settings=preferredColorScheme={}",
            u8::from(!options.dark)
        ),
    ];
    if options.headless {
        args.push("--headless=new".into());
    }
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "args": args,
            "prefs": { "extensions": { "ui": { "developer_mode": true } } },
            // Tabs of the extension's own pages count as tabs, as they do in Firefox.
            "enableExtensionTargets": true,
        },
    })
}

fn firefox(options: &Options, profile: &Path) -> Value {
    let (width, height) = options.size;
    let mut args = vec!["-width".to_owned(), width.to_string()];
    args.extend(["-height".to_owned(), height.to_string()]);
    args.extend(["-profile".to_owned(), profile.display().to_string()]);
    if options.headless {
        args.push("-headless".into());
    }
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": "/usr/bin/firefox-esr",
            "args": args,
            "prefs": {
                "extensions.webextensions.uuids": json!({ FIREFOX_ID: FIREFOX_UUID }).to_string(),
                "extensions.webextOptionalPermissionPrompts": false,
                "layout.css.prefers-color-scheme.content-override": u8::from(!options.dark),
                "ui.systemUsesDarkTheme": u8::from(options.dark),
                "intl.accept_languages": "en",
                "layout.css.devPixelsPerPx": "1.0",
            },
        },
    })
}
