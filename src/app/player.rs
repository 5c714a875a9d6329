//! Starting the player of the configuration at a time of a recording: never through a shell, on its own.

use crate::i18n::Message;
use crate::message;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long a player that ends is taken for one that failed.
const EARLY: Duration = Duration::from_millis(700);

/// The words of the player's command: `{file}` and `{t}` (seconds, with milliseconds) filled in, the file last where the
/// command does not say where. Quotes keep a word with spaces together.
pub fn words(template: &str, file: &str, ms: i64) -> Option<Vec<String>> {
    let ms = ms.max(0);
    let seconds = format!("{}.{:03}", ms / 1000, ms % 1000);
    let mut parts = split(template)?;
    if !template.contains("{file}") {
        parts.push("{file}".to_owned());
    }
    // the file last: its name may hold anything
    let filled = |part: String| part.replace("{t}", &seconds).replace("{file}", file);
    let words: Vec<String> = parts.into_iter().map(filled).collect();
    (words.len() > 1 && !words.first()?.is_empty()).then_some(words)
}

/// Words between spaces, those in quotes together; `None` where a quote stays open or nothing is said.
fn split(text: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let (mut open, mut quote) = (false, None);
    for c in text.chars() {
        match quote {
            Some(end) if c == end => quote = None,
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                if !open {
                    words.push(String::new());
                }
                open = true;
            }
            None if c.is_whitespace() => open = false,
            _ => {
                if !open {
                    words.push(String::new());
                }
                open = true;
                if let Some(word) = words.last_mut() {
                    word.push(c);
                }
            }
        }
    }
    (quote.is_none() && !words.is_empty()).then_some(words)
}

/// Where a recording lies: as given, from the home folder (`~/`), else beside the study.
pub fn locate(given: &str, home: Option<&Path>, study: &Path) -> String {
    if given.contains("://") {
        return given.to_owned();
    }
    let path = match (given.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => study.join(given),
    };
    path.to_string_lossy().into_owned()
}

/// Starts the player; waits only as long as it takes to see that it does not end at once.
pub fn start(words: &[String]) -> Result<(), Message> {
    use std::os::unix::process::CommandExt;
    let Some((program, rest)) = words.split_first() else {
        return Err(message!("app-player-none"));
    };
    let mut child = Command::new(program)
        .args(rest)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .map_err(|error| {
            message!(
                "app-player-refused",
                player = program,
                reason = error.to_string()
            )
        })?;
    let began = Instant::now();
    while began.elapsed() < EARLY {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => {
                let code = status.code().unwrap_or(-1);
                return Err(message!("app-player-failed", player = program, code = code));
            }
            _ => std::thread::sleep(Duration::from_millis(20)),
        }
    }
    // somebody has to be told when it ends, or it stays as a dead process
    std::thread::spawn(move || drop(child.wait()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_words_and_no_shell_sees_them() {
        let filled = |template| words(template, "/v/a b; rm -rf $HOME.mp3", 729_450);
        for (template, wanted) in [
            (
                "mpv --start={t} {file}",
                vec!["mpv", "--start=729.450", "/v/a b; rm -rf $HOME.mp3"],
            ),
            (
                "vlc --start-time={t}",
                vec!["vlc", "--start-time=729.450", "/v/a b; rm -rf $HOME.mp3"],
            ),
            (
                "'/my player' -ss {t} '{file}' ''",
                vec![
                    "/my player",
                    "-ss",
                    "729.450",
                    "/v/a b; rm -rf $HOME.mp3",
                    "",
                ],
            ),
        ] {
            assert_eq!(filled(template).unwrap(), wanted, "{template}");
        }
        assert_eq!(filled("mpv 'open"), None);
        assert_eq!(filled("  "), None);
        assert_eq!(words("mpv {t}", "a", -5_000).unwrap()[1], "0.000");
        assert_eq!(words("mpv {file}", "{t}", 0).unwrap()[1], "{t}");
    }

    #[test]
    fn a_recording_lies_where_it_is_said_to() {
        let study = Path::new("/s/AF");
        let home = Some(Path::new("/home/am"));
        for (given, wanted) in [
            ("/v/E07.mp3", "/v/E07.mp3"),
            ("~/v/E07.mp3", "/home/am/v/E07.mp3"),
            ("E07.mp3", "/s/AF/E07.mp3"),
            ("https://x.invalid/E07", "https://x.invalid/E07"),
        ] {
            assert_eq!(locate(given, home, study), wanted);
        }
    }

    #[test]
    fn a_player_that_cannot_start_or_fails_is_told() {
        let run =
            |words: &[&str]| start(&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            run(&["/no/such/player", "x"]).unwrap_err().key,
            "app-player-refused"
        );
        assert_eq!(run(&["false", "x"]).unwrap_err().key, "app-player-failed");
        assert!(run(&["true", "x"]).is_ok());
    }
}
