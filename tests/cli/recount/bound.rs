//! What is bound to codes, counted again: competences by stratum, summaries, findings, criteria, the register, targets.

use super::made::{CODES, SIZES};
use super::{ASKED, Files, excerpt, table};
use crate::files::Row;
use crate::home::Home;
use std::collections::BTreeSet;

pub(super) fn recount(home: &Home, files: &Files) -> usize {
    let table = |name: &str| table(home, &[name]);
    common(files, &table("common"))
        + framework(files, &table("framework"))
        + findings(files, &table("findings"))
        + criteria(files, &table("criteria"))
        + panorama(files, &table("panorama"))
        + sample(files, &table("sample"))
}

fn common(files: &Files, table: &[Row]) -> usize {
    let mut met = 0;
    for row in table {
        let strong = |one: &Row| {
            one["code"] == row["code"] && one["strength"].parse::<u8>().unwrap_or(2) >= 2
        };
        let mut counts = Vec::new();
        for (size, _) in SIZES {
            let cited = files
                .interviews(|one| strong(one) && one["size"] == size)
                .len();
            let there = files
                .people
                .iter()
                .filter(|(_, own)| own["size"] == size)
                .map(|(key, _)| key.as_str());
            let put: BTreeSet<&str> = files
                .given("open", "")
                .filter(|(_, state, _)| ASKED.contains(state))
                .map(|(key, ..)| key)
                .collect();
            let asked = there
                .filter(|key| row["code"] != "B" || put.contains(key))
                .count();
            assert_eq!(
                row[&format!("n_cited[{size}]")],
                cited.to_string(),
                "{row:?}"
            );
            assert_eq!(
                row[&format!("n_asked[{size}]")],
                asked.to_string(),
                "{row:?}"
            );
            counts.push((cited, asked));
            met += cited;
        }
        let citing: Vec<usize> = counts
            .iter()
            .map(|(cited, _)| *cited)
            .filter(|n| *n > 0)
            .collect();
        let verdict = if counts.iter().any(|(_, asked)| *asked < 3) {
            "not concluded"
        } else if counts
            .iter()
            .all(|(cited, asked)| *cited >= asked.div_ceil(2).max(2))
        {
            "common"
        } else if citing.len() == 1 && citing[0] >= 2 {
            "specific"
        } else {
            "intermediate"
        };
        assert_eq!(row["verdict"], verdict, "{row:?}");
    }
    met
}

/// A code and those below it.
fn below(code: &str) -> BTreeSet<&str> {
    CODES
        .iter()
        .filter(|(key, parent)| *key == code || *parent == code)
        .map(|(key, _)| *key)
        .collect()
}

fn framework(files: &Files, table: &[Row]) -> usize {
    let mut met = 0;
    assert_eq!(table.len(), files.people.len());
    for row in table {
        for theme in ["A", "B", "C"] {
            let own = files.long.iter().filter(|one| {
                one["interview"] == row["interview"] && below(theme).contains(one["code"].as_str())
            });
            let n = own.map(excerpt).collect::<BTreeSet<_>>().len();
            assert_eq!(
                row[&format!("n_excerpts[{theme}]")],
                n.to_string(),
                "{row:?}"
            );
            let summary = files
                .summaries
                .iter()
                .find(|one| one["interview"] == row["interview"] && one["code"] == theme);
            assert_eq!(
                row[theme],
                summary.map_or("", |one| one["summary"].as_str()),
                "{row:?}"
            );
            met += n;
        }
    }
    met
}

fn findings(files: &Files, table: &[Row]) -> usize {
    let (finding, row) = (&files.findings[0], &table[0]);
    let ids =
        |side: &str| -> BTreeSet<String> { finding[side].split(';').map(str::to_owned).collect() };
    let interviews = |side: &str| {
        let ids = ids(side);
        files.interviews(|one| ids.contains(&one["coding_id"]))
    };
    let (plus, minus) = (interviews("for"), interviews("against"));
    let equal =
        |column: &str, n: usize| assert_eq!(row[column], n.to_string(), "{column}: {row:?}");
    equal("n_interviews", plus.union(&minus).count());
    equal("n_mixed", plus.intersection(&minus).count());
    equal("n_supporting", plus.difference(&minus).count());
    equal("n_contradicting", minus.difference(&plus).count());
    plus.len() + minus.len()
}

fn criteria(files: &Files, table: &[Row]) -> usize {
    let cited: BTreeSet<String> = ["for", "against"]
        .iter()
        .flat_map(|side| files.findings[0][*side].split(';'))
        .map(str::to_owned)
        .collect();
    let mut met = 0;
    for row in table {
        let speaks = |one: &Row| match row["criterion"].as_str() {
            "1" => below("A").contains(one["code"].as_str()),
            "2" => one["code"] == "C",
            "3" => cited.contains(&one["coding_id"]),
            _ => false,
        };
        let interviews = files.interviews(speaks).len();
        let excerpts: BTreeSet<String> = files
            .long
            .iter()
            .filter(|one| speaks(one))
            .map(excerpt)
            .collect();
        let answered = if row["criterion"] == "2" {
            files
                .given("count", "")
                .filter(|(_, state, _)| *state == "answered")
                .count()
        } else {
            0
        };
        assert_eq!(row["n_interviews"], interviews.to_string(), "{row:?}");
        assert_eq!(row["n_excerpts"], excerpts.len().to_string(), "{row:?}");
        assert_eq!(row["n_answered"], answered.to_string(), "{row:?}");
        let state = match row["criterion"].as_str() {
            "1" | "2" | "3" if interviews + answered > 0 => "evidence",
            "1" | "2" | "3" => "gap",
            _ => "not-mapped",
        };
        assert_eq!(row["criterion_state"], state, "{row:?}");
        met += interviews;
    }
    met
}

fn panorama(files: &Files, table: &[Row]) -> usize {
    let mut met = 0;
    for (row, name, code) in [(&table[0], "CQP", ""), (&table[1], "Cléa", "C")] {
        let named = files
            .given("list", "")
            .filter(|(_, _, value)| *value == name)
            .map(|(interview, ..)| interview);
        let mut interviews = files.interviews(|one| one["code"] == code);
        interviews.extend(named);
        assert_eq!(row["n_interviews"], interviews.len().to_string(), "{row:?}");
        assert_eq!(
            (row["n_covered"].as_str(), row["shared"].as_str()),
            ("2", "B")
        );
        met += interviews.len();
    }
    assert_eq!(
        (table[0]["only"].as_str(), table[1]["only"].as_str()),
        ("A", "C")
    );
    met
}

fn sample(files: &Files, table: &[Row]) -> usize {
    for row in table {
        let size = row["target"].strip_prefix("size=").unwrap();
        let n = files
            .people
            .values()
            .filter(|own| own["size"] == size)
            .count();
        assert_eq!(row["n_done"], n.to_string(), "{row:?}");
        let coded = files.interviews(|one| one["size"] == size).len();
        assert_eq!(row["n_coded"], coded.to_string(), "{row:?}");
    }
    files.people.len()
}
