//! A study on disk: journal first, then the embedded store; one writer, one holder.
