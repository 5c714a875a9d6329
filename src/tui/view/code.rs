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
    use crate::app::test_support::Stage;
    use crate::app::{App, Event};
    use crate::i18n::Lang;
    use crate::tui::theme::{Palette, Theme};
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
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

    /// The colour of a word where it is first on the screen.
    fn colour_of(app: &mut App, word: &str) -> Option<Color> {
        app.handle(Event::Resize(120, 36));
        let area = Rect::new(0, 0, 120, 36);
        let mut buffer = Buffer::empty(area);
        crate::tui::view::draw(app, Theme::exactly(Palette::Dark), &mut buffer);
        let at = |x: u16, y: u16| buffer[(x, y)].symbol();
        let stands = |x: u16, y: u16| {
            (x..)
                .zip(word.chars())
                .all(|(x, c)| x < 120 && at(x, y).chars().eq([c]))
                && (x + word.len() as u16 >= 120 || at(x + word.len() as u16, y) == " ")
        };
        (0..36)
            .flat_map(|y| (0..120).map(move |x| (x, y)))
            .find(|(x, y)| stands(*x, *y))
            .and_then(|at| buffer[at].style().fg)
            .filter(|colour| *colour != Color::Reset)
    }

    #[test]
    fn a_code_has_one_colour_in_the_codebook_the_evidence_and_the_picker() {
        let mut stage = Stage::new(Lang::Fr);
        let keys = ["B1.3", "D8.frein"];
        stage.keys("g c");
        let wanted = keys.map(|key| colour_of(&mut stage.app, key));
        assert!(wanted.iter().any(Option::is_some));
        for place in ["g e", "g s g g j enter c"] {
            stage.keys(place);
            let found = keys.map(|key| colour_of(&mut stage.app, key));
            assert!(found.iter().any(Option::is_some), "{place}");
            for (found, wanted) in found.into_iter().zip(wanted) {
                // a row under the cursor has no colours
                if let (Some(found), Some(wanted)) = (found, wanted) {
                    assert_eq!(found, wanted, "{place}");
                }
            }
        }
    }
}
