//! What a person does at the terminal: keys, pastes, another size of window.

use std::io;
use std::thread;
use std::time::Duration;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::harmless;
use crate::keymap::{Code, Key, Mods};

/// One act of the person at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key, by the character it produced, never by its position; repeats are presses.
    Key(Key),
    /// Text put in as a whole. Line ends are line feeds; nothing in it can act on the terminal. In a place that takes
    /// no text it means nothing: pasted characters are never keys.
    Paste(String),
    /// The window has another size, in columns and rows. The next `draw` gets a buffer of that size.
    Resize(u16, u16),
}

/// What "arrived together" means: of the same read. crossterm 0.29 does not look at all when the time given is zero.
const AT_ONCE: Duration = Duration::from_micros(50);

/// Reads the terminal on a thread of its own. What arrived together is told together, so that fifty keys in one burst
/// are one frame. `tell` answers whether anybody still listens.
pub fn watch(tell: impl Fn(Vec<Input>) -> bool + Send + 'static) -> io::Result<()> {
    // from here on a new window size is noticed; started by the thread, one that comes at once would be lost
    event::poll(Duration::ZERO)?;
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || {
            // an error ends the thread: the terminal is gone, which the hang-up watcher tells
            while let Ok(first) = event::read() {
                let mut batch: Vec<Input> = translate(first).into_iter().collect();
                while batch.len() < 4096 && event::poll(AT_ONCE).unwrap_or(false) {
                    match event::read() {
                        Ok(more) => batch.extend(translate(more)),
                        Err(_) => break,
                    }
                }
                if !batch.is_empty() && !tell(batch) {
                    return;
                }
            }
        })?;
    Ok(())
}

fn translate(event: event::Event) -> Option<Input> {
    match event {
        event::Event::Key(event) if event.kind == KeyEventKind::Release => None,
        event::Event::Key(event) => key(event).map(Input::Key),
        event::Event::Paste(text) => Some(Input::Paste(harmless::paste(&text))),
        event::Event::Resize(columns, rows) => Some(Input::Resize(columns, rows)),
        // neither is asked for
        event::Event::FocusGained | event::Event::FocusLost | event::Event::Mouse(_) => None,
    }
}

/// The key as keymaps know it; `None` for keys that have no name there (media keys, modifiers alone).
fn key(event: KeyEvent) -> Option<Key> {
    let mut mods = Mods {
        ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift: event.modifiers.contains(KeyModifiers::SHIFT),
    };
    let code = match event.code {
        KeyCode::Char(c) => {
            // most terminals cannot tell Ctrl+Shift+letter from Ctrl+letter: it is the same key in all
            mods.shift &= !mods.ctrl;
            Code::Char(c)
        }
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => {
            mods.shift = true;
            Code::Tab
        }
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    Some(Key::new(code, mods))
}

/// More characters than this in one burst were not typed one by one.
const BURST: usize = 8;

/// Where text is being typed: a burst of more than eight characters counts as a paste, for terminals that do not mark
/// pastes. Line ends inside it belong to it; those at its end stay keys, so that a line typed ahead over a slow
/// connection is still sent off.
pub fn bursts_as_pastes(inputs: Vec<Input>) -> Vec<Input> {
    let mut result = Vec::with_capacity(inputs.len());
    let mut run: Vec<(Input, char)> = Vec::new();
    for input in inputs {
        if let Some(c) = typed(&input) {
            run.push((input, c));
        } else {
            end_run(&mut run, &mut result);
            result.push(input);
        }
    }
    end_run(&mut run, &mut result);
    result
}

fn typed(input: &Input) -> Option<char> {
    match input {
        Input::Key(key) if key.mods == Mods::default() => match key.code {
            Code::Enter => Some('\n'),
            Code::Tab => Some('\t'),
            _ => key.typed(),
        },
        _ => None,
    }
}

fn end_run(run: &mut Vec<(Input, char)>, result: &mut Vec<Input>) {
    let text = |c: char| c != '\n' && c != '\t';
    let end = run
        .iter()
        .rposition(|(_, c)| text(*c))
        .map_or(0, |last| last + 1);
    if run.iter().filter(|(_, c)| text(*c)).count() > BURST {
        let pasted: String = run.drain(..end).map(|(_, c)| c).collect();
        result.push(Input::Paste(harmless::paste(&pasted)));
    }
    result.extend(run.drain(..).map(|(input, _)| input));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Input> {
        text.chars().map(|c| Input::Key(Key::char(c))).collect()
    }

    #[test]
    fn a_burst_is_a_paste_and_a_few_keys_are_keys() {
        let paste = |text: &str| vec![Input::Paste(text.to_owned())];
        for (typed, expected) in [
            ("court", keys("court")),
            ("12345678", keys("12345678")),
            ("123456789", paste("123456789")),
            ("une ligne\net deux", paste("une ligne\net deux")),
            (
                "ligne envoyée\n",
                [paste("ligne envoyée"), keys("\n")].concat(),
            ),
            ("\n\n\n\n\n\n\n\n\n\n", keys("\n\n\n\n\n\n\n\n\n\n")),
        ] {
            assert_eq!(bursts_as_pastes(keys(typed)), expected, "{typed:?}");
        }
    }

    #[test]
    fn a_burst_ends_at_a_key_that_types_nothing() {
        let escape = Input::Key(Key::plain(Code::Esc));
        let given = [keys("abcdef"), vec![escape.clone()], keys("ghijkl")].concat();
        assert_eq!(bursts_as_pastes(given.clone()), given);
    }

    #[test]
    fn a_key_is_the_same_whatever_the_protocol() {
        use KeyModifiers as M;
        for (given, modifiers, expected) in [
            (KeyCode::Char('A'), M::SHIFT, "A"),
            (KeyCode::Char('a'), M::SHIFT, "A"),
            (KeyCode::Char('&'), M::NONE, "&"),
            (KeyCode::Char('P'), M::CONTROL, "C-p"),
            (KeyCode::Char('P'), M::CONTROL | M::SHIFT, "C-p"),
            (KeyCode::BackTab, M::SHIFT, "S-tab"),
            (KeyCode::BackTab, M::NONE, "S-tab"),
            (KeyCode::Tab, M::SHIFT, "S-tab"),
            (KeyCode::Up, M::SHIFT, "S-up"),
            (KeyCode::Char('x'), M::ALT, "A-x"),
        ] {
            let expected: Key = expected.parse().unwrap();
            assert_eq!(key(KeyEvent::new(given, modifiers)), Some(expected));
        }
        assert_eq!(key(KeyEvent::new(KeyCode::CapsLock, M::NONE)), None);
    }
}
