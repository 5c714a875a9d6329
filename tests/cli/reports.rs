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

/// The words of a document, read without a library: what stands in its text runs.
fn words_of(docx: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut xml).unwrap();
    let runs = xml.split("<w:t xml:space=\"preserve\">").skip(1);
    runs.map(|run| run.split("</w:t>").next().unwrap_or("").to_owned() + "\n")
        .collect()
}

fn asked<'a>(report: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [&["--lang", "fr"], report, more].concat()
}

#[test]
fn a_report_is_written_as_its_file_is_called() {
    let home = Home::with_study("rapports");
    home.ok(&["session", "add", "E07", "--state", "done"]);
    home.ok(&[
        "note",
        "add",
        "E07",
        "Un mot pris en note",
        "--t-ms",
        "1000",
    ]);
    for (report, marked) in [
        (&["report", "minutes", "E07"][..], "E07"),
        (&["report", "progress"], "rapports"),
        (&["method"], "rapports"),
    ] {
        let printed = home.ok(&asked(report, &[]));
        home.ok(&asked(report, &["--out", "r.md"]));
        let written = std::fs::read_to_string(home.path().join("r.md")).unwrap();
        assert_eq!(written.lines().next(), printed.lines().next());
        home.ok(&asked(report, &["--out", "r.docx"]));
        let docx = std::fs::read(home.path().join("r.docx")).unwrap();
        let words = words_of(&docx);
        assert!(words.contains(marked), "{words}");
        home.ok(&asked(report, &["--out", "bare", "--format", "docx"]));
        assert!(words_of(&std::fs::read(home.path().join("bare")).unwrap()).contains(marked));
        home.ok(&asked(report, &["--out", "r.csv"]));
        home.fails(2, &asked(report, &["--out", "r.docx", "--format", "md"]));
        home.fails(2, &asked(report, &["--out", "r.csv", "--format", "docx"]));
        home.fails(2, &asked(report, &["--out", "r.md", "--format", "csv"]));
        home.fails(73, &asked(report, &["--out", "none/r.docx"]));
        assert_eq!(std::fs::read(home.path().join("r.docx")).unwrap(), docx);
    }
    let minutes = words_of(&{
        home.ok(&["report", "minutes", "E07", "--out", "m.docx"]);
        std::fs::read(home.path().join("m.docx")).unwrap()
    });
    assert!(minutes.contains("Un mot pris en note"), "{minutes}");
}
