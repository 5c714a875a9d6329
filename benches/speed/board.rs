//! What was measured: a row as it comes, and at the end every bar with whether it was met.

use std::time::Duration;

/// The bars so far.
#[derive(Default)]
pub struct Board {
    bars: Vec<(String, f64, f64, &'static str)>,
}

impl Board {
    /// A figure that must not exceed a limit, in some unit.
    pub fn bar(&mut self, what: &str, measured: f64, limit: f64, unit: &'static str) {
        self.bars.push((what.to_owned(), measured, limit, unit));
    }

    /// Prints all bars; how many were missed.
    pub fn print(&self) -> usize {
        println!("\n{:<46}{:>12}  {:>12}", "bars", "measured", "at most");
        let missed = |measured: &f64, limit: &f64| measured > limit;
        for (what, measured, limit, unit) in &self.bars {
            let said = if missed(measured, limit) {
                format!("missed by {:.0} %", (measured / limit - 1.0) * 100.0)
            } else {
                "met".to_owned()
            };
            println!("{what:<46}{measured:>9.2} {unit:<2}  {limit:>9.2} {unit:<2}  {said}");
        }
        let all = self.bars.iter();
        all.filter(|(_, measured, limit, _)| missed(measured, limit))
            .count()
    }
}

/// Prints a row: a time, and what it is measured against.
pub fn row(what: &str, measured: Duration, against: Option<(&str, Duration)>) {
    match against {
        None => println!("{what:<46}{:>9.2} ms", ms(measured)),
        Some((name, other)) => {
            let ratio = measured.as_secs_f64() / other.as_secs_f64().max(1e-9);
            println!(
                "{what:<46}{:>9.2} ms  {:>9.2} ms  {ratio:>6.1}×  {name}",
                ms(measured),
                ms(other)
            );
        }
    }
}

/// Milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The one in the middle.
pub fn median<T: Copy + PartialOrd>(mut list: Vec<T>) -> T {
    list.sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
    list[list.len() / 2]
}
