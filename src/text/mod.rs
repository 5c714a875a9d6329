//! Text as people read it: graphemes, width, wrapping, sentences, folding, and making outside text harmless.
