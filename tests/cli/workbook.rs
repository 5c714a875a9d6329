//! The study as a workbook, read again by programs that are not ours.

use crate::example;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

/// All text of a workbook's parts.
fn all_parts(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        archive
            .by_index(at)
            .unwrap()
            .read_to_string(&mut all)
            .unwrap();
    }
    all
}

#[test]
fn the_same_study_is_the_same_workbook_and_a_changed_file_is_left_alone() {
    let home = example::coded();
    let path = home.path().join("s.xlsx");
    let make = |lang| home.ok(&["--lang", lang, "export", "--as", "xlsx", "--out", "s.xlsx"]);
    make("fr");
    let first = fs::read(&path).unwrap();
    make("en");
    assert!(
        fs::read(&path).unwrap() == first,
        "another language, other bytes"
    );
    let losses = fs::read_to_string(home.path().join("s.xlsx.losses.csv")).unwrap();
    assert_eq!(losses, "what,where,why,count\r\n");
    // a study that goes on is written over the file it was written to before
    home.ok(&["study", "set", "name", "Un autre nom"]);
    make("fr");
    assert!(fs::read(&path).unwrap() != first);
    let mut mine = fs::read(&path).unwrap();
    mine.push(0);
    fs::write(&path, &mine).unwrap();
    let asked = ["export", "--as", "xlsx", "--out", "s.xlsx"];
    assert!(home.fails(73, &asked).contains("s.xlsx"));
    assert!(fs::read(&path).unwrap() == mine);
    home.ok(&["export", "--as", "xlsx", "--out", "s.xlsx", "--force"]);
    // a list that is somebody's own is as safe, and the workbook beside it is not written either
    home.write("t.xlsx.losses.csv", "mes notes");
    home.fails(73, &["export", "--as", "xlsx", "--out", "t.xlsx"]);
    assert!(!home.path().join("t.xlsx").exists());
    home.fails(2, &["export", "--as", "xlsx", "--out", "s.ods"]);
}

#[test]
fn what_others_may_not_read_is_in_no_part_of_a_shared_workbook() {
    let home = example::coded();
    home.ok(&["study", "set", "mask_under", "3"]);
    for interview in ["I1", "I2", "I3"] {
        home.ok(&["consent", interview, "given"]);
    }
    home.ok(&["consent", "I4", "no-quote"]);
    home.ok(&["export", "--as", "xlsx", "--out", "own.xlsx"]);
    home.ok(&["export", "--as", "xlsx", "--out", "others.xlsx", "--shared"]);
    let own = all_parts(&home.path().join("own.xlsx"));
    let others = all_parts(&home.path().join("others.xlsx"));
    assert!(own.contains("levier fort") && others.contains("levier fort"));
    assert!(!own.contains("levier mitigé") && !others.contains("levier mitigé"));
    assert!(others.contains("&lt;3") && !own.contains("&lt;3"));
    // what others do not get is said, and what can be masked is there
    for said in ["table matrix", "table saturation", "table framework"] {
        assert!(own.contains(said) && others.contains(said), "{said}");
    }
    let alone = "one by one, for the owner of the study alone";
    assert!(others.contains(alone) && !own.contains(alone));
    assert!(
        own.contains("where the work stands"),
        "progress has no sheet"
    );
    home.ok(&["consent", "I1", "withdrawn"]);
    home.ok(&["export", "--as", "xlsx", "--out", "own.xlsx"]);
    assert!(!all_parts(&home.path().join("own.xlsx")).contains("levier fort"));
}

#[test]
fn others_read_typed_cells_and_no_word_is_a_formula() {
    let home = example::coded();
    home.ok(&["note", "add", "I1", "=1+1"]);
    let long = "été ".repeat(9_000);
    home.ok(&["note", "add", "I1", &long]);
    let ran = home.run(&["export", "--as", "xlsx", "--out", "s.xlsx"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("begin") && ran.err.contains("s.xlsx.losses.csv"),
        "{}",
        ran.err
    );
    let losses = fs::read_to_string(home.path().join("s.xlsx.losses.csv")).unwrap();
    assert!(
        losses.lines().count() == 2 && losses.contains("cell,\"notes, 3, text\""),
        "{losses}"
    );
    let read = r#"
import openpyxl
book = openpyxl.load_workbook("s.xlsx")
notes = book["notes"]
at = [cell.value for cell in notes[1]].index("text")
texts = [row[at] for row in notes.iter_rows(min_row=2)]
assert any(cell.value == "=1+1" and cell.data_type == "s" for cell in texts), texts
long = max((cell.value for cell in texts), key=len)
assert 32000 < len(long) <= 32767 and long.endswith("[…]"), len(long)
pieces = [row[4] for row in book["long texts"].iter_rows(min_row=2, values_only=True)]
print(len("".join(pieces)))
for sheet in book:
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, sheet.title
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type != "f", (sheet.title, cell.coordinate)
excerpts = book["excerpts"]
head = [cell.value for cell in excerpts[1]]
assert all(row[head.index("strength")].data_type == "n" for row in excerpts.iter_rows(min_row=2))
assert {"S1", "S2", "S5", "table evidence", "participants"} <= set(book.sheetnames), book.sheetnames
"#;
    let python = Command::new("python3")
        .args(["-c", read])
        .current_dir(home.path())
        .output();
    match python {
        Ok(done) if done.status.success() => {
            let said = String::from_utf8_lossy(&done.stdout);
            assert_eq!(said.trim(), long.chars().count().to_string());
        }
        Ok(done) => {
            let said = String::from_utf8_lossy(&done.stderr);
            assert!(said.contains("No module named"), "{said}");
            eprintln!("SKIPPED: openpyxl is not installed");
        }
        Err(_) => eprintln!("SKIPPED: python3 is not installed"),
    }
}

#[test]
fn libreoffice_reads_every_row() {
    let home = example::coded();
    home.ok(&["note", "add", "I1", "=1+1"]);
    home.ok(&["export", "--as", "xlsx", "--out", "s.xlsx"]);
    let profile = format!("-env:UserInstallation=file://{}/lo", home.path().display());
    let sheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    let ran = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", sheets, "s.xlsx"])
        .current_dir(home.path())
        .env("HOME", home.path())
        .output();
    let Ok(ran) = ran else {
        eprintln!("SKIPPED: LibreOffice is not installed");
        return;
    };
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let notes = fs::read_to_string(home.path().join("s-notes.csv")).unwrap();
    assert!(notes.contains("=1+1"), "{notes}");
    let excerpts = fs::read_to_string(home.path().join("s-excerpts.csv")).unwrap();
    // nine codings, one of them for two scenarios
    assert_eq!(excerpts.lines().count(), 10, "{excerpts}");
}

#[test]
fn data_of_a_workbook_comes_in_and_faults_name_sheet_row_and_column() {
    let home = example::coded();
    home.ok(&["export", "--as", "xlsx", "--out", "s.xlsx"]);
    home.ok(&["export", "--out", "folder"]);
    // the sheets of our own workbook say what the files say
    for kind in [
        "codebook",
        "participants",
        "sessions",
        "answers",
        "excerpts",
    ] {
        let read = home.json(&["import", "s.xlsx", "--as", kind, "--check", "--json"]);
        let read = &read[0];
        assert_eq!(read["format"], kind);
        assert_eq!(
            (&read["added"], &read["changed"]),
            (&0.into(), &0.into()),
            "{read}"
        );
    }
    let make = r#"
import openpyxl, datetime
book = openpyxl.Workbook()
notes = book.active
notes.title = "Lisez-moi"
notes.append(["Ce classeur", "a des feuilles"])
people = book.create_sheet("Gens")
people.append(["interview", "role", "size", "consent", "organisation"])
people.append(["I8", "direction", "under10", "given", "O8"])
people.append(["I9", "rh", "10to49", "peut-être", "O9"])
people["B4"] = "=1/0"
people["A4"] = "I10"
book.save("bad.xlsx")
people["D3"] = "no-quote"
people["B4"] = "rh"
book.save("good.xlsx")
calls = openpyxl.Workbook()
sheet = calls.active
sheet.append(["interview", "state", "started_at", "minutes"])
sheet.append(["I8", "done", datetime.datetime(2026, 3, 12, 9, 30), 50])
sheet["C2"].number_format = "yyyy-mm-dd hh:mm:ss"
calls.save("calls.xlsx")
"#;
    let python = Command::new("python3")
        .args(["-c", make])
        .current_dir(home.path())
        .output();
    if !python.is_ok_and(|done| done.status.success()) {
        eprintln!("SKIPPED: openpyxl is not installed");
        return;
    }
    let said = home.fails(65, &["import", "bad.xlsx"]);
    assert!(
        said.contains("Gens!consent") && said.contains("line 3"),
        "{said}"
    );
    assert!(
        said.contains("Gens!role") && said.contains("line 4"),
        "{said}"
    );
    home.ok(&["import", "good.xlsx"]);
    home.ok(&["import", "calls.xlsx"]);
    let shown = home.ok(&["show", "I8", "--json"]);
    assert!(shown.contains("2026-03-12T09:30:00Z"), "{shown}");
    assert!(home.ok(&["sessions"]).contains("I10"));
}
