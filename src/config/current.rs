//! Which study was used last, written down in the data folder.

use std::io::{self, Write};
use std::path::Path;

const FILE: &str = "current";

/// The name of the study used last, if one was and its folder is still there.
pub fn current_study(data_dir: &Path) -> Option<String> {
    let text = std::fs::read_to_string(data_dir.join(FILE)).ok()?;
    let name = text.trim();
    let plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0']);
    (plain && data_dir.join(name).is_dir()).then(|| name.to_owned())
}

/// Writes down that this study is now the current one.
///
/// # Errors
/// What the disk says; the study itself is not touched by it.
pub fn set_current_study(data_dir: &Path, name: &str) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(data_dir)?;
    writeln!(file, "{name}")?;
    file.persist(data_dir.join(FILE))
        .map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_study_used_last_is_remembered_while_it_is_there() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(current_study(dir.path()), None);
        std::fs::create_dir(dir.path().join("AF 2022")).unwrap();
        set_current_study(dir.path(), "AF 2022").unwrap();
        assert_eq!(current_study(dir.path()).as_deref(), Some("AF 2022"));
        std::fs::remove_dir(dir.path().join("AF 2022")).unwrap();
        assert_eq!(current_study(dir.path()), None);
        std::fs::write(dir.path().join(FILE), "../..").unwrap();
        assert_eq!(current_study(dir.path()), None);
    }
}
