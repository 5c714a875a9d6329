//! Who spoke: pseudonyms first; who they really are is a record of its own.

use super::id::{AttributeId, OrganisationId, SessionId, SubjectId};
use super::settings::AttributeData;
use super::word::Consent;

record! {
    /// An organisation, by its pseudonym.
    Organisation, OrganisationField {
        /// Whom its parts of the journal are about.
        subject / Subject: SubjectId,
        /// Pseudonym.
        key / Key: String,
    } maps {
        /// Attributes of organisations.
        attributes / Attribute: AttributeId => AttributeData,
    }
}

record! {
    /// Somebody who speaks in one interview, by a pseudonym.
    Participant, ParticipantField {
        /// Whom its parts of the journal are about.
        subject / Subject: SubjectId,
        /// The interview.
        session / Session: SessionId,
        /// Pseudonym; empty means the interview's own key.
        key / Key: String,
        /// Name in the transcript, when it is another one.
        speaker / Speaker: String,
        /// Role; `interviewer` marks a speaker whose words are not counted.
        role / Role: String,
        /// The organisation spoken for.
        organisation / Organisation: Option<OrganisationId>,
        /// What is allowed.
        consent / Consent: Consent,
        /// Place among the participants of the study.
        position / Position: i64,
    } maps {
        /// Attributes of participants.
        attributes / Attribute: AttributeId => AttributeData,
    }
}

/// The role of those whose words are not counted.
pub const INTERVIEWER: &str = "interviewer";

record! {
    /// Who a participant or an organisation really is. Never read by tables or exports.
    Identity, IdentityField {
        /// Real name.
        name / Name: String,
        /// Telephone number.
        telephone / Telephone: String,
        /// Mail address.
        mail / Mail: String,
    } maps {}
}
