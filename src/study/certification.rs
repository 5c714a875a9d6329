//! Certifications of a register: the study's own, and those it is compared with.

use super::fold::Study;
use super::id::{CertificationId, CodeId};
use crate::text::fold::fold;
use jiff::civil::Date;

record! {
    /// A certification as it was found in a register on some day.
    Certification, CertificationField {
        /// Its code in the register.
        key / Key: String,
        /// Its title.
        title / Title: String,
        /// Who certifies.
        certifier / Certifier: String,
        /// Its level, as the register has it.
        level / Level: String,
        /// First day of its registration.
        registered_on / RegisteredOn: Option<Date>,
        /// Last day of its registration.
        expires_on / ExpiresOn: Option<Date>,
        /// Day on which it was looked up.
        seen_on / SeenOn: Option<Date>,
        /// Whether it is the one under study.
        own / Own: bool,
        /// What else is to be known.
        note / Note: String,
        /// Place among the certifications.
        position / Position: i64,
    } maps {
        /// Competences it covers, as codes.
        covers / Covers: CodeId => bool,
        /// Codes whose passages mention it.
        codes / Code: CodeId => bool,
        /// Other names by which people call it.
        names / Name: String => bool,
    }
}

/// Where the registration of a certification stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registration {
    /// It is registered.
    InForce,
    /// It was.
    Expired,
    /// It will be.
    NotYet,
    /// Its days, or that on which it was looked up, are not known.
    Unknown,
}

impl Registration {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::InForce, Self::Expired, Self::NotYet, Self::Unknown];

    /// The word in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Expired => "expired",
            Self::NotYet => "not-yet",
            Self::Unknown => "unknown",
        }
    }
}

impl Certification {
    /// Where its registration stands on a day; without one, on the day it was looked up.
    pub fn registration(&self, on: Option<Date>) -> Registration {
        let Some(day) = on.or(self.seen_on) else {
            return Registration::Unknown;
        };
        match (self.registered_on, self.expires_on) {
            (Some(first), _) if day < first => Registration::NotYet,
            (_, Some(last)) if day > last => Registration::Expired,
            (None, None) => Registration::Unknown,
            _ => Registration::InForce,
        }
    }

    /// Whether somebody who says these words means it: its code, its title or another of its names, whatever their case,
    /// accents and spaces.
    pub fn is_called(&self, words: &str) -> bool {
        let said = fold(words.trim());
        let names = self.names.keys().map(String::as_str);
        !said.is_empty()
            && [self.key.as_str(), self.title.as_str()]
                .into_iter()
                .chain(names)
                .any(|name| fold(name.trim()) == said)
    }
}

impl Study {
    /// Certifications in the study's order.
    pub fn certifications(&self) -> Vec<(&CertificationId, &Certification)> {
        let mut list: Vec<_> = self.records.certifications.iter().collect();
        list.sort_by(|a, b| (a.1.position, &a.1.key, a.0).cmp(&(b.1.position, &b.1.key, b.0)));
        list
    }

    /// A certification by its code in the register.
    pub fn certification_by_key(&self, key: &str) -> Option<(&CertificationId, &Certification)> {
        self.certifications()
            .into_iter()
            .find(|(_, one)| one.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_registration_stands_on_a_day() {
        let day = |text: &str| text.parse::<Date>().ok();
        let certification = Certification {
            registered_on: day("2019-03-01"),
            expires_on: day("2022-06-30"),
            ..Certification::default()
        };
        for (on, wanted) in [
            ("2019-02-28", Registration::NotYet),
            ("2019-03-01", Registration::InForce),
            ("2022-06-30", Registration::InForce),
            ("2022-07-01", Registration::Expired),
        ] {
            assert_eq!(certification.registration(day(on)), wanted, "{on}");
        }
        assert_eq!(certification.registration(None), Registration::Unknown);
        let seen = Certification {
            seen_on: day("2021-01-01"),
            ..certification
        };
        assert_eq!(seen.registration(None), Registration::InForce);
        let undated = Certification::default();
        assert_eq!(
            undated.registration(day("2021-01-01")),
            Registration::Unknown
        );
    }

    #[test]
    fn people_call_it_as_they_like() {
        let mut one = Certification {
            key: "RNCP28724".into(),
            title: "Assistant·e de formation".into(),
            ..Certification::default()
        };
        one.names.insert("CQP assistant".into(), true);
        assert!(
            one.is_called("rncp28724")
                && one.is_called(" cqp  ASSISTANT ".replace("  ", " ").as_str())
        );
        assert!(!one.is_called("") && !one.is_called("assistant"));
    }
}
