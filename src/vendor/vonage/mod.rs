//! Vonage Video, the "unified environment": an application's RSA key signs client tokens and REST tokens (RS256).
//!
//! Session IDs, roles and the other claims of a client token are those of OpenTok (`super::opentok::client`).
//! Source: reference opentok.md sections 1, 6, 7, 8, 10 and 11; the section is named where a rule stands.

mod jwt;
mod key;

use super::Vendor;
use crate::i18n::localized;
use crate::token::{Field, FieldKind, Finding};

/// Vonage Video.
pub static VENDOR: Vendor = Vendor {
    id: "vonage",
    name: "Vonage Video",
    letters: "VV",
    color: 0x0e_a5_a5,
    link: "https://developer.vonage.com/en/video/guides/create-token",
    credentials: &[
        Field::credential("application_id", FieldKind::Uuid)
            .also(&["api_key"])
            .env(&[
                "VONAGE_APPLICATION_ID",
                "VONAGE_APP_ID",
                "VONAGE_VIDEO_APPLICATION_ID",
                "VONAGE_VIDEO_APP_ID",
            ])
            .sample("7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b"),
        Field::credential("private_key", FieldKind::Pem).required_unless("public_key").env(&[
            "VONAGE_PRIVATE_KEY",
            "VONAGE_APPLICATION_PRIVATE_KEY",
            "VONAGE_APP_PRIVATE_KEY",
            "VONAGE_VIDEO_PRIVATE_KEY",
        ]),
        Field::credential("public_key", FieldKind::PublicPem)
            .optional()
            .env(&["VONAGE_PUBLIC_KEY", "VONAGE_APPLICATION_PUBLIC_KEY"]),
    ],
    owner_key: "application_id",
    kinds: &[&jwt::ClientJwt, &jwt::RestJwt],
    texts: localized!("vonage"),
    hint,
};

/// A private key in the place of a token. Cleaning has taken the white space out of its lines.
fn hint(text: &str) -> Option<Finding> {
    let is_key = text.contains("-----BEGIN") && text.contains("PRIVATEKEY-----");
    is_key.then(|| Finding::error("secret_pasted").variant("private-key"))
}
