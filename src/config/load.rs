//! Reading the config file and asking the machine.

use std::io::ErrorKind;
use std::path::Path;

use super::{Fault, Flags, Paths, Settings, resolve};
use crate::message;

/// Settings and places, with what was wrong on the way to them.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The settings in force.
    pub settings: Settings,
    /// Where files lie; `data_dir` is that of the settings.
    pub paths: Paths,
    /// The text of the person's own keymap, if there is one.
    pub user_keymap: Option<String>,
    /// Faults of the files, to be shown once.
    pub faults: Vec<Fault>,
}

/// The largest config file that is read, in bytes.
const MAX: u64 = 1 << 20;

/// Reads the config file and the person's keymap. Never fails: what cannot be read is a fault beside the defaults.
pub fn load(flags: &Flags) -> Loaded {
    let mut paths = Paths::of_system();
    let mut faults = Vec::new();
    let text = read(&paths.config_file, &mut faults);
    let user_keymap = read(&paths.keymap_file, &mut faults);
    let variable =
        |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    // systems that keep the language elsewhere than in the environment say it as if it were LANG
    let env =
        |name: &str| variable(name).or_else(|| sys_locale::get_locale().filter(|_| name == "LANG"));
    let (settings, mut more) = resolve(
        flags,
        env,
        &paths.config_file,
        text.as_deref(),
        &paths.data_dir,
    );
    faults.append(&mut more);
    paths.data_dir.clone_from(&settings.data_dir.value);
    Loaded {
        settings,
        paths,
        user_keymap,
        faults,
    }
}

fn read(path: &Path, faults: &mut Vec<Fault>) -> Option<String> {
    let name = path.display().to_string();
    match std::fs::metadata(path) {
        Ok(meta) if !meta.is_file() => {
            faults.push(Fault::whole(&name, message!("config-not-a-file")));
            return None;
        }
        Ok(meta) if meta.len() > MAX => {
            faults.push(Fault::whole(&name, message!("config-too-large")));
            return None;
        }
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        Err(error) => {
            faults.push(Fault::whole(
                &name,
                message!("config-unreadable", reason = error.to_string()),
            ));
            return None;
        }
    }
    match std::fs::read(path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Some(text),
            Err(error) => {
                let bytes = error.as_bytes();
                let valid = String::from_utf8_lossy(
                    bytes
                        .get(..error.utf8_error().valid_up_to())
                        .unwrap_or(bytes),
                );
                faults.push(Fault::at(
                    &name,
                    &valid,
                    valid.len(),
                    message!("config-not-utf8"),
                ));
                None
            }
        },
        Err(error) => {
            faults.push(Fault::whole(
                &name,
                message!("config-unreadable", reason = error.to_string()),
            ));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_read_is_a_fault_and_no_more() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("config.toml");
        let mut faults = Vec::new();
        assert_eq!(read(&path, &mut faults), None);
        assert!(faults.is_empty(), "an absent file is no fault");
        std::fs::write(&path, b"coder = 'a'\nlanguage = '\xff'\n").unwrap();
        assert_eq!(read(&path, &mut faults), None);
        assert_eq!((faults[0].line, faults[0].column), (2, 13));
        assert_eq!(read(dir.path(), &mut faults), None);
        assert_eq!(faults.len(), 2);
        std::fs::write(&path, "coder = 'a'\n").unwrap();
        assert_eq!(read(&path, &mut faults).as_deref(), Some("coder = 'a'\n"));
    }
}
