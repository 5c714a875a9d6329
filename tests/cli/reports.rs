//! Reports show nothing of what somebody asked to leave out.

use crate::home::Home;

#[test]
fn what_is_left_out_is_in_no_report() {
    let home = Home::with_study("rapports");
    home.ok(&["session", "add", "E07", "--state", "done"]);
    home.ok(&["consent", "E07", "given"]);
    home.ok(&["scenario", "add", "S1"]);
    home.ok(&["answer", "E07", "6.1", "Zébulon", "--t-ms", "61000"]);
    home.ok(&["answer", "E07", "6.2", "873", "--t-ms", "61500"]);
    home.ok(&["answer", "E07", "6.3", "Mirabelle", "--t-ms", "200000"]);
    let note = |words: &str, ms: &str| {
        let id = home.ok(&[
            "note", "add", "E07", words, "--kind", "verbatim", "--t-ms", ms,
        ]);
        id.trim().to_owned()
    };
    note("Zébulon triche", "62000");
    let alone = note("Zébulon revient", "180000");
    note("Mirabelle reste", "181000");
    let reports = || -> Vec<String> {
        let mut made = Vec::new();
        for lang in ["fr", "en"] {
            for format in ["md", "csv"] {
                for of in [&["minutes", "E07"][..], &["progress"]] {
                    let mut said = vec!["--lang", lang, "report"];
                    said.extend(of);
                    said.extend(["--format", format]);
                    made.push(home.ok(&said));
                }
            }
        }
        made
    };
    let holding = |word: &str| reports().iter().filter(|text| text.contains(word)).count();
    assert_eq!(
        [holding("Zébulon"), holding("873"), holding("Mirabelle")],
        [4, 8, 4]
    );

    let time = home.ok(&["exclude", "E07", "--from", "1:00", "--to", "1:10"]);
    home.ok(&["exclude", "E07", "--note", &alone]);
    assert_eq!(
        [holding("Zébulon"), holding("873"), holding("Mirabelle")],
        [0, 0, 4]
    );
    let minutes = home.ok(&["--lang", "fr", "report", "minutes", "E07"]);
    assert_eq!(minutes.matches("écarté").count(), 2, "{minutes}");

    // taken in again, it is there as it was
    home.ok(&["exclude", "remove", time.trim()]);
    assert_eq!([holding("Zébulon"), holding("873")], [4, 8]);
}
