//! Published tables, to four decimals.

use super::unitized_2004::disagreement;
use super::*;

fn near(value: Value, expected: f64, what: &str) {
    let value = value.unwrap();
    assert!(
        (value - expected).abs() < 5.1e-5,
        "{what}: {value} is not {expected}"
    );
}

fn table(rows: &[&[u32]]) -> Ratings {
    let mut ratings = Ratings::new(2, rows.len());
    for (first, row) in rows.iter().enumerate() {
        for (second, n) in row.iter().enumerate() {
            ratings.push([Some(first as u32), Some(second as u32)], f64::from(*n));
        }
    }
    ratings
}

/// Coders as rows of words, `.` missing; the categories are the words, as numbers where they are such.
fn coders(rows: &[&str]) -> (Ratings, Vec<f64>) {
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.split(' ').collect()).collect();
    let words: std::collections::BTreeSet<&str> = rows
        .iter()
        .flatten()
        .copied()
        .filter(|w| *w != ".")
        .collect();
    let words: Vec<&str> = words.into_iter().collect();
    let mut ratings = Ratings::new(rows.len(), words.len());
    for unit in 0..rows[0].len() {
        let value = |row: &Vec<&str>| {
            words
                .iter()
                .position(|w| *w == row[unit])
                .map(|at| at as u32)
        };
        ratings.push(rows.iter().map(value), 1.0);
    }
    let numbers = words
        .iter()
        .map(|word| word.parse().unwrap_or(0.0))
        .collect();
    (ratings, numbers)
}

#[test]
fn contingency_tables() {
    type Row<'t> = (&'t [&'t [u32]], [f64; 5]);
    let all: &[Row] = &[
        (
            &[&[25, 12, 3], &[13, 2, 15], &[12, 16, 2]],
            [0.29, -0.0923, -0.1008, -0.0650, -0.0480],
        ),
        (
            &[&[88, 14, 18], &[10, 40, 10], &[2, 6, 12]],
            [0.7, 0.4915, 0.4872, 0.55, 0.5760],
        ),
        (
            &[&[50, 0, 0], &[10, 10, 10], &[20, 0, 0]],
            [0.6, 0.2727, 0.2233, 0.4, 0.4613],
        ),
        (
            &[&[50, 0, 10], &[0, 10, 10], &[10, 10, 0]],
            [0.6, 0.2857, 0.2857, 0.4, 0.4444],
        ),
        (&[&[20, 10], &[20, 50]], [0.7, 0.3478, 0.3407, 0.4, 0.4495]),
        (
            &[&[46, 0, 0], &[6, 32, 6], &[0, 0, 10]],
            [0.88, 0.8013, 0.7995, 0.82, 0.8287],
        ),
        // π is .699248 and AC1 .700748 by exact fractions
        (&[&[40, 9], &[6, 45]], [0.85, 0.6995, 0.6992, 0.7, 0.7007]),
        (&[&[80, 10], &[5, 5]], [0.85, 0.3182, 0.3143, 0.7, 0.8080]),
        (&[&[20, 5], &[10, 15]], [0.7, 0.4, 0.3939, 0.4, 0.4059]),
        (&[&[45, 15], &[25, 15]], [0.6, 0.1304, 0.1209, 0.2, 0.2661]),
        (&[&[25, 35], &[5, 35]], [0.6, 0.2593, 0.1919, 0.2, 0.2079]),
    ];
    for (rows, [p_o, kappa, pi, bp, ac1]) in all {
        let ratings = table(rows);
        let of = |coefficient| over_pairs(&ratings, coefficient).0;
        let what = format!("{rows:?}");
        near(of(observed), *p_o, &what);
        near(of(cohen), *kappa, &what);
        near(of(scott), *pi, &what);
        near(of(brennan_prediger), *bp, &what);
        near(gwet(&ratings), *ac1, &what);
        // of two coders without gaps Fleiss' coefficient is Scott's, and Holsti's the share of agreement
        near(fleiss(&ratings), *pi, &what);
        near(of(holsti), *p_o, &what);
    }
    let ratings = table(&[&[46, 0, 0], &[6, 32, 6], &[0, 0, 10]]);
    let artstein = alpha(&ratings, Level::Nominal, None).unwrap();
    // said to three decimals, from shares
    assert!((artstein - 0.800).abs() < 1e-3, "{artstein}");
}

#[test]
fn values_of_several_coders_with_gaps() {
    let all: &[(&[&str], [f64; 4])] = &[
        (
            &[
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ],
            [0.7434, 0.8154, 0.8491, 0.7974],
        ),
        (
            &[
                ". . . . . 3 4 1 2 1 1 3 3 . 3",
                "1 . 2 1 3 3 4 3 . . . . . . .",
                ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
            ],
            [0.6914, 0.8067, 0.8108, 0.8089],
        ),
        (
            &[
                "1 1 2 4 1 2 1 3 2",
                "1 2 2 4 4 2 2 3 2",
                "1 2 2 4 4 2 3 3 2",
            ],
            [0.6417, 0.4994, 0.5469, 0.4833],
        ),
        (
            &[
                "1 1 2 . 0 0 1 1 2 2 . 0 1 3 1 1 2 1 1 0 0 0 2 0 1 0 0 1 1 1 1 2 2 3 2 2 2 2 2 1",
                "1 1 3 0 0 0 0 . 2 1 1 0 2 3 1 1 1 2 1 0 0 0 3 0 2 1 0 2 1 1 1 1 2 2 2 2 2 2 2 1",
                "2 0 3 0 0 0 2 2 2 1 0 0 2 2 1 1 2 3 0 0 1 . 3 0 . 1 0 1 2 2 0 2 . 2 2 3 2 . 2 1",
                ". 1 3 . . . . 0 . 1 0 0 2 2 . . . 3 1 . 1 0 3 0 2 1 1 2 2 . . 1 2 2 . . . 1 2 .",
                "2 . . 0 0 0 1 . 2 . . . . 3 1 1 2 . . 0 . 0 . . 2 . 0 . . 2 0 . 2 . 2 2 2 2 . 1",
            ],
            [0.4765, 0.7598, 0.7574, 0.6621],
        ),
    ];
    for (rows, expected) in all {
        let (ratings, numbers) = coders(rows);
        for (level, expected) in [
            Level::Nominal,
            Level::Ordinal,
            Level::Interval,
            Level::Ratio,
        ]
        .into_iter()
        .zip(expected)
        {
            let value = alpha(&ratings, level, Some(&numbers));
            near(value, *expected, &format!("{} {rows:?}", level.as_str()));
        }
    }
    let (ratings, _) = coders(all[2].0);
    for (category, expected) in [0.381, 0.711, 0.717, 0.764].into_iter().enumerate() {
        let value = alpha_of_category(&ratings, category).unwrap();
        assert!(
            (value - expected).abs() < 5.1e-4,
            "category {category}: {value}"
        );
    }
}

#[test]
fn two_coders() {
    let (yes_no, _) = coders(&["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"]);
    near(alpha(&yes_no, Level::Nominal, None), 0.0952, "2 × 10");
    let (letters, _) = coders(&["a a b b d c c c e d d a", "b a b b b c c c e d d d"]);
    near(alpha(&letters, Level::Nominal, None), 0.6920, "2 × 12");
    let spaced = |text: &str| {
        text.chars()
            .map(|c| c.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (one, other) = (
        spaced("001111111100001111110000"),
        spaced("000011110000000110000000"),
    );
    let (characters, _) = coders(&[&one, &other]);
    near(over_pairs(&characters, cohen).0, 0.3846, "digitised");
    near(over_pairs(&characters, scott).0, 0.3143, "digitised");
    near(
        alpha(&characters, Level::Nominal, None),
        0.3286,
        "digitised",
    );
    let (one, other) = (spaced("1100000000"), spaced("0110010100"));
    let (atlas, _) = coders(&[&one, &other]);
    near(over_pairs(&atlas, observed).0, 0.6, "manual");
    near(alpha(&atlas, Level::Nominal, None), 0.0952, "manual");
}

/// Subjects as counts by category.
fn counts(rows: &[[usize; 5]]) -> Ratings {
    let raters = rows[0].iter().sum();
    let mut ratings = Ratings::new(raters, 5);
    for row in rows {
        let values = row
            .iter()
            .enumerate()
            .flat_map(|(category, n)| std::iter::repeat_n(Some(category as u32), *n));
        ratings.push(values, 1.0);
    }
    ratings
}

#[test]
fn many_raters() {
    const DIAGNOSES: &str = "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555";
    let rows: Vec<[usize; 5]> = DIAGNOSES
        .split(' ')
        .map(|row| {
            let mut counts = [0; 5];
            for digit in row.bytes() {
                counts[usize::from(digit - b'1')] += 1;
            }
            counts
        })
        .collect();
    let ratings = counts(&rows);
    near(fleiss(&ratings), 0.4302, "Fleiss 1971");
    for (category, expected) in [0.248, 0.248, 0.517, 0.470, 0.565].into_iter().enumerate() {
        let value = fleiss_of_category(&ratings, category).unwrap();
        // the paper goes on from shares rounded to three decimals
        assert!(
            (value - expected).abs() < 3.5e-3,
            "category {category}: {value}"
        );
    }
    let example = counts(&[
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ]);
    near(fleiss(&example), 0.2099, "10 × 14 × 5");
}

#[test]
fn segments() {
    let matched = Matched {
        both: 14,
        first: 2,
        second: 4,
    };
    near(matched.agreement(), 0.7, "RK");
    near(rk(matched, 10), 0.6667, "RK");
    // 20 of 30 and of 25
    near(
        Matched {
            both: 20,
            first: 10,
            second: 5,
        }
        .holsti(),
        0.7273,
        "Holsti",
    );
}

type Units<'t> = &'t [(u64, u64, usize)];

fn spans(coders: &[Units]) -> Vec<Vec<Span>> {
    coders
        .iter()
        .map(|units| {
            units
                .iter()
                .map(|(start, end, code)| Span {
                    start: *start,
                    end: *end,
                    code: *code,
                })
                .collect()
        })
        .collect()
}

/// A continuum as characters: the code of each, or none of the codes.
fn characters(
    coders: &[Vec<Span>],
    length: u64,
    codes: usize,
    value: impl Fn(usize) -> u32,
) -> Ratings {
    let mut ratings = Ratings::new(coders.len(), codes + 1);
    for at in 0..length {
        let of = |units: &Vec<Span>| {
            let found = units.iter().find(|unit| unit.start <= at && at < unit.end);
            Some(value(found.map_or(codes, |unit| unit.code)))
        };
        ratings.push(coders.iter().map(of), 1.0);
    }
    ratings
}

#[test]
fn units_of_a_continuum() {
    type Row<'t> = (u64, &'t [Units<'t>], [f64; 3], &'t [f64]);
    let all: &[Row] = &[
        (
            120,
            &[&[(10, 40, 0), (60, 80, 1)], &[(12, 40, 0), (60, 90, 1)]],
            [0.8412, 0.8089, 0.8328],
            &[0.9545, 0.75],
        ),
        (
            100,
            &[&[(10, 40, 0)], &[(20, 30, 0)]],
            [0.3931, 0.3931, 0.3781],
            &[0.4118],
        ),
        (
            100,
            &[&[(10, 20, 0)], &[(50, 60, 0)]],
            [-0.1006, -0.1006, -0.1056],
            &[-0.1111],
        ),
        (
            120,
            &[&[(10, 40, 0), (60, 80, 1)], &[(10, 40, 1), (60, 80, 0)]],
            [0.3073, 1.0, 0.2758],
            &[-0.25, -0.25],
        ),
        (
            100,
            &[&[(10, 40, 0)], &[(10, 25, 0), (25, 40, 0)]],
            [1.0, 1.0, 1.0],
            &[1.0],
        ),
        (
            120,
            &[
                &[(10, 40, 0), (60, 80, 1)],
                &[(12, 40, 0), (60, 90, 1)],
                &[(15, 35, 0), (62, 78, 2)],
            ],
            [0.6229, 0.7305, 0.6124],
            &[],
        ),
    ];
    for (length, units, [u, binary, nominal], by_code) in all {
        let what = format!("{units:?}");
        let spans = spans(units);
        near(u_alpha(&spans, *length, 3), *u, &what);
        near(u_alpha(&any_code(&spans), *length, 1), *binary, &what);
        let one_each = characters(&spans, *length, 3, |code| code as u32);
        near(alpha(&one_each, Level::Nominal, None), *nominal, &what);
        for (code, expected) in by_code.iter().enumerate() {
            let yes_no = characters(&spans, *length, 3, |own| u32::from(own == code));
            near(over_pairs(&yes_no, cohen).0, *expected, &what);
        }
    }
    let c = spans(&[
        &[(75, 145, 0), (220, 250, 0)],
        &[(70, 150, 0), (205, 225, 0), (250, 270, 0)],
    ]);
    near(u_alpha(&c, 300, 1), 0.5163, "code c alone");
}

#[test]
fn the_older_coefficient_is_another() {
    let c = disagreement(
        &[
            vec![(225.0, 70.0), (370.0, 30.0)],
            vec![(220.0, 80.0), (355.0, 20.0), (400.0, 20.0)],
        ],
        150.0,
        300.0,
    );
    let k = disagreement(
        &[
            vec![(180.0, 60.0), (300.0, 50.0)],
            vec![(180.0, 60.0), (300.0, 50.0)],
        ],
        150.0,
        300.0,
    );
    near(Ok(c.0), 0.0144, "observed");
    near(Ok(c.1), 0.0532, "expected");
    near(Ok(1.0 - c.0 / c.1), 0.7286, "c");
    near(Ok(1.0 - k.0 / k.1), 1.0, "k");
    // the published figure goes on from four decimals
    let four = |x: f64| (x * 1e4).round() / 1e4;
    let both = (four(c.0) + four(k.0)) / (four(c.1) + four(k.1));
    near(Ok(1.0 - both), 0.8591, "both");
    near(Ok(1.0 - (c.0 + k.0) / (c.1 + k.1)), 0.8587, "both, exactly");
    let one = disagreement(
        &[vec![(1.0, 8.0)], vec![(2.0, 1.0), (4.0, 1.0), (6.0, 1.0)]],
        0.0,
        10.0,
    );
    near(Ok(one.0), 0.91, "observed");
    near(Ok(one.1), 0.5352, "expected, .53518");
    near(Ok(1.0 - one.0 / one.1), -0.7003, "one unit against three");
}

#[test]
fn where_there_is_no_value_there_is_a_reason() {
    let (same, numbers) = coders(&["1 1 1", "1 1 1"]);
    for value in [
        over_pairs(&same, cohen).0,
        over_pairs(&same, scott).0,
        over_pairs(&same, brennan_prediger).0,
        gwet(&same),
        fleiss(&same),
        alpha(&same, Level::Nominal, None),
        alpha(&same, Level::Ratio, Some(&numbers)),
    ] {
        assert_eq!(value, Err(Undefined::OneCategory));
    }
    let (apart, _) = coders(&["1 2 . .", ". . 1 2"]);
    for value in [
        over_pairs(&apart, cohen).0,
        over_pairs(&apart, holsti).0,
        gwet(&apart),
        alpha(&apart, Level::Nominal, None),
    ] {
        assert_eq!(value, Err(Undefined::NoCommonUnit));
    }
    assert_eq!(fleiss(&apart), Err(Undefined::NoCompleteUnit));
    let (alone, numbers) = coders(&["1 2 1"]);
    for value in [
        over_pairs(&alone, cohen).0,
        gwet(&alone),
        fleiss(&alone),
        alpha(&alone, Level::Interval, Some(&numbers)),
    ] {
        assert_eq!(value, Err(Undefined::FewCoders));
    }
    let (words, _) = coders(&["a b", "b b"]);
    assert_eq!(
        alpha(&words, Level::Ordinal, None),
        Err(Undefined::NotNumbers)
    );
    assert_eq!(
        alpha(&words, Level::Ratio, Some(&[-1.0, 2.0])),
        Err(Undefined::Negative)
    );
    assert_eq!(
        u_alpha(&spans(&[&[], &[]]), 10, 1),
        Err(Undefined::OneCategory)
    );
    assert_eq!(u_alpha(&spans(&[&[]]), 10, 1), Err(Undefined::FewCoders));
    assert_eq!(
        u_alpha(&spans(&[&[], &[]]), 0, 1),
        Err(Undefined::NoCommonUnit)
    );
    assert_eq!(
        rk(
            Matched {
                both: 3,
                first: 0,
                second: 0
            },
            1
        ),
        Err(Undefined::OneCode)
    );
}
