//! The terminal: guard, loop, drawing.
