//! Letters before every sentence on the screen: typing those of one takes it.

use crate::keymap::{Layout, Reach};
use std::ops::Range;

/// A sentence that can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// The first byte of it that is seen: where the letters stand.
    pub seen: usize,
    /// The letters.
    pub letters: String,
}

/// Letters before every sentence on the screen.
#[derive(Debug)]
pub struct Labels {
    targets: Vec<Target>,
    typed: String,
}

/// What a letter came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Typed {
    /// The letters of this sentence are complete.
    Taken(Range<usize>),
    /// Some begin so: more letters are needed.
    More,
    /// None begins so.
    Nothing,
}

impl Labels {
    /// Gives letters of a keyboard's home row to sentences, each with the first byte of it that is seen, in the
    /// order of the text. Those nearest to the sentence at `here` have the letters that are the easiest to type; of
    /// more than can have letters, the farthest have none.
    pub fn new(
        sentences: Vec<(Range<usize>, usize)>,
        here: Option<usize>,
        layout: &Layout,
    ) -> Self {
        let letters = combinations(sentences.len(), layout);
        let here = here.unwrap_or(0);
        let mut nearest: Vec<usize> = (0..sentences.len()).collect();
        // the one under the cursor needs no letters to be coded: it comes last
        nearest.sort_by_key(|at| match (at.abs_diff(here), *at < here) {
            (0, _) => (usize::MAX, false),
            other => other,
        });
        let mut named: Vec<Option<String>> = vec![None; sentences.len()];
        for (at, letters) in nearest.into_iter().zip(letters) {
            if let Some(place) = named.get_mut(at) {
                *place = Some(letters);
            }
        }
        let targets = sentences.into_iter().zip(named);
        Self {
            targets: targets
                .filter_map(|((span, seen), letters)| {
                    let letters = letters?;
                    Some(Target {
                        span,
                        seen,
                        letters,
                    })
                })
                .collect(),
            typed: String::new(),
        }
    }

    /// Where letters stand, and what is still to be typed of them.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &str)> {
        self.targets.iter().filter_map(|target| {
            let rest = target.letters.strip_prefix(self.typed.as_str())?;
            Some((target.seen, rest))
        })
    }

    /// Takes a letter.
    pub fn letter(&mut self, letter: &str) -> Typed {
        let typed = format!("{}{letter}", self.typed);
        let mut fitting = self
            .targets
            .iter()
            .filter(|t| t.letters.starts_with(&typed));
        match fitting.next() {
            Some(target) if target.letters == typed => Typed::Taken(target.span.clone()),
            Some(_) => {
                self.typed = typed;
                Typed::More
            }
            None => Typed::Nothing,
        }
    }
}

/// So many different runs of letters, the easiest first, none the beginning of another; fewer where even two letters
/// each are not enough. Few need the home row alone; then its capitals; of still more, the last ones have two letters.
fn combinations(wanted: usize, layout: &Layout) -> Vec<String> {
    let plain: Vec<char> = layout.home.chars().collect();
    let mut letters = plain.clone();
    if wanted > plain.len() {
        letters.extend(plain.iter().filter_map(|c| capital(*c, layout)));
    }
    let short = |c: &char| c.to_string();
    if wanted <= letters.len() {
        return letters.iter().take(wanted).map(short).collect();
    }
    // each letter that others follow stands for as many sentences as the home row has letters, and for none by itself
    let gained = plain.len().saturating_sub(1).max(1);
    let leading = (wanted - letters.len()).div_ceil(gained).min(letters.len());
    let (alone, leading) = letters.split_at(letters.len() - leading);
    let pairs = leading
        .iter()
        .flat_map(|first| plain.iter().map(move |second| format!("{first}{second}")));
    alone.iter().map(short).chain(pairs).take(wanted).collect()
}

/// The capital of a letter, where a layout has it on a key with Shift.
fn capital(c: char, layout: &Layout) -> Option<char> {
    let upper = c.to_uppercase().next()?;
    (upper != c && layout.reach(upper) == Reach::Shift).then_some(upper)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keymap::LAYOUTS;
    use std::collections::HashSet;

    #[test]
    fn on_every_layout_letters_are_typed_plainly_and_none_begins_another() {
        for layout in LAYOUTS {
            for wanted in [0, 1, 9, 10, 11, 18, 25, 60, 150, 900] {
                let all = combinations(wanted, layout);
                assert!(all.len() == wanted || all.len() >= 160, "{}", layout.name);
                let unlike: HashSet<&String> = all.iter().collect();
                assert_eq!(unlike.len(), all.len());
                for (at, one) in all.iter().enumerate() {
                    let others = all.iter().enumerate().filter(|(other, _)| *other != at);
                    assert!(!others.into_iter().any(|(_, other)| other.starts_with(one)));
                    for c in one.chars() {
                        assert!(layout.reach(c) <= Reach::Shift, "{c} on {}", layout.name);
                    }
                }
                // as many as fit on a usual screen take one letter
                if wanted <= 18 {
                    assert!(all.iter().all(|one| one.chars().count() == 1), "{all:?}");
                }
            }
        }
    }

    #[test]
    fn the_nearest_have_the_easiest_letters_and_what_is_typed_narrows() {
        let sentences: Vec<(Range<usize>, usize)> =
            (0..30).map(|n| (n * 10..n * 10 + 9, n * 10)).collect();
        let mut labels = Labels::new(sentences, Some(12), Layout::named("fr").unwrap());
        let at = |labels: &Labels, seen: usize| {
            let found = labels.shown().find(|(at, _)| *at == seen);
            found.map(|(_, letters)| letters.to_owned())
        };
        assert_eq!(at(&labels, 130).as_deref(), Some("q"));
        assert_eq!(at(&labels, 110).as_deref(), Some("s"));
        let far = at(&labels, 290).unwrap();
        assert_eq!(far.chars().count(), 2, "{far}");
        assert_eq!(labels.letter("ù"), Typed::Nothing);
        assert_eq!(labels.letter(&far[..1]), Typed::More);
        assert_eq!(at(&labels, 290).as_deref(), Some(&far[1..]));
        assert_eq!(at(&labels, 130), None);
        assert_eq!(labels.letter("ù"), Typed::Nothing);
        assert_eq!(labels.letter(&far[1..]), Typed::Taken(290..299));
    }
}
