//! The colour of a code: the one a person chose, else one by its place in the codebook.

use crate::study::Study;
use crate::study::id::CodeId;
use crate::tui::theme::{CHOSEN, Role};
use std::collections::HashMap;

/// The colours of all codes of a study.
pub(super) struct Colours<'a>(HashMap<&'a CodeId, Role>);

impl<'a> Colours<'a> {
    /// Finds the colours.
    pub(super) fn of(study: &'a Study) -> Self {
        let roles = study.codes().into_iter().enumerate();
        Self(
            roles
                .map(|(place, (id, code, _))| (id, role(&code.colour, place)))
                .collect(),
        )
    }

    /// The look of a code's key, of its lane beside the text; plain where the code is gone.
    pub(super) fn role(&self, code: Option<&CodeId>) -> Role {
        code.and_then(|id| self.0.get(id))
            .copied()
            .unwrap_or(Role::Text)
    }
}

fn role(colour: &str, place: usize) -> Role {
    CHOSEN
        .iter()
        .position(|(name, _)| *name == colour)
        .map_or(Role::Code(place), Role::Chosen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::{Palette, Theme};
    use ratatui::style::Color;

    #[test]
    fn a_code_has_the_colour_it_was_given_else_that_of_its_place() {
        let colour = |name, palette| Theme::exactly(palette).style(role(name, 1)).fg;
        let by_place = |palette| Theme::exactly(palette).style(Role::Code(1)).fg;
        assert_eq!(colour("blue", Palette::Light), Some(Color::Blue));
        assert_eq!(colour("blue", Palette::Auto), Some(Color::LightBlue));
        assert_eq!(colour("yellow", Palette::Dark), Some(Color::Yellow));
        for unknown in ["", "mauve"] {
            assert_eq!(colour(unknown, Palette::Dark), by_place(Palette::Dark));
        }
        assert_eq!(colour("blue", Palette::Mono), None);
    }
}
