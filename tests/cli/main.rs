//! The program as a script sees it: the real binary, files and verbs, exit codes, standard output and error.

mod agreement;
mod answers;
mod autocode;
mod bad_input;
mod deliver;
mod demo;
mod example;
mod export;
mod figures;
mod guide;
mod home;
mod join;
mod jury;
mod memos;
mod method;
mod quotes;
mod recording;
mod recount;
mod refi;
mod reports;
mod search;
mod suggest;
mod transcripts;
mod usage;
mod verbs;
mod versions;
