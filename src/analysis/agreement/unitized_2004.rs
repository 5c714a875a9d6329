//! The older αU (Krippendorff 2004), of whole numbers of places: kept for its published numbers, which tell it apart from
//! the uα that is shown. One category at a time.

/// A unit: start and length.
pub type Unit = (f64, f64);

/// Observed and expected disagreement of one category; each coder's units ascend.
pub fn disagreement(coders: &[Vec<Unit>], begin: f64, length: f64) -> (f64, f64) {
    let m = coders.len() as f64;
    let all: Vec<Vec<(Unit, bool)>> = coders
        .iter()
        .map(|own| sections(own, begin, length))
        .collect();
    let mut observed = 0.0;
    for (i, own) in all.iter().enumerate() {
        for (j, other) in all.iter().enumerate() {
            if i == j {
                continue;
            }
            for &((b, l), valued) in own {
                for &((c, k), other_valued) in other {
                    observed += match (valued, other_valued) {
                        (true, true) if -l < b - c && b - c < k => {
                            (b - c).powi(2) + (b + l - c - k).powi(2)
                        }
                        (true, false) if b >= c && b + l <= c + k => l * l,
                        (false, true) if c >= b && c + k <= b + l => k * k,
                        _ => 0.0,
                    };
                }
            }
        }
    }
    let observed = observed / (m * (m - 1.0) * length * length);
    let units = || {
        all.iter()
            .flatten()
            .filter(|(_, valued)| *valued)
            .map(|(unit, _)| unit.1)
    };
    let gaps = || {
        all.iter()
            .flatten()
            .filter(|(_, valued)| !valued)
            .map(|(unit, _)| unit.1)
    };
    let n = units().count() as f64;
    let mut sum = 0.0;
    for l in units() {
        let fits: f64 = gaps()
            .filter(|gap| *gap >= l)
            .map(|gap| gap - l + 1.0)
            .sum();
        sum += (n - 1.0) / 3.0 * (2.0 * l.powi(3) - 3.0 * l * l + l) + l * l * fits;
    }
    let room = m * length * (m * length - 1.0) - units().map(|l| l * (l - 1.0)).sum::<f64>();
    (observed, 2.0 / length * sum / room)
}

fn sections(units: &[Unit], begin: f64, length: f64) -> Vec<(Unit, bool)> {
    let mut out = Vec::new();
    let mut at = begin;
    for &(start, long) in units {
        if start > at {
            out.push(((at, start - at), false));
        }
        out.push(((start, long), true));
        at = start + long;
    }
    if at < begin + length {
        out.push(((at, begin + length - at), false));
    }
    out
}
