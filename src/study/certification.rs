//! Certifications of a register: the study's own, and those it is compared with.

use super::fold::Study;
use super::id::{CertificationId, CodeId};
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
        registered_at / RegisteredAt: Option<Date>,
        /// Day on which its registration ends.
        expires_at / ExpiresAt: Option<Date>,
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

impl Study {
    /// Certifications in the study's order.
    pub fn certifications(&self) -> Vec<(&CertificationId, &Certification)> {
        let mut list: Vec<_> = self.records.certifications.iter().collect();
        list.sort_by(|a, b| (a.1.position, &a.1.key, a.0).cmp(&(b.1.position, &b.1.key, b.0)));
        list
    }
}
