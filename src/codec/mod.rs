//! Bytes and text: how things are packed, without any vendor's name.
//!
//! Everything here is total: any input gives a value or an error, never a panic, and memory is bounded by the
//! length of what came in.

pub mod aes;
pub mod base64;
pub mod charset;
pub mod der;
pub mod dotenv;
pub mod form;
pub mod hash;
pub mod hex;
pub mod json;
pub mod jwt;
pub mod mac;
pub mod number;
pub mod pack;
pub mod pem;
pub mod qr;
pub mod rsa;
pub mod uuid;
pub mod zlib;
