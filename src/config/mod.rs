//! Settings of the person and the machine, and where files lie. Never an error: a bad file is told, and the start goes on.
//!
//! [`resolve`] is pure: flags, environment and file in, settings with their origin out. [`load`] reads the file and asks the
//! machine.

mod current;
mod fault;
mod file;
mod load;
mod paths;
mod settings;

pub use crate::text::nearest::nearest;
pub use current::{current_study, set_current_study};
pub use fault::{Fault, Lines};
pub use file::KEYS;
pub use load::{Loaded, load};
pub use paths::Paths;
pub use settings::{Colour, Flags, Origin, Setting, Settings, Theme, resolve};
