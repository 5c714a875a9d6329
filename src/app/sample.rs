//! The sample study, as it lies in the program: the files of `sample-sessions`, read by the same importers as a user's.

use crate::import::FolderFile;

macro_rules! files {
    ($($path:literal)*) => {
        &[$((
            $path,
            include_bytes!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/sample-sessions/certification-assistance-formation/",
                $path
            )),
        ),)*]
    };
}

/// Path inside the folder, and bytes.
static FILES: &[(&str, &[u8])] = files! {
    "answers.csv"
    "certifications.csv"
    "codebook.csv"
    "codings.csv"
    "guide.toml"
    "notes.csv"
    "participants.csv"
    "problems.csv"
    "references/annonce-assistant-formation.txt"
    "references/fiche-certification.txt"
    "sessions.csv"
    "study.toml"
    "transcripts/E01.vtt"
    "transcripts/E02.docx"
    "transcripts/E03.vtt"
    "transcripts/E04.srt"
    "transcripts/E05.txt"
    "transcripts/E06.txt"
    "transcripts/E07.vtt"
    "transcripts/E08.txt"
    "transcripts/E09.txt"
};

/// The files of the sample study.
pub(super) fn files() -> Vec<FolderFile> {
    FILES
        .iter()
        .map(|(path, bytes)| FolderFile {
            path: (*path).to_owned(),
            bytes: bytes.to_vec(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_program_holds_the_whole_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("sample-sessions/certification-assistance-formation");
        let mut on_disk = crate::import::gather(&folder).unwrap();
        let mut held = files();
        on_disk.sort_by(|a, b| a.path.cmp(&b.path));
        held.sort_by(|a, b| a.path.cmp(&b.path));
        let names = |files: &[FolderFile]| files.iter().map(|f| f.path.clone()).collect::<Vec<_>>();
        assert_eq!(names(&held), names(&on_disk));
        assert!(held == on_disk);
    }
}
