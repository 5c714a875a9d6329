//! Who spoke: pseudonyms first; who they really are is a record of its own.

use super::id::{AttributeId, OrganisationId, SessionId, SubjectId};
use super::settings::AttributeData;
use super::word::{Consent, YesNo};
use jiff::Timestamp;

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
        /// When it was last said.
        consent_at / ConsentAt: Option<Timestamp>,
        /// Who wrote it down.
        consent_by / ConsentBy: String,
        /// Version of the form or of the words that were read.
        consent_form / ConsentForm: String,
        /// Whether the call may be recorded.
        recording / Recording: YesNo,
        /// Whether one may come back to them.
        contact / Contact: YesNo,
        /// Whether they were asked at the end if something should stay out.
        closing / Closing: YesNo,
        /// When they withdrew.
        withdrawn_at / WithdrawnAt: Option<Timestamp>,
        /// Place among the participants of the study.
        position / Position: i64,
    } maps {
        /// What they were told, by key of the guide's items.
        informed / Informed: String => bool,
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
