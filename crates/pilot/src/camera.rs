//! The panel made so wide, light or dark, and still, and pictures of it that are the same each time.

use anyhow::Context;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::{Driver, Picture, driver::text};

/// What a picture is taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looks {
    /// How wide the panel is, in CSS pixels.
    pub width: u32,
    /// Whether it is dark.
    pub dark: bool,
}

/// The panel's size in an admin page while nothing is looked at.
const WIDTH: u32 = 380;
const HEIGHT: u32 = 860;

/// How high a picture gets: what is below is left out.
const HIGHEST: u32 = 1500;

/// The only font in pictures, where it is there.
const FONT: &str = "Liberation Sans";

/// Switches the looks: our own rules for the dark are in style sheets of our own.
const SWITCH: &str = "const [dark] = arguments;
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
    const all = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]);
    for (const { media } of all.filter(rule => rule.media)) {
      if (!media.mediaText.includes('prefers-color-scheme')) continue;
      media.mediaText = '(prefers-color-scheme: dark)' + (dark ? ', all' : ' and (max-width: 0px)');
    }";

/// Holds everything still, in one font, and makes all moments and times the same.
const STILL: &str = r#"const [font] = arguments;
    const root = document.documentElement, [sheet] = document.styleSheets;
    if (![...sheet.cssRules].some(rule => rule.selectorText === ':root.still')) {
      sheet.insertRule(`:root.still { --font: "${font}", sans-serif; scrollbar-width: none; }`, sheet.cssRules.length);
      sheet.insertRule(':root.still *, :root.still *::before { animation: none !important; transition: none !important; caret-color: transparent !important; scrollbar-width: none; }', sheet.cssRules.length);
    }
    root.classList.add('still');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data } = texts.currentNode;
      const same = data.replace(/[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d{2}\s[AP]M/g, 'Nov 24, 2026, 9:30 AM')
        .replace(/^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}$/, 'Nov 1')
        .replace(/about (?:\d+ minutes|a minute)|\d+ seconds?\b/g, 'about 2 minutes')
        .replace(/[\d,]+ of ([\d,]+) calls to POS/g, '12 of $1 calls to POS');
      if (same !== data) texts.currentNode.data = same;
    }"#;

/// Lets it move again.
const MOVE: &str = "document.documentElement.classList.remove('still')";

/// How wide a text is in the font of pictures: tells one machine's fonts from another's.
const MEASURE: &str = r#"const pen = document.createElement('canvas').getContext('2d');
    return [400, 600].map(weight => {
      pen.font = `${weight} 14px "${arguments[0]}", sans-serif`;
      return pen.measureText('Tandem keeps both stores in step: 1,234 customers').width.toFixed(3);
    }).join(' ')"#;

/// Answers once the page is as wide as is said, and was drawn so.
const DRAWN: &str = "const [width, done] = arguments;
    const look = () => requestAnimationFrame(() => {
      if (innerWidth === width) requestAnimationFrame(() => done(true)); else look();
    });
    look();";

impl Driver {
    /// Makes the panel in the admin page in use so wide and so high, at the left.
    ///
    /// # Errors
    /// If there is none.
    pub fn frame_panel(&self, width: u32, height: u32) -> anyhow::Result<()> {
        let size = "const [frame, width, height] = arguments;
            frame.style.cssText += `inset:0 auto auto 0;width:${width}px;height:${height}px;border-radius:0;`";
        self.leave_frame()?;
        let frame = self.panel_frame()?.context("the panel is not open")?;
        self.js(size, &json!([frame.as_argument(), width, height]))?;
        self.enter_frame(&frame)?;
        // Until it is laid out and drawn: a click on what still moves is lost.
        self.js_async(DRAWN, &json!([width])).map(drop)
    }

    /// Gives the panel the size again that it has between pictures.
    ///
    /// # Errors
    /// As [`Self::frame_panel`].
    pub fn unframe_panel(&self) -> anyhow::Result<()> {
        self.frame_panel(WIDTH, HEIGHT)
    }

    /// Shows the panel light or dark, whatever the browser asks for.
    ///
    /// # Errors
    /// If the page is gone.
    pub fn in_the_dark(&self, dark: bool) -> anyhow::Result<()> {
        // A colour on its way to another one is neither.
        self.js(STILL, &json!([FONT]))?;
        self.js(SWITCH, &json!([dark]))?;
        if !dark {
            self.js(MOVE, &json!([]))?;
        }
        Ok(())
    }

    /// Takes a picture of the panel in the admin page in use, as high as what it shows.
    ///
    /// # Errors
    /// If there is none.
    pub fn picture(&self, looks: Looks) -> anyhow::Result<Picture> {
        self.in_the_dark(looks.dark)?;
        self.js(STILL, &json!([FONT]))?;
        self.frame_panel(looks.width, HEIGHT)?;
        let high = "scrollTo(0, 0); return document.documentElement.scrollHeight";
        let high = self.js(high, &json!([]))?.as_u64().unwrap_or(0);
        let high = u32::try_from(high).unwrap_or(HIGHEST).min(HIGHEST);
        self.frame_panel(looks.width, high)?;
        let drawn = "const [done] = arguments;
            scrollTo(0, 0); requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        self.js_async(drawn, &json!([]))?;
        self.leave_frame()?;
        let shot = text(&self.running.wire.get("/screenshot")?)?;
        let picture = Picture::read_part(&STANDARD.decode(shot)?, looks.width, high);
        self.enter_panel()?;
        self.in_the_dark(false)?;
        self.unframe_panel()?;
        picture
    }

    /// What pictures depend on besides the panel: the browser's version and the fonts.
    ///
    /// # Errors
    /// If the page is gone.
    pub fn made_with(&self) -> anyhow::Result<String> {
        let version = self.running.capabilities.get("browserVersion");
        let version = version.and_then(Value::as_str).unwrap_or("?");
        let widths = text(&self.js(MEASURE, &json!([FONT]))?)?;
        Ok(format!("{} {version}, {FONT}: {widths}", self.browser))
    }
}
