//! Where files lie on this machine.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The files and folders of this person on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// `config.toml`.
    pub config_file: PathBuf,
    /// `keymap.toml`, the person's own keys, beside it.
    pub keymap_file: PathBuf,
    /// The folder of the studies.
    pub data_dir: PathBuf,
    /// What the machine remembers about studies, outside them.
    pub state_dir: PathBuf,
}

impl Paths {
    /// The places that the system keeps for such files. Without a home folder: `entretien` in the current one, so that
    /// the start goes on and nothing is hidden in a folder that is emptied.
    pub fn of_system() -> Paths {
        match ProjectDirs::from("", "", "entretien") {
            Some(dirs) => {
                let state = dirs
                    .state_dir()
                    .map_or_else(|| dirs.data_local_dir().join("state"), Path::to_owned);
                Paths::new(dirs.config_dir(), dirs.data_dir(), &state)
            }
            None => Paths::new(
                Path::new("entretien/config"),
                Path::new("entretien/data"),
                Path::new("entretien/state"),
            ),
        }
    }

    fn new(config: &Path, data: &Path, state: &Path) -> Paths {
        Paths {
            config_file: config.join("config.toml"),
            keymap_file: config.join("keymap.toml"),
            data_dir: data.to_owned(),
            state_dir: state.to_owned(),
        }
    }
}
