//! `agreement FILE`: the coefficients of a table of values, with no study.

use crate::home::Home;

/// Four coders, twelve units, some missing (Krippendorff).
const FOUR: &str = "A,B,C,D\n1,1,,1\n2,2,3,2\n3,3,3,3\n3,3,3,3\n2,2,2,2\n1,2,3,4\n4,4,4,4\n1,1,2,1\n2,2,2,2\n,5,5,5\n,,1,1\n,3,,\n";

fn file(home: &Home, text: &str) -> String {
    let path = home.path().join("values.csv");
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn each_level_gives_its_alpha() {
    let home = Home::new();
    let path = file(&home, FOUR);
    for (level, expected) in [
        ("nominal", "0.7434"),
        ("ordinal", "0.8153"),
        ("interval", "0.8491"),
        ("ratio", "0.7974"),
    ] {
        let out = home.ok(&["agreement", &path, "--level", level, "--format", "csv"]);
        assert_eq!(
            out.lines().next(),
            Some("code,unit,coefficient,value,n_units,note")
        );
        let alpha = format!(",row,krippendorff-alpha,{expected}");
        assert!(out.contains(&alpha), "{out}");
        for name in [
            "cohen-kappa",
            "scott-pi",
            "brennan-prediger",
            "gwet-ac1",
            "fleiss-kappa",
            "holsti",
        ] {
            assert!(out.contains(&format!(",row,{name},0.")), "{name}: {out}");
        }
    }
}

#[test]
fn what_is_not_defined_says_why() {
    let home = Home::new();
    let cases = [
        ("A,B\n1,1\n1,1\n", "nominal", "of one category"),
        (
            "A;B\n1;\n;2\n",
            "nominal",
            "no unit has values of two coders",
        ),
        ("A\n1\n2\n", "nominal", "fewer than two coders"),
        ("A,B\n", "nominal", "no unit has values of two coders"),
        ("A,B\nyes,no\nno,no\n", "interval", "needs numbers"),
        ("A,B\n-1,2\n1,2\n", "ratio", "zero or more"),
    ];
    for (text, level, reason) in cases {
        let path = file(&home, text);
        let out = home.ok(&["agreement", &path, "--level", level, "--format", "csv"]);
        let alpha = out
            .lines()
            .find(|l| l.contains(",krippendorff-alpha,"))
            .unwrap();
        assert!(alpha.contains(",n/a,") && alpha.contains(reason), "{out}");
        assert!(!out.contains("NaN") && !out.contains("inf"), "{out}");
    }
}

#[test]
fn a_column_of_names_is_no_coder_and_a_bad_file_is_refused() {
    let home = Home::new();
    let path = file(&home, "unit;A;B\nu1;1;1\nu2;2;1\n");
    let ran = home.run(&["agreement", &path, "--format", "csv"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("unit"), "{}", ran.err);
    assert!(
        ran.out.contains(",row,observed-agreement,0.5,2,"),
        "{}",
        ran.out
    );
    let path = file(&home, "A,B\n1,1\n1,1,1\n");
    let said = home.fails(65, &["--lang", "en", "agreement", &path]);
    assert!(said.contains("values.csv, line 3: "), "{said}");
    home.fails(66, &["agreement", "nowhere.csv"]);
    home.fails(66, &["agreement", "/"]);
    home.fails(2, &["agreement", &path, "--level", "x"]);
}
