//! What is open and focused: an event goes in, commands run, effects come out. Knows no terminal.
