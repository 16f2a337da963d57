//! The controls and pieces of which the panels are made. They know no model and no vendor, and speak no language:
//! every word comes in as a parameter.
//!
//! | module | holds |
//! |---|---|
//! | [`mod@badge`] | vendor badge, tag, pill, chip |
//! | [`button`] | button, icon button, key chip |
//! | [`bytes`] | bytes, coloured by run |
//! | [`mod@card`] | card, verdict banner, finding, empty state |
//! | [`chips`] | several words in one field |
//! | [`mod@code`] | code to read and to copy from |
//! | [`choice`] | select, check box |
//! | [`deadline`] | row with an end in sight |
//! | [`field`] | text field, duration field |
//! | [`form`] | row of a form: label, control, note |
//! | [`icon`] | the icons, drawn as shapes |
//! | [`layout`] | the columns of the window, rows with a right end |
//! | [`list`] | rail item, project row, section heading |
//! | [`long_list`] | list of thousands of rows |
//! | [`menu`] | list with search and shortcuts (the palette), button that opens a menu |
//! | [`overlay`] | dialog, toast, what lies over a window that a file is held over |
//! | [`progress`] | bar, countdown |
//! | [`qr`] | a QR code |
//! | [`secret`] | field for a secret |
//! | [`status`] | item of the status bar |
//! | [`table`] | rows of field, value, meaning |
//! | [`tabs`] | tabs, segmented control |
//! | [`text`] | running text in the sizes in use |
//! | [`timeline`] | a picture of time |
//! | [`token`] | a token with its parts in colour |
//! | [`versus`] | two things side by side |
//!
//! Rules that all of them keep:
//! - a control's id is made from its accessible name, so that it keeps the keyboard when something appears before it;
//!   two controls of one name in one `Ui` need `ui.push_id` around one of them (egui shows the clash in debug builds);
//! - Tab reaches it, Enter or Space presses it, and while it has the keyboard a ring is drawn around it;
//! - the accessible name is the text a person would say, never a secret.

pub mod badge;
pub mod button;
pub mod bytes;
pub mod card;
pub mod chips;
pub mod choice;
pub mod code;
pub mod deadline;
pub mod field;
pub mod form;
pub mod icon;
pub mod layout;
pub mod list;
pub mod long_list;
pub mod menu;
pub mod overlay;
mod paint;
pub mod progress;
pub mod qr;
pub mod secret;
pub mod status;
pub mod table;
pub mod tabs;
pub mod text;
pub mod timeline;
pub mod token;
pub mod versus;

pub use badge::{badge, pill, state_chip, tag};
pub use button::{Button, IconButton, key_chip};
pub use bytes::{ByteOutput, ByteRun, ByteView};
pub use card::{Callout, EmptyState, FindingText, card, finding};
pub use chips::Chips;
pub use choice::{CheckBox, Select};
pub use code::code;
pub use deadline::{DEADLINE_HEIGHT, Deadline};
pub use field::{DurationField, TextField, TextPart};
pub use form::FormRow;
pub use icon::Icon;
pub use layout::{Columns, Detail, at_right, ends};
pub use list::{ListRow, RailItem, list_box, row_keys, section_heading};
pub use long_list::{ListEvent, ListRowPlace, LongList};
pub use menu::{MenuButton, MenuList, MenuRow};
pub use overlay::{DropHint, Modal, ModalOutput, Toast};
pub use progress::{countdown, progress_bar};
pub use qr::qr_code;
pub use secret::SecretField;
pub use status::StatusItem;
pub use table::{Row, Table, TableEvent};
pub use tabs::{Segmented, Tabs};
pub use timeline::{MarkShape, TimeLine, TimeMark, swatches};
pub use token::TokenView;
pub use versus::{Versus, VersusRow};
