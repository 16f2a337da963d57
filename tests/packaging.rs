//! What is given to people: icon, desktop entry, metadata, what goes into the packages. Judges that are not installed are
//! passed over with a note; `.ci/run` installs them and sets the variable that makes it a fault.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says what it left out"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text(path: &str) -> String {
    std::fs::read_to_string(root(path)).unwrap()
}

/// Lets another program judge a file.
fn judge(words: &[&str], path: &str) {
    let Ok(output) = Command::new(words[0]).args(&words[1..]).arg(root(path)).output() else {
        assert!(std::env::var_os("TOKENDESK_TEST_PACKAGING").is_none(), "{} is not installed", words[0]);
        println!("{} is not installed, so this is left out", words[0]);
        return;
    };
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{path}: {}", String::from_utf8_lossy(&said));
}

#[test]
fn the_desktop_entry_is_one() {
    judge(&["desktop-file-validate"], "assets/linux/tokendesk.desktop");
    // What the window calls itself is what the desktop looks for.
    let window = text("src/gui/window.rs");
    assert!(window.contains(".with_app_id(\"tokendesk\")"));
}

#[test]
fn the_metadata_is_right_and_of_this_version() {
    judge(&["appstreamcli", "validate", "--no-net"], "assets/linux/tokendesk.metainfo.xml");
    let metadata = text("assets/linux/tokendesk.metainfo.xml");
    let newest = metadata.split("<release version=\"").nth(1).unwrap();
    assert!(newest.starts_with(&format!("{VERSION}\"")), "the newest release is not {VERSION}");
    let manifest: toml::Table = toml::from_str(&text("Cargo.toml")).unwrap();
    let licence = manifest["package"]["license"].as_str().unwrap();
    assert!(metadata.contains(&format!("<project_license>{licence}</project_license>")));
}

#[test]
fn the_icon_has_every_size() {
    for size in [16_u32, 24, 32, 48, 64, 128, 256, 512] {
        let png = std::fs::read(root(&format!("assets/icon/{size}.png"))).unwrap();
        let icon = eframe::icon_data::from_png_bytes(&png).unwrap();
        assert_eq!((icon.width, icon.height), (size, size));
        // Round corners: nothing in them, and something in the middle.
        assert_eq!(icon.rgba[3], 0);
        let middle = (size / 2 * size + size / 2) as usize * 4;
        assert_eq!(icon.rgba[middle + 3], 255);
    }
}

#[test]
fn what_the_package_is_made_of_is_there() {
    let manifest: toml::Table = toml::from_str(&text("Cargo.toml")).unwrap();
    let deb = &manifest["package"]["metadata"]["deb"];
    let assets = deb["assets"].as_array().unwrap();
    let mut targets = Vec::new();
    for asset in assets {
        let [source, target, mode] = asset.as_array().unwrap().as_slice() else { panic!("{asset}") };
        let (source, target) = (source.as_str().unwrap(), target.as_str().unwrap());
        assert!(matches!(mode.as_str(), Some("644" | "755")), "{asset}");
        assert!(target.starts_with("usr/"), "{asset}");
        if let Some(made) = source.strip_prefix("target/package/") {
            let name = Path::new(made).extension().unwrap().to_str().unwrap();
            assert!(text(".ci/package").contains(name), "nothing makes {source}");
        } else if source != "target/release/tokendesk" {
            assert!(root(source).is_file(), "no {source}");
        }
        targets.push(target);
    }
    for part in [
        "usr/bin",
        "applications",
        "metainfo",
        "icons/hicolor/scalable",
        "man/man1",
        "bash-completion",
        "zsh",
        "fish",
    ] {
        assert!(targets.iter().any(|target| target.contains(part)), "no {part}");
    }
}

#[test]
fn the_workflow_pins_what_it_uses() {
    let workflow = text(".github/workflows/release.yml");
    let mut used = 0;
    for action in
        workflow.lines().filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: "))
    {
        let (_, version) = action.split_once('@').unwrap();
        assert!(version.starts_with('v') && version[1..].parse::<u32>().is_ok(), "{action}");
        used += 1;
    }
    assert!(used >= 4);
    for part in ["ubuntu", "macos", "windows", ".ci/run", ".ci/package", "SHA256SUMS", "cyclonedx"] {
        assert!(workflow.contains(part), "no {part}");
    }
}

#[cfg(unix)]
#[test]
fn the_scripts_are_right_for_bash() {
    for script in [".ci/package", ".ci/run", "assets/icon/make.sh"] {
        judge(&["bash", "-n"], script);
    }
}
