//! What a terminal sends for a key.

/// The bytes of a key, by its name.
pub fn key_bytes(key: &str) -> String {
    let plain = match key {
        "enter" => "\r",
        "esc" => "\x1b",
        "tab" => "\t",
        "backtab" => "\x1b[Z",
        "space" => " ",
        "backspace" => "\x7f",
        "delete" => "\x1b[3~",
        "up" => "\x1b[A",
        "down" => "\x1b[B",
        "right" => "\x1b[C",
        "left" => "\x1b[D",
        "home" => "\x1b[H",
        "end" => "\x1b[F",
        "pgup" => "\x1b[5~",
        "pgdn" => "\x1b[6~",
        "f1" => "\x1bOP",
        "f2" => "\x1bOQ",
        "f3" => "\x1bOR",
        "f4" => "\x1bOS",
        "f5" => "\x1b[15~",
        "f6" => "\x1b[17~",
        "f7" => "\x1b[18~",
        "f8" => "\x1b[19~",
        "f9" => "\x1b[20~",
        "f10" => "\x1b[21~",
        "f11" => "\x1b[23~",
        "f12" => "\x1b[24~",
        key => match (key.strip_prefix("c-"), key.strip_prefix("a-")) {
            (Some(letter), _) if letter.len() == 1 => {
                return char::from(letter.as_bytes()[0].to_ascii_uppercase() & 0x1f).to_string();
            }
            (_, Some(rest)) => return format!("\x1b{rest}"),
            _ if key.chars().count() == 1 => key,
            _ => panic!("no key is called {key:?}"),
        },
    };
    plain.to_owned()
}
