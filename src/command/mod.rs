//! Every action a person can take: its name, words, arguments, and when it is possible.
