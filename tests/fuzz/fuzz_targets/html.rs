#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entretien_fuzz::transcript("html", bytes));
