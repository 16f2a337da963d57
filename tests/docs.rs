//! The papers say what the program does: the table of kinds is written from the list of vendors, and the examples of the
//! README are run.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

use tokendesk::token::report::kind_text_id;
use tokendesk::vendor::{self, VENDORS};

fn readme() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn table() -> String {
    let texts = vendor::texts();
    let mut table = String::from("| vendor | kind | what it is | makes | reads |\n|---|---|---|---|---|\n");
    for vendor in VENDORS {
        for kind in vendor.kinds {
            let spec = kind.spec();
            let id = kind_text_id(spec.id);
            let about = texts.get(&format!("{id}.about"));
            let makes = if spec.generates { "yes" } else { "" };
            writeln!(
                table,
                "| {} | `{}` | **{}**: {about} | {makes} | yes |",
                vendor.name,
                spec.id,
                texts.get(&id)
            )
            .unwrap();
        }
    }
    table
}

/// Rewrites the table where it is out of date, and fails then: commit the new one.
#[test]
fn the_table_of_kinds_is_that_of_the_program() {
    let text = std::fs::read_to_string(readme()).unwrap();
    let (before, rest) = text.split_once("<!-- kinds:").unwrap();
    let (marker, rest) = rest.split_once("-->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /kinds -->").unwrap();
    let wanted = format!("{before}<!-- kinds:{marker}-->\n{}<!-- /kinds -->{after}", table());
    if wanted != text {
        std::fs::write(readme(), wanted).unwrap();
        panic!("the table of kinds in README.md was out of date; it is written anew");
    }
}

/// Every `$ tokendesk …` of the README that stands alone is run, and prints what stands below it.
#[test]
fn the_examples_of_the_readme_are_real() {
    let text = std::fs::read_to_string(readme()).unwrap();
    let home = tempfile::tempdir().unwrap();
    let mut run = 0;
    for block in text.split("\n```\n").filter(|block| block.starts_with("$ ")) {
        let mut lines = block.lines().filter(|line| !line.starts_with("$ export")).peekable();
        let Some(call) = lines.next().and_then(|line| line.strip_prefix("$ tokendesk ")) else { continue };
        // Calls that need a keychain, or are cut short for the eye, are shown only.
        if call.contains('…') || call.starts_with("projects") {
            continue;
        }
        let output = Command::new(env!("CARGO_BIN_EXE_tokendesk"))
            .args(call.split_whitespace())
            .env_clear()
            .env("TOKENDESK_HOME", home.path())
            .env("OPENTOK_SECRET", "9f3c1a7be25d4086c1f0a94d7738be21c05e6d14")
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let shown: Vec<_> = lines.collect();
        assert_eq!(printed.lines().collect::<Vec<_>>(), shown, "{call}");
        run += 1;
    }
    assert!(run >= 2, "{run}");
}
