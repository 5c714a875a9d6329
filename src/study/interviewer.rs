//! How interviewers are called in transcripts.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Stems of such names, folded: lower case, letters only.
const NAMES: &[&str] = &[
    "chercheur",
    "chercheuse",
    "chercheurse",
    "chercheureuse",
    "chercheurs",
    "chercheuses",
    "enqueteur",
    "enqueteuse",
    "enquetrice",
    "enqueteurrice",
    "enqueteurtrice",
    "interviewer",
    "interviewers",
    "interviewerin",
    "intervieweur",
    "intervieweuse",
    "intervieweurse",
    "intervieweureuse",
    "int",
    "intw",
    "itw",
    "q",
    "researcher",
    "investigator",
    "moderator",
    "moderateur",
    "moderatrice",
    "moderateurrice",
];

/// Whether a speaker is called as interviewers are (`Chercheur·se`, `Enquêtrice`, `Interviewer 2`, `INT`, `Q`…).
pub fn is_interviewer_name(name: &str) -> bool {
    let folded: String = name
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphabetic())
        .collect();
    NAMES.contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::is_interviewer_name;

    #[test]
    fn knows_how_interviewers_are_called() {
        for name in [
            "Chercheur·se",
            "chercheuse",
            "Enquêteur·rice",
            "Enquêtrice",
            "INTERVIEWER",
            "Intervieweur·se",
            "INT",
            "Q",
            "Interviewer 2",
            "[Chercheur]",
        ] {
            assert!(is_interviewer_name(name), "{name}");
        }
        for name in [
            "E07",
            "Anne Quint",
            "Ingrid",
            "Int. Dupont",
            "P1",
            "",
            "Quentin",
        ] {
            assert!(!is_interviewer_name(name), "{name}");
        }
    }
}
