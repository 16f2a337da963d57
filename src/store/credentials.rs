//! Saved projects as credentials: for generation, and one after the other for inspection. Window and command line
//! both ask here, so that both give the same verdict.

use std::cell::RefCell;

use super::{Project, Store, StoreError};
use crate::token::input::Ask;
use crate::token::{Inputs, Raw};
use crate::vendor::{Kind, Trial};

impl Store {
    /// A project's credentials as inputs, its secrets fetched from where they are kept. Blocks.
    ///
    /// # Errors
    ///
    /// If a secret cannot be read. One that is merely absent is left out.
    pub fn credentials_of(&self, project: &Project) -> Result<Raw, StoreError> {
        let plain = project.credentials.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
        let secrets = self.secrets_of(project)?.into_iter().collect();
        Ok(Raw { plain, secrets })
    }

    /// The saved projects of a kind's vendor as credentials to try: those that the token names as its owner first.
    /// A project's secrets are fetched when its turn comes, so that nothing is asked for that is not needed; the
    /// first failure ends the row and is put into `failure`. Blocks.
    ///
    /// # Errors
    ///
    /// If the projects cannot be read.
    pub fn trials<'a>(
        &'a self,
        kind: &'static dyn Kind,
        owner: Option<&str>,
        failure: &'a RefCell<Option<StoreError>>,
    ) -> Result<impl Iterator<Item = Trial> + use<'a>, StoreError> {
        let vendor = kind.vendor();
        let mut projects = self.projects()?;
        projects.retain(|project| project.vendor == vendor.id);
        let owns = |project: &Project| project.credentials.get(vendor.owner_key).map(String::as_str) == owner;
        projects.sort_by_key(|project| !owns(project));
        let fields = kind.fields();
        Ok(projects.into_iter().map_while(move |project| match self.credentials_of(&project) {
            Ok(raw) => {
                // A file edited by hand may hold what no field takes; such a project fits nothing.
                let inputs = Inputs::read(&fields, &raw, Ask::Given).unwrap_or_default();
                Some(Trial { project: Some(project.name), inputs })
            }
            Err(error) => {
                *failure.borrow_mut() = Some(error);
                None
            }
        }))
    }
}
