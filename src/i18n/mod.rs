//! Every word a person sees, in English and French.
