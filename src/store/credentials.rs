//! Saved projects as credentials: for generation, and one after the other for inspection. Window and command line
//! both ask here, so that both give the same verdict.

use std::collections::{BTreeMap, BTreeSet};

use secrecy::SecretString;

use super::external::FetchFault;
use super::{Project, ProjectId, SecretError, SecretPlace, Store, StoreError};
use crate::token::input::Ask;
use crate::token::{Inputs, Raw, Signature};
use crate::vendor::{Kind, Pasted, Trial};

impl Store {
    /// A project's credentials as inputs, its secrets fetched from where they are kept. Blocks.
    ///
    /// # Errors
    ///
    /// If a secret cannot be read. One that is merely absent is left out.
    pub fn credentials_of(&self, project: &Project) -> Result<Raw, StoreError> {
        let secrets = self.secrets_of(project)?.into_iter().collect();
        Ok(Raw { secrets, ..project.public() })
    }

    /// The saved projects, to check tokens with. Reads their file and fetches no secret yet.
    ///
    /// # Errors
    ///
    /// If the projects cannot be read.
    pub fn checks(&self) -> Result<Checks<'_>, StoreError> {
        let projects = self.projects()?;
        Ok(Checks { store: self, projects, fetched: BTreeMap::new(), failed: BTreeSet::new(), failure: None })
    }
}

impl Project {
    /// Its credentials that are no secrets, as inputs.
    pub fn public(&self) -> Raw {
        let plain = self.credentials.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
        Raw { plain, secrets: Vec::new() }
    }
}

/// The saved projects as credentials to try. The secrets of each are fetched when its turn comes, and once for all
/// tokens.
#[derive(Debug)]
pub struct Checks<'a> {
    store: &'a Store,
    projects: Vec<Project>,
    fetched: BTreeMap<ProjectId, Vec<(String, SecretString)>>,
    failed: BTreeSet<SecretPlace>,
    failure: Option<StoreError>,
}

impl<'a> Checks<'a> {
    /// The projects of the token's vendor as credentials to try: those that it names as its owner first. Where a
    /// secret cannot be had, or none is needed (the kind has no signature), the rest is tried without: it still tells
    /// whose the token is. Blocks.
    pub fn trials<'b>(&'b mut self, pasted: &Pasted) -> impl Iterator<Item = Trial> + use<'a, 'b> {
        let mut projects = Vec::new();
        let mut fields = Vec::new();
        let mut needs_secret = false;
        if let Some(kind) = pasted.kind {
            let vendor = kind.vendor();
            projects.extend(self.projects.iter().filter(|project| project.vendor == vendor.id).cloned());
            if !projects.is_empty() {
                // Both can mostly be read without a secret: whose it is, and whether there is anything to check.
                let bare = kind.decode(&pasted.text, &Inputs::default());
                needs_secret = needs_credentials(kind, bare.signature);
                let owns =
                    |project: &Project| project.credentials.get(vendor.owner_key) == bare.owner.as_ref();
                projects.sort_by_key(|project| !owns(project));
                fields = kind.fields();
            }
        }
        projects.into_iter().map(move |project| {
            let mut raw = project.public();
            if needs_secret {
                raw.secrets.extend(self.secrets(&project));
            }
            // A file edited by hand may hold what no field takes; such a project fits nothing.
            let inputs = Inputs::read(&fields, &raw, Ask::Given).unwrap_or_default();
            Trial { project: Some(project.name), inputs }
        })
    }

    /// Why secrets could not be had, once. After a first failure of a place it is asked for none any more: the answer
    /// would be the same, or one more prompt. Only of those that are kept elsewhere each is somewhere else.
    pub fn take_failure(&mut self) -> Option<StoreError> {
        self.failure.take()
    }

    fn secrets(&mut self, project: &Project) -> Vec<(String, SecretString)> {
        if let Some(known) = self.fetched.get(&project.id) {
            return known.clone();
        }
        // What is kept in memory can be had whatever the keychain does.
        if self.failed.contains(&project.place) {
            return Vec::new();
        }
        match self.store.secrets_of(project) {
            Ok(secrets) => {
                let secrets: Vec<_> = secrets.into_iter().collect();
                self.fetched.insert(project.id.clone(), secrets.clone());
                secrets
            }
            Err(error) => {
                let slow =
                    matches!(error, StoreError::Secret(SecretError::External(FetchFault::Slow { .. })));
                if project.place != SecretPlace::External || slow {
                    self.failed.insert(project.place);
                }
                self.failure.get_or_insert(error);
                Vec::new()
            }
        }
    }
}

/// Whether a token that looks like this without credentials looks otherwise with them.
fn needs_credentials(kind: &'static dyn Kind, signature: Signature) -> bool {
    let has_secret = kind.vendor().credentials.iter().any(crate::token::Field::is_secret);
    has_secret && signature == Signature::Unchecked
}
