//! What a study hands over: the study itself, slides, an infographic, the pack of all of it. They are for others: cells of
//! few interviews are masked, nobody is quoted who did not agree to it.

mod facts;
mod infographic;
mod overview;
mod pack;
mod place;
mod slides;
mod study;

pub use infographic::{Page, infographic};
pub use pack::{archive, handover};
pub(super) use place::there;
pub use place::{Form, PlaceError, Placed, place, place_archive, place_folder, place_page};
pub use slides::{SlidesError, place_slides, slides};
pub use study::study;
