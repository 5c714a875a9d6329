//! The guard of the `excel-fr` profile: a spreadsheet must not run what a participant said. Reversible.

use std::borrow::Cow;

/// Whether a spreadsheet might take a cell for a formula, or the guard's own sign stands first.
pub fn needs_guard(cell: &str) -> bool {
    cell.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', '\'',
    ])
}

/// Puts an apostrophe before a cell that needs one.
pub fn guard(cell: &str) -> Cow<'_, str> {
    if needs_guard(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Takes the guard's apostrophe off; the inverse of [`guard`].
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_guarded_and_words_are_not() {
        for cell in [
            "=1+1", "+33 1", "- Oui", "@SUM(A1)", "\tx", "＝1", "'quoted",
        ] {
            assert_eq!(guard(cell), format!("'{cell}"));
        }
        for cell in ["", "Oui", "— Oui", "« =1 »", " =1"] {
            assert_eq!(guard(cell), cell);
        }
    }

    proptest! {
        #[test]
        fn a_guarded_cell_comes_back_and_two_cells_never_meet(a in "[=+@'a\\t\\n＝-]{0,4}", b in "[=+@'a\\t\\n＝-]{0,4}") {
            let guarded = guard(&a);
            prop_assert_eq!(unguard(&guarded), &a);
            prop_assert!(a == b || guard(&a) != guard(&b));
            prop_assert!(!needs_guard(&guard(&a)) || guard(&a).starts_with('\''));
        }
    }
}
