//! The domain: what a field, an input, a part, a window, a finding and a verdict are.
//!
//! Pure: `now` and randomness come in as arguments ([`Env`]). No vendor is named here.

pub mod clean;
pub mod compare;
pub mod field;
pub mod finding;
pub mod input;
pub mod layer;
pub mod name;
pub mod part;
pub mod quote;
pub mod redact;
pub mod report;
pub mod time;
pub mod visible;
pub mod window;

pub use field::{Field, FieldKind, Scope};
pub use finding::{Finding, Severity, VendorCode};
pub use input::{Inputs, Problem, Raw};
pub use layer::{Layer, Run};
pub use name::{Means, Name};
pub use part::{Note, Part, Segment};
pub use report::{Context, Expected, Report, Shape, Signature};
pub use time::{Time, When};
pub use window::{Window, WindowState};

/// The longest text that is looked at, in bytes. The longest token of any vendor is far below it.
pub const MAX_TEXT: usize = 128 * 1024;

/// What a pure function may not fetch itself.
pub struct Env<'a> {
    /// The clock of the whole run.
    pub now: Time,
    /// Nonces, IVs and ids.
    pub random: &'a mut dyn rand::Rng,
}

impl std::fmt::Debug for Env<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Env").field("now", &self.now).finish_non_exhaustive()
    }
}
