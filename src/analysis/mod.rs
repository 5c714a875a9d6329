//! Pure functions from a study to a table.
