//! One file per format that goes out.
