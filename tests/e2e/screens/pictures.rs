//! Whether it still looks as on the pictures that are kept. Compared only where the same browser with
//! the same fonts made them; it is said where that is not so.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Once,
};

use tandem_pilot::{Driver, Picture, Shop, gallery};

use crate::setup::browser;

/// What changed of the pictures of this state. The new ones are put into `target/changed`.
pub(super) fn changed(shop: &Shop, name: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let kept = root.join("docs/pictures");
    let mut said = Vec::new();
    let looks = gallery::kept_of(name);
    if looks.is_empty() || !is_comparable(&shop.driver, &kept) {
        return said;
    }
    for looks in looks {
        let file = gallery::kept_at(&kept, browser(), name, looks);
        let now = shop.driver.picture(looks).unwrap();
        let before = Picture::read(&fs::read(&file).unwrap()).unwrap();
        if let Some(what) = now.differs(&before) {
            let new = target(&file, &kept, root);
            now.save(&new).unwrap();
            said.push(format!("{what}; now {}", new.display()));
        }
    }
    said
}

fn target(file: &Path, kept: &Path, root: &Path) -> PathBuf {
    let name = file.strip_prefix(kept).unwrap_or(file);
    root.join("target/changed").join(name)
}

fn is_comparable(driver: &Driver, kept: &Path) -> bool {
    static SAID: Once = Once::new();
    let made = fs::read_to_string(gallery::made_with_at(kept, browser())).ok();
    let here = driver.made_with().unwrap();
    let is_same = made.as_ref() == Some(&here);
    if !is_same {
        SAID.call_once(|| {
            eprintln!("pictures are not compared: made with {made:?}; here is {here}")
        });
    }
    is_same
}
