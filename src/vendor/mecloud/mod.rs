//! MeCloud, the video hosting of videohostingvn.com, version 2: the Token that your server makes and the AccessToken
//! that MeCloud's server gives for it.
//!
//! Source: reference mecloud.md; the section is named where a rule stands. The vendor has no SDK; its pages date from
//! 2015 and 2016, and whether the service still runs is unconfirmed.

mod access;
mod token;

use super::{Audience, Vendor};
use crate::i18n::localized;
use crate::token::{Field, FieldKind};

/// MeCloud.
pub static VENDOR: Vendor = Vendor {
    id: "mecloud",
    name: "MeCloud",
    letters: "MC",
    color: 0x2f_8f_83,
    link: "https://document.videohostingvn.com/sdk",
    credentials: &[
        Field::credential("app_id", FieldKind::Id { max: 128 }).env(&["MECLOUD_APP_ID"]).sample("1024"),
        Field::credential("secret_key", FieldKind::Secret { hex_digits: 64 })
            .env(&["MECLOUD_SECRET_KEY", "MECLOUD_APP_SECRET"]),
        // Not signed, and needed only by the call that the Token is for.
        Field::credential("email", FieldKind::Id { max: 254 })
            .optional()
            .env(&["MECLOUD_EMAIL"])
            .sample("owner@example.com"),
    ],
    owner_key: "app_id",
    kinds: &[&token::Token, &access::AccessToken],
    texts: localized!("mecloud"),
    hint: |_| None,
};

/// Tokens are for the account whose e-mail address the project holds.
const AUDIENCE: Audience = Audience { user: &["email"], role: &[], room: &[] };
