//! Keys: files, tries, layouts, lint.
