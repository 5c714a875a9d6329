//! What a study hands over.

use crate::example;
use std::fs;

#[test]
fn the_study_is_written_the_same_twice_and_keeps_what_people_wrote() {
    let home = example::coded();
    let path = home.path().join("s.md");
    home.ok(&["--lang", "fr", "export", "--as", "study", "--out", "s.md"]);
    let first = fs::read_to_string(&path).unwrap();
    home.ok(&["--lang", "fr", "export", "--as", "study", "--out", "s.md"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
    for wanted in [
        "## En bref",
        "## S2",
        "### Paroles qui s’opposent",
        "## Critères",
        "## Méthode",
        "## Annexe",
    ] {
        assert!(first.contains(wanted), "{wanted}\n{first}");
    }
    for _ in 0..2 {
        // nothing was written into it in between
        home.ok(&["--lang", "fr", "export", "--as", "study", "--out", "s.docx"]);
    }
    let at = first.find("<!-- /own summary -->").unwrap();
    let (before, after) = first.split_at(at);
    fs::write(&path, format!("{before}Trois mots ici.\n{after}")).unwrap();
    home.ok(&["consent", "I3", "withdrawn"]);
    home.ok(&["--lang", "fr", "export", "--as", "study", "--out", "s.md"]);
    let second = fs::read_to_string(&path).unwrap();
    assert!(second.contains("Trois mots ici."), "{second}");
    assert!(second.contains("1 retiré"), "{second}");

    fs::write(&path, second.replace("# S2", "# Le scénario 2")).unwrap();
    let said = home.fails(
        73,
        &["--lang", "fr", "export", "--as", "study", "--out", "s.md"],
    );
    assert!(said.contains("hors des lieux"), "{said}");
    home.ok(&["export", "--as", "study", "--out", "s.md", "--force"]);
    let third = fs::read_to_string(&path).unwrap();
    assert!(third.contains("Trois mots ici."), "{third}");
}

#[test]
fn a_file_that_is_not_ours_is_left_alone() {
    let home = example::coded();
    for name in ["mine.md", "mine.docx"] {
        let path = home.path().join(name);
        fs::write(&path, "mon texte").unwrap();
        home.fails(73, &["export", "--as", "study", "--out", name]);
        assert_eq!(fs::read_to_string(&path).unwrap(), "mon texte");
        home.ok(&["export", "--as", "study", "--out", name, "--force"]);
    }
    home.fails(2, &["export", "--as", "study", "--out", "s.pdf"]);
    home.fails(73, &["export", "--as", "study", "--out", "none/s.docx"]);
}

#[test]
fn a_faulty_model_is_named_and_ours_is_used() {
    let home = example::coded();
    home.ok(&["export", "--as", "study", "--out", "a.docx"]);
    let folder = home.study("AF 2022").join("templates");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("study.docx"), "no document").unwrap();
    let said = home
        .run(&["export", "--as", "study", "--out", "b.docx"])
        .err;
    assert!(said.contains("study.docx"), "{said}");
    let read = |name: &str| fs::read(home.path().join(name)).unwrap();
    assert_eq!(read("a.docx"), read("b.docx"));
    // the document itself is a model that lacks nothing
    fs::copy(home.path().join("a.docx"), folder.join("study.docx")).unwrap();
    let said = home
        .run(&["export", "--as", "study", "--out", "b.docx"])
        .err;
    assert!(!said.contains("study.docx"), "{said}");
}

#[test]
fn nobody_is_quoted_who_did_not_agree() {
    let home = example::coded();
    let words = home.json(&["table", "evidence", "--format", "json"])["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find_map(|row| row["best_quote"].as_str().map(str::to_owned))
        .unwrap();
    let study = || {
        home.ok(&["export", "--as", "study", "--out", "s.md", "--force"]);
        fs::read_to_string(home.path().join("s.md")).unwrap()
    };
    for interview in ["I1", "I2", "I3", "I4", "I5"] {
        home.ok(&["consent", interview, "given"]);
    }
    home.ok(&["study", "set", "mask_under", "0"]);
    assert!(study().contains(&words), "{words}");
    for interview in ["I1", "I2", "I3", "I4", "I5"] {
        home.ok(&["consent", interview, "no-quote"]);
    }
    assert!(!study().contains(&words));
}

#[test]
fn marks_of_few_are_masked_in_the_study_and_on_the_slides() {
    let home = example::coded();
    home.write(
        "answers.csv",
        "interview,question,scenario,part,state,value\nI1,note,S2,,answered,5\nI2,note,S2,,answered,1\nI3,note,S2,,answered,4\n",
    );
    home.ok(&["import", "answers.csv"]);
    let marks = |under: &str| {
        home.ok(&["study", "set", "mask_under", under]);
        let study = ["export", "--as", "study", "--out", "s.md", "--force"];
        home.ok(&study);
        let study = fs::read_to_string(home.path().join("s.md")).unwrap();
        let csv = home.ok(&["table", "adherence", "--format", "csv"]);
        assert!(csv.contains("S2,3,3,0,0,1,0,0,1,1,4,2/3,21,94"), "{csv}");
        study.contains("2 of 3")
    };
    assert!(marks("0"), "who rates it well is told");
    assert!(!marks("3"), "two of three are few");
}

/// Runs a program that may not be there; says so where it is not.
fn other(program: &str, arguments: &[&str], folder: &std::path::Path) -> Option<String> {
    let ran = std::process::Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output();
    match ran {
        Ok(done) if done.status.success() => {
            Some(String::from_utf8_lossy(&done.stdout).into_owned())
        }
        Ok(done) => panic!("{program}: {}", String::from_utf8_lossy(&done.stderr)),
        Err(_) => {
            eprintln!("SKIPPED: {program} is not installed");
            None
        }
    }
}

/// What is said is masked as the rest, the method page too.
#[test]
fn the_method_in_the_study_hides_what_the_study_hides() {
    let home = example::coded();
    home.ok(&["study", "set", "mask_under", "3"]);
    home.ok(&["export", "--as", "study", "--out", "s.md"]);
    let study = fs::read_to_string(home.path().join("s.md")).unwrap();
    assert!(!study.contains("Nothing is masked"), "{study}");
    assert!(!study.contains("n\\_supporting"), "{study}");
    // of the two or three interviews on S1, none is told apart
    let (_, method) = study.split_once("Figures by scenario").unwrap();
    let row = method.lines().find(|line| line.starts_with("| S1 |"));
    assert!(row.unwrap().contains("\\<\u{202f}3"), "{row:?}");
    // the owner's own page hides nothing
    assert!(home.ok(&["method"]).contains("Nothing is masked"));
}

#[test]
fn the_infographic_is_four_pages_and_nothing_runs_over() {
    let home = example::coded();
    for (language, sample) in [("fr", false), ("en", false), ("fr", true), ("en", true)] {
        if sample {
            home.ok(&["--lang", language, "demo", "--out", language]);
        }
        home.ok(&[
            "--lang",
            language,
            "export",
            "--as",
            "infographic",
            "--out",
            "i.html",
            "--force",
        ]);
        let page = fs::read_to_string(home.path().join("i.html")).unwrap();
        assert_eq!(page.matches("<section>").count(), 4);
        assert!(
            !page.contains("deliver-"),
            "a word that no file has: {page}"
        );
        // scripts are forbidden in the page itself; the one that measures it is the test's own
        let measured = page
            .replace("<meta http-equiv", "<meta name=\"was\" data-was")
            .replace(
                "</body>",
                "<script>document.title = [...document.querySelectorAll('section')]\
             .filter(s => s.scrollHeight > s.clientHeight + 1).length
             + [...document.querySelectorAll('svg text')].filter(t => {
                 const b = t.getBBox(), v = t.ownerSVGElement.viewBox.baseVal;
                 return b.x + b.width > v.width + 0.5 || b.y + b.height > v.height + 1;
             }).length + ' over'</script></body>",
            );
        home.write("measured.html", measured);
        let chromium = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--window-size=900,1200",
        ];
        let dump = [&chromium[..], &["--dump-dom", "measured.html"]].concat();
        if let Some(dom) = other("chromium", &dump, home.path()) {
            assert!(dom.contains("<title>0 over</title>"), "{dom}");
            let print = [
                &chromium[..],
                &["--no-pdf-header-footer", "--print-to-pdf=i.pdf", "i.html"],
            ]
            .concat();
            other("chromium", &print, home.path());
            if let Some(facts) = other("pdfinfo", &["i.pdf"], home.path()) {
                assert!(
                    facts
                        .lines()
                        .any(|line| line.starts_with("Pages:") && line.ends_with(" 4")),
                    "{facts}"
                );
            }
        }
    }
}

#[test]
fn a_template_of_ones_own_is_used_and_a_faulty_one_named_with_its_line() {
    let home = example::coded();
    let folder = home.study("AF 2022").join("templates");
    fs::create_dir_all(&folder).unwrap();
    let made = |template: &str| {
        fs::write(folder.join("infographic.html"), template).unwrap();
        let ran = home.run(&["export", "--as", "infographic", "--out", "i.html"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        (
            fs::read_to_string(home.path().join("i.html")).unwrap(),
            ran.err,
        )
    };
    let (page, _) =
        made("<p>{{ title }}: {{ scenarios[1].key }} & {{ scenarios[1].supporting.shown }}</p>");
    assert!(page.starts_with("<p>AF 2022: S1 & 1</p>"), "{page}");
    let (page, said) = made("<p>\n{{ nothing.such }}</p>");
    assert!(
        page.contains("<section>") && said.contains("line 2"),
        "{said}"
    );
    let (page, said) =
        made("{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}");
    assert!(
        page.contains("<section>") && said.contains("infographic.html"),
        "{said}"
    );
    // a page that somebody edited is not overwritten unasked
    fs::write(home.path().join("i.html"), page.replace("<h1>", "<h1>Mon ")).unwrap();
    home.fails(73, &["export", "--as", "infographic", "--out", "i.html"]);
    home.fails(2, &["export", "--as", "infographic", "--out", "i.docx"]);
    home.ok(&["export", "--as", "infographic", "--out", "i.typ"]);
    let source = fs::read_to_string(home.path().join("i.typ")).unwrap();
    assert!(source.contains("#set document"), "{source}");
    typeset(&home, "i.typ", "i.pdf");
}

/// The same package without some of its words.
fn edited(pptx: &[u8], from: &str, to: &str) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut old = zip::ZipArchive::new(Cursor::new(pptx)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut part = old.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.starts_with("ppt/slides/") {
            bytes = String::from_utf8(bytes)
                .unwrap()
                .replace(from, to)
                .into_bytes();
        }
        new.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        new.write_all(&bytes).unwrap();
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn the_slides_are_few_the_same_twice_and_open_elsewhere() {
    let home = example::coded();
    let make = |name: &str| home.run(&["--lang", "fr", "export", "--as", "slides", "--out", name]);
    assert_eq!(make("a.pptx").code, 0);
    assert_eq!(make("b.pptx").code, 0);
    let read = |name: &str| fs::read(home.path().join(name)).unwrap();
    assert_eq!(read("a.pptx"), read("b.pptx"));
    // what somebody edited, or what is not ours, is left alone
    fs::write(
        home.path().join("b.pptx"),
        edited(&read("a.pptx"), "Méthode", "Notre méthode"),
    )
    .unwrap();
    assert_eq!(make("b.pptx").code, 73);
    fs::write(home.path().join("c.pptx"), "mine").unwrap();
    assert_eq!(make("c.pptx").code, 73);
    assert_eq!(read("c.pptx"), b"mine");
    home.fails(2, &["export", "--as", "slides", "--out", "c.odp"]);
    // a presentation of one's own is the template; a faulty one is named, and ours is used
    let folder = home.study("AF 2022").join("templates");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("slides.pptx"), read("a.pptx")).unwrap();
    let ran = make("d.pptx");
    assert!(
        ran.code == 0 && !ran.err.contains("slides.pptx"),
        "{}",
        ran.err
    );
    fs::write(folder.join("slides.pptx"), "no presentation").unwrap();
    let ran = make("e.pptx");
    assert!(
        ran.code == 0 && ran.err.contains("slides.pptx"),
        "{}",
        ran.err
    );
    assert_eq!(read("a.pptx"), read("e.pptx"));
    for name in ["a.pptx", "d.pptx"] {
        let archive = zip::ZipArchive::new(std::io::Cursor::new(read(name))).unwrap();
        let slides = archive
            .file_names()
            .flatten()
            .filter(|path| path.starts_with("ppt/slides/slide"));
        assert!((8..=15).contains(&slides.count()));
        let script = format!(
            "import sys\ntry:\n    from pptx import Presentation\nexcept ImportError:\n    print('SKIPPED'); sys.exit()\n\
             p = Presentation('{name}')\n\
             print(sum(s.has_chart for d in p.slides for s in d.shapes), sum(s.has_table for d in p.slides for s in d.shapes), all(d.notes_slide.notes_text_frame.text for d in p.slides), list(p.slides[2].shapes)[1].chart.plots[0].categories[2])"
        );
        if let Some(said) = other("python3", &["-c", &script], home.path()) {
            if said.contains("SKIPPED") {
                eprintln!("SKIPPED: python-pptx is not installed");
            } else {
                assert!(said.contains(" True S2"), "{said}");
            }
        }
    }
}

#[test]
fn the_pack_holds_everything_but_who_people_are() {
    let home = example::coded();
    home.ok(&["participant", "set", "I1", "--name", "Marie Zyxwv"]);
    home.ok(&["export", "--as", "pack", "--out", "p"]);
    home.ok(&["export", "--as", "pack", "--out", "q"]);
    let sums = fs::read_to_string(home.path().join("p/SHA256SUMS")).unwrap();
    assert_eq!(
        sums,
        fs::read_to_string(home.path().join("q/SHA256SUMS")).unwrap()
    );
    for path in [
        "README.md",
        "study.docx",
        "study.md",
        "slides.pptx",
        "infographic.html",
        "method.md",
        "data/datapackage.json",
        "data/excerpts.csv",
        "templates/infographic.typ",
    ] {
        assert!(sums.contains(&format!("  {path}\n")), "{path}\n{sums}");
    }
    other(
        "sha256sum",
        &["--check", "--quiet", "SHA256SUMS"],
        &home.path().join("p"),
    );
    for line in sums.lines() {
        let path = line.split_once("  ").unwrap().1;
        let bytes = fs::read(home.path().join("p").join(path)).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("Zyxwv"), "{path}");
    }
    // made again where it was; elsewhere nothing of others is touched
    home.ok(&["export", "--as", "pack", "--out", "p"]);
    home.write("mine/a.txt", "mine");
    home.fails(73, &["export", "--as", "pack", "--out", "mine"]);
    home.ok(&["export", "--as", "pack", "--out", "p.zip"]);
    home.ok(&["export", "--as", "pack", "--out", "p.zip"]);
    home.write("mine.zip", "mine");
    home.fails(73, &["export", "--as", "pack", "--out", "mine.zip"]);
}

/// Compiles a source with `typst`, the program or the Python package; `None`, said aloud, where neither is there.
fn typeset(home: &crate::home::Home, source: &str, pdf: &str) -> Option<()> {
    let program = std::process::Command::new("typst")
        .args(["compile", source, pdf])
        .current_dir(home.path())
        .output();
    let ran = match program {
        Ok(ran) => ran,
        Err(_) => std::process::Command::new("python3")
            .args([
                "-c",
                "import sys\ntry: import typst\nexcept ImportError: sys.exit(9)\ntypst.compile(sys.argv[1], output=sys.argv[2])",
                source,
                pdf,
            ])
            .current_dir(home.path())
            .output()
            .ok()?,
    };
    if ran.status.code() == Some(9) {
        eprintln!("SKIPPED: typst is not installed");
        return None;
    }
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}");
    Some(())
}

#[test]
fn what_people_type_means_itself_in_a_source_for_typst() {
    let home = example::coded();
    let hostile = r#"#let x = 1 $x^2$ *gras* _bas_ @renvoi <nom> "mot" \\fin // pas /* là */ `code` [a] ~ -- 'q' = {b} #panic("non")"#;
    home.ok(&["study", "set", "name", hostile]);
    home.ok(&["study", "set", "aim", hostile]);
    home.ok(&["scenario", "set", "S2", "--label-fr", hostile]);
    home.ok(&["codes", "set", "D8.levier", "--label-fr", hostile]);
    let note = ["note", "add", "I1", hostile, "--kind", "verbatim"];
    home.ok(&[&note[..], &["--code", "D8.levier"]].concat());
    let export = ["export", "--as", "infographic", "--out", "i.typ"];
    home.ok(&[&["--lang", "fr"], &export[..]].concat());
    if typeset(&home, "i.typ", "i.pdf").is_none() {
        return;
    }
    let Some(text) = other("pdftotext", &["i.pdf", "-"], home.path()) else {
        return;
    };
    // lines are broken where there is room, and quotes may be set as the language sets them
    let bare = |text: &str| -> String {
        let kept = |c: &char| !c.is_whitespace() && !"\"“”«»'’‘-‐–".contains(*c);
        text.chars().filter(kept).collect()
    };
    let found = bare(&text).matches(&bare(hostile)).count();
    assert!(found >= 3, "title, aim and label: {found}\n{text}");
}
