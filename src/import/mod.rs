//! One file per format that comes in.
