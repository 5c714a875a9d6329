//! Shares of small numbers: never a bare percentage, always how many of how many and how sure that is.

use crate::i18n::Words;
use crate::message;

/// Under so many, a share is said by its two numbers and not by a percentage.
pub const FEW: usize = 30;
/// Two-sided 95 % of the normal law.
const Z: f64 = 1.959_963_984_540_054;

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub k: usize,
    /// Of how many.
    pub n: usize,
}

impl Share {
    /// Wilson's 95 % interval, in whole percents; `None` of nothing.
    pub fn interval(self) -> Option<(i64, i64)> {
        if self.n == 0 {
            return None;
        }
        let (n, share) = (self.n as f64, self.k.min(self.n) as f64 / self.n as f64);
        let under = 1.0 + Z * Z / n;
        let middle = (share + Z * Z / (2.0 * n)) / under;
        let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt() / under;
        let percent = |share: f64| (share.clamp(0.0, 1.0) * 100.0).round() as i64;
        Some((percent(middle - half), percent(middle + half)))
    }

    /// `9 sur 13 [42 ; 87]`; from thirty on `69 % [61 ; 76] (90 sur 130)`. Bounds are percents.
    pub fn say(self, words: Words) -> String {
        let Some((low, high)) = self.interval() else {
            return words.say(&message!("analysis-share-none"));
        };
        let percent = (self.k as f64 / self.n as f64 * 100.0).round() as i64;
        words.say(&message!(
            if self.n < FEW {
                "analysis-share-few"
            } else {
                "analysis-share"
            },
            k = self.k,
            n = self.n,
            percent = percent,
            low = low,
            high = high
        ))
    }

    /// As files write it: `9/13`.
    pub fn text(self) -> String {
        format!("{}/{}", self.k, self.n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn intervals_are_those_of_wilson() {
        for (k, n, low, high) in [
            (9, 13, 42, 87),
            (3, 8, 14, 69),
            (11, 21, 32, 72),
            (7, 13, 29, 77),
            (5, 5, 57, 100),
            (0, 8, 0, 32),
            (10, 10, 72, 100),
        ] {
            assert_eq!(Share { k, n }.interval(), Some((low, high)), "{k}/{n}");
        }
        assert_eq!(Share { k: 0, n: 0 }.interval(), None);
    }

    #[test]
    fn few_are_said_by_their_numbers() {
        let say = |k, n, lang| Share { k, n }.say(Words::new(lang));
        assert_eq!(say(9, 13, Lang::Fr), "9 sur 13 [42\u{202f}; 87]");
        assert_eq!(say(9, 13, Lang::En), "9 of 13 [42; 87]");
        assert!(!say(29, 29, Lang::Fr).contains('%'));
        assert_eq!(say(20, 30, Lang::En), "67% [49; 81] (20 of 30)");
        assert!(!say(0, 0, Lang::Fr).contains('0'));
    }
}
