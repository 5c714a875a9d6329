//! A cursor in a list, and the part of it that is on the screen.

use crate::command::CursorAct;

/// Where one is in a list of rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListCursor {
    /// Row of the cursor.
    pub at: usize,
    /// First row on the screen.
    pub top: usize,
}

impl ListCursor {
    /// Moves in a list of `len` rows of which `height` are seen. Returns false for moves that are not up or down.
    pub fn act(&mut self, act: CursorAct, count: Option<u32>, len: usize, height: usize) -> bool {
        let times = count.unwrap_or(1).max(1) as usize;
        let last = len.saturating_sub(1);
        self.at = match act {
            CursorAct::Up => self.at.saturating_sub(times),
            CursorAct::Down => (self.at + times).min(last),
            CursorAct::PageUp => self.at.saturating_sub(times * height.max(1)),
            CursorAct::PageDown => (self.at + times * height.max(1)).min(last),
            CursorAct::HalfUp => self.at.saturating_sub(times * (height / 2).max(1)),
            CursorAct::HalfDown => (self.at + times * (height / 2).max(1)).min(last),
            CursorAct::First => count.map_or(0, |n| (n.max(1) as usize - 1).min(last)),
            CursorAct::Last => count.map_or(last, |n| (n.max(1) as usize - 1).min(last)),
            _ => return false,
        };
        self.show(len, height);
        true
    }

    /// Keeps the cursor inside the list and on the screen.
    pub fn show(&mut self, len: usize, height: usize) {
        self.at = self.at.min(len.saturating_sub(1));
        let height = height.max(1);
        if self.at < self.top {
            self.top = self.at;
        } else if self.at >= self.top + height {
            self.top = self.at + 1 - height;
        }
        self.top = self.top.min(len.saturating_sub(height));
    }

    /// Goes to the next row that matches, round the end; the present one comes last. False when none does.
    pub fn find(&mut self, len: usize, forward: bool, matches: impl Fn(usize) -> bool) -> bool {
        let found = (1..=len)
            .map(|step| {
                if forward {
                    (self.at + step) % len
                } else {
                    (self.at + len - step) % len
                }
            })
            .find(|at| matches(*at));
        self.at = found.unwrap_or(self.at);
        found.is_some()
    }

    /// Rows on the screen.
    pub fn window(&self, len: usize, height: usize) -> std::ops::Range<usize> {
        self.top.min(len)..(self.top + height).min(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_in_the_list_and_on_the_screen() {
        let mut list = ListCursor::default();
        for (act, count, at, top) in [
            (CursorAct::Down, Some(3), 3, 0),
            (CursorAct::Down, Some(3), 6, 2),
            (CursorAct::Last, None, 9, 5),
            (CursorAct::Down, None, 9, 5),
            (CursorAct::First, Some(4), 3, 3),
            (CursorAct::PageUp, None, 0, 0),
            (CursorAct::PageDown, None, 5, 1),
        ] {
            assert!(list.act(act, count, 10, 5));
            assert_eq!((list.at, list.top), (at, top), "{act:?}");
        }
        assert!(!list.act(CursorAct::Left, None, 10, 5));
        list.show(0, 5);
        assert_eq!(list.window(0, 5), 0..0);
        list.show(3, 0);
        assert_eq!((list.at, list.top), (0, 0));
    }

    #[test]
    fn a_search_goes_round_and_comes_to_the_present_row_last() {
        let mut list = ListCursor { at: 3, top: 0 };
        for (forward, wanted) in [(true, 4), (true, 1), (false, 4), (false, 1)] {
            assert!(list.find(5, forward, |at| at == 1 || at == 4));
            assert_eq!(list.at, wanted);
        }
        assert!(list.find(5, true, |at| at == 1));
        assert!(!list.find(5, true, |_| false));
        assert!(!list.find(0, true, |_| true));
        assert_eq!(list.at, 1);
    }
}
