//! Carries out what the export dialog asks.

use std::path::Path;

use secrecy::SecretString;

use super::dialog::NoDialog;
use super::{Imports, files};
use crate::app::Msg;
use crate::app::export::{ExportJob, ExportMsg, Exported, Shape};
use crate::app::model::Failure;
use crate::i18n::Message;
use crate::store::Store;

/// Does it, and says what came of it.
pub(super) fn perform(store: &Store, imports: &Imports, job: ExportJob) -> Msg {
    Msg::Export(match job {
        ExportJob::Pick { title, name } => {
            let picked = imports.pick_new(&title, &name);
            ExportMsg::Picked(picked.map_err(|NoDialog| Failure::new(Message::new("export-no-dialog"))))
        }
        ExportJob::Write { path, shape, passphrase } => {
            ExportMsg::Written(write(store, &path, shape, &passphrase))
        }
    })
}

fn write(store: &Store, path: &Path, shape: Shape, passphrase: &SecretString) -> Result<Exported, Failure> {
    // Before the keychain asks anybody for anything.
    files::check_new(path).map_err(Failure::new)?;
    let file = path.display().to_string();
    let text = match shape {
        Shape::Toml => store.export(),
        Shape::Json => store.export_json(),
        Shape::Csv => store.export_csv(),
        Shape::Sealed => {
            let sealed = store.export_sealed(None, passphrase).map_err(|error| Failure::from(&error))?;
            files::write_new(path, &sealed.bytes).map_err(Failure::new)?;
            let message = Message::new("export-sealed-done")
                .with("projects", sealed.projects.to_string())
                .with("secrets", sealed.secrets.to_string())
                .with("file", file);
            return Ok(Exported { message, without: sealed.without });
        }
    };
    let text = text.map_err(|error| Failure::from(&error))?;
    files::write_new(path, text.as_bytes()).map_err(Failure::new)?;
    Ok(Exported { message: Message::new("export-plain-done").with("file", file), without: Vec::new() })
}
