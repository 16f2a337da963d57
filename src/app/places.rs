//! Where the secrets of a project are to be kept, as the editor has it.

use std::collections::BTreeMap;

use super::model::Editor;
use crate::i18n::Message;
use crate::store::external::NotAReference;
use crate::store::{Reference, SecretPlace};
use crate::token::{Field, Problem};

impl Editor {
    /// Adds what is wrong with the sources, if the secrets are kept elsewhere.
    pub(super) fn check_sources(&mut self) {
        if self.place != SecretPlace::External {
            return;
        }
        for field in self.vendor.credentials.iter().filter(|field| field.is_secret()) {
            let wrong = match self.source(field) {
                "" => field.required.then(|| Message::new("problem-missing")),
                text => Reference::parse(text).err().map(NotAReference::message),
            };
            self.problems.extend(wrong.map(|message| Problem::new(field.key, message)));
        }
    }

    /// The sources as the project keeps them; those that are none are left out.
    pub(super) fn references(&self) -> BTreeMap<String, Reference> {
        let fields = self.vendor.credentials.iter().filter(|field| field.is_secret());
        let reference =
            |field: &Field| Some((field.key.to_owned(), Reference::parse(self.source(field)).ok()?));
        fields.filter_map(reference).collect()
    }

    fn source(&self, field: &Field) -> &str {
        self.sources.get(field.key).map_or("", |text| text.trim())
    }
}
