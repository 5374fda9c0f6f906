//! Builds the extension. One manifest and one set of files for both browsers; the same bytes from
//! the same source, wherever it lies.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use serde_json::{Value, json};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    pack::{self, Package},
    page,
    shell::{cargo, program, root},
};

/// The wasm modules: the program, and the crate that it is a program of.
const MODULES: [(&str, &str); 3] = [
    ("tandem", "background"),
    ("tandem", "panel"),
    ("tandem-twin", "twin"),
];

/// The sandbox itself, for rehearsals: it has the sandbox's hosts, and reaches none.
const TWIN: &str = "wasm/twin_bg.wasm";

/// What the sandbox's flavour may reach in addition.
const SANDBOX_MATCH: &str = "http://*.localhost/*";
const SANDBOX_CONNECT: &str = "http://*.localhost:*";

/// What only the sandbox's flavour knows of.
const SANDBOX_HOSTS: [&str; 3] = ["*.localhost", "pos.localhost", "ecom.localhost"];

/// Which extension is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// The one for shops.
    Shipped,
    /// The one that also reaches the local sandbox. It is never packed for a store.
    Sandbox,
}

impl Flavour {
    /// Where it is put.
    pub(crate) fn folder(self) -> PathBuf {
        root().join("dist").join(match self {
            Self::Shipped => "tandem",
            Self::Sandbox => "tandem-sandbox",
        })
    }
}

/// How it is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As it is handed in: small, and slow to build.
    Ship,
    /// To try something out: ten times as quick to build after a change.
    Quick,
}

impl Profile {
    /// Its name in `Cargo.toml`, which is the name of its folder in `target` as well.
    const fn name(self) -> &'static str {
        match self {
            Self::Ship => "ship",
            Self::Quick => "release",
        }
    }
}

/// Builds it into its folder and its zip.
pub(crate) fn build(flavour: Flavour, profile: Profile) -> anyhow::Result<Package> {
    let package = build_at(&root(), &root().join("target"), flavour, profile)?;
    package.refuse_foreign_code()?;
    let folder = flavour.folder();
    package.write_to(&folder)?;
    if flavour == Flavour::Shipped {
        // Not the bare word: a store's email of that domain is one that nobody reads.
        for host in SANDBOX_HOSTS {
            package.refuse_word(host, TWIN)?;
        }
        let zip = root().join(format!("dist/tandem-{}.zip", env!("CARGO_PKG_VERSION")));
        fs::write(&zip, package.zip()?)?;
    }
    Ok(package)
}

/// Builds it again from a copy of the source at another path, prints the digests of both zips, and
/// compares.
#[expect(clippy::print_stdout, reason = "the digests are this command's output")]
pub(crate) fn verify(flavour: Flavour) -> anyhow::Result<()> {
    let first = build_at(&root(), &root().join("target"), flavour, Profile::Ship)?;
    let copy = root().join("target/verify/another/path");
    pack::copy_tracked(&root(), &copy)?;
    let target = root().join("target/verify/target");
    let second = build_at(&copy, &target, flavour, Profile::Ship)?;
    for (path, package) in [(root(), &first), (copy, &second)] {
        println!("{}  {}", package.digest()?, path.display());
    }
    first.must_equal(&second)?;
    eprintln!("built twice at two paths, the same bytes");
    Ok(())
}

/// Puts the page of a rehearsal, and all that it loads, beside the page that Trunk made of
/// `static/panel.html` in `folder`.
pub(crate) fn build_page(folder: &Path) -> anyhow::Result<()> {
    let package = build_at(
        &root(),
        &root().join("target"),
        Flavour::Shipped,
        Profile::Quick,
    )?;
    page::put(&package, folder)
}

/// All files of the extension, built from the source in `source`.
fn build_at(
    source: &Path,
    target: &Path,
    flavour: Flavour,
    profile: Profile,
) -> anyhow::Result<Package> {
    compile(source, target, flavour, profile)?;
    let mut package = Package::default();
    package.add_folder(&source.join("extension"))?;
    package.add_folder(&source.join("static"))?;
    // English is built in; the other languages are fetched when they are spoken.
    package.remove_matching(|path| path == "locales/en.ftl");
    let page = package
        .take("panel.html")
        .context("static/panel.html is missing")?;
    package.add("rehearsal.html", page::in_rehearsal(&page)?);
    // The same page under a name that is not web accessible. Chromium refuses to open one that is,
    // with `use_dynamic_url`, in a tab of its own, even to the extension itself.
    package.add("tab.html", page.clone());
    package.add("panel.html", page);
    for (_, module) in MODULES {
        let built = target
            .join("wasm32-unknown-unknown")
            .join(profile.name())
            .join(format!("{module}.wasm"));
        add_module(&mut package, &built, module)?;
    }
    let manifest = package
        .take("manifest.json")
        .context("extension/manifest.json is missing")?;
    package.add("manifest.json", manifest_for(&manifest, flavour)?);
    Ok(package)
}

fn compile(source: &Path, target: &Path, flavour: Flavour, profile: Profile) -> anyhow::Result<()> {
    let mut build = cargo()
        .within(source)
        .args([
            "build",
            "--locked",
            "--profile",
            profile.name(),
            "--target",
            "wasm32-unknown-unknown",
        ])
        .args(
            MODULES
                .iter()
                .flat_map(|(of, name)| ["-p", of, "--bin", name]),
        )
        .arg("--target-dir")
        .arg(target)
        .env("CARGO_ENCODED_RUSTFLAGS", flags(source)?);
    if flavour == Flavour::Sandbox {
        build = build.args(["--features", "tandem/sandbox"]);
    }
    build.run().context("the extension does not compile")
}

/// No path of this machine may stand in the wasm: panics name their source file.
fn flags(source: &Path) -> anyhow::Result<String> {
    let sysroot = program("rustc").args(["--print", "sysroot"]).read()?;
    let home = std::env::var("CARGO_HOME")
        .or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")))
        .context("neither CARGO_HOME nor HOME is set")?;
    let remap = [
        (source.display().to_string(), "/tandem"),
        (format!("{home}/registry/src"), "/crates"),
        (format!("{sysroot}/lib/rustlib/src/rust"), "/rust"),
    ];
    let remap = remap.map(|(from, to)| format!("--remap-path-prefix={from}={to}"));
    // Every browser of the manifest has these instructions; the search goes through the texts of
    // 100,000 customers a side quicker with them.
    let flags = remap.join("\u{1f}");
    Ok(format!("-Ctarget-feature=+simd128\u{1f}{flags}"))
}

/// Turns the compiler's wasm into a module that the browser can import. Cargo puts both flavours at
/// the same place; the one that was just built is the one that is read.
fn add_module(package: &mut Package, built: &Path, module: &str) -> anyhow::Result<()> {
    let mut bindgen = Bindgen::new();
    let mut output = bindgen
        .input_path(built)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .reset_state_function(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen refused {}", built.display()))?;
    package.add(
        &format!("wasm/{module}.js"),
        output.js().as_bytes().to_vec(),
    );
    package.add(
        &format!("wasm/{module}_bg.wasm"),
        output.wasm_mut().emit_wasm(),
    );
    Ok(())
}

/// The manifest with the package's version, and with the sandbox's hosts in its flavour.
fn manifest_for(source: &[u8], flavour: Flavour) -> anyhow::Result<Vec<u8>> {
    let mut manifest: Value = serde_json::from_slice(source).context("manifest.json")?;
    let members = manifest
        .as_object_mut()
        .context("manifest.json is no object")?;
    members.insert("version".to_owned(), json!(env!("CARGO_PKG_VERSION")));
    if flavour == Flavour::Sandbox {
        for list in [
            "/host_permissions",
            "/content_scripts/0/matches",
            "/web_accessible_resources/0/matches",
        ] {
            let Some(Value::Array(hosts)) = manifest.pointer_mut(list) else {
                bail!("manifest.json has no list at {list}");
            };
            hosts.push(json!(SANDBOX_MATCH));
        }
        let place = "/content_security_policy/extension_pages";
        let policy = manifest
            .pointer_mut(place)
            .context("manifest.json has no policy")?;
        let text = policy
            .as_str()
            .context("manifest.json has no policy for its pages")?;
        let reach = format!("connect-src 'self' {SANDBOX_CONNECT}");
        *policy = json!(text.replace("connect-src 'self'", &reach));
    }
    Ok(serde_json::to_vec_pretty(&manifest)?)
}
