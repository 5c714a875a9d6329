//! The document as programs that lay it out read it.

use super::docx::{Dress, EDGES, Frame, LETTER, TEXT_WIDTH, widths};
use super::{Own, Report};
use crate::file::zip::Archive;

fn document(report: &Report, dress: &Dress) -> String {
    let frame = Frame {
        contents: "Sommaire".to_owned(),
        ..Frame::default()
    };
    let bytes = report.docx(dress, &frame, &Own::default()).unwrap();
    let part = Archive::open(&bytes).unwrap().read("word/document.xml");
    String::from_utf8(part.unwrap()).unwrap()
}

#[test]
fn the_contents_name_each_chapter_and_lead_to_its_page() {
    let mut report = Report::default();
    report.chapter(1, "Première".to_owned());
    report.chapter(2, "Dessous".to_owned());
    report.chapter(1, "Deuxième".to_owned());
    let xml = document(&report, &Dress::default());
    for (at, words) in [(0, "1\u{2002}Première"), (2, "2\u{2002}Deuxième")] {
        assert_eq!(
            xml.matches(&format!("PAGEREF _Toc{at} ")).count(),
            1,
            "{xml}"
        );
        assert!(xml.contains(&format!("w:name=\"_Toc{at}\"")), "{xml}");
        assert!(xml.contains(words), "{xml}");
    }
    assert!(!xml.contains("PAGEREF _Toc1 "), "{xml}");
    let plain = document(&report, &Dress::unnumbered());
    assert!(!plain.contains("1\u{2002}Première"), "{plain}");
}

#[test]
fn no_column_is_narrower_than_its_longest_word() {
    let words = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    let head: Vec<String> = words(&[
        "scénario",
        "interrogés",
        "+",
        "−",
        "~",
        "médiane",
        "favorables",
    ]);
    let long = "S4 Un certificat court, propre à la formation, et bien d’autres choses encore";
    let rows = vec![words(&[
        long,
        "9",
        "<\u{202f}3",
        "0",
        "…",
        "2,5",
        "4/9 (21 à 94 %)",
    ])];
    let numbers = [false, true, true, true, true, true, false];
    let made = widths(&head, &numbers, &rows);
    assert!(made.iter().sum::<usize>() <= TEXT_WIDTH, "{made:?}");
    for (name, width) in head.iter().zip(&made) {
        let least = name.chars().count() * LETTER + EDGES;
        assert!(*width >= least, "{name}: {width} < {least}");
    }
    assert_eq!(made.iter().max(), made.first(), "words get the room");
    // more columns than there is room for still make one page
    let many: Vec<String> = (0..30).map(|_| "interrogés".to_owned()).collect();
    let made = widths(&many, &[true; 30], &[]);
    assert!(made.iter().sum::<usize>() <= TEXT_WIDTH && made.iter().all(|width| *width > 0));
}
