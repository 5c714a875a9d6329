//! Long work in the store tells how far it has come, and can be given up.

use std::ops::ControlFlow;

/// Is told, now and then, what share of the work is done (0 to 1), and says whether to go on.
pub type Watch<'a> = dyn FnMut(f64) -> ControlFlow<()> + 'a;

/// For work that nobody waits for.
pub(super) fn unwatched(_: f64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// What of the whole a part of the work is.
pub(super) fn part<'a>(
    watch: &'a mut Watch<'_>,
    from: f64,
    to: f64,
) -> impl FnMut(f64) -> ControlFlow<()> + 'a {
    move |share| watch(from + share * (to - from))
}
