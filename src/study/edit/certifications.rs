//! Acts on the register of certifications.

use super::error::{EditError, clean_key};
use crate::message;
use crate::study::certification::Certification;
use crate::study::change::Change;
use crate::study::fold::Study;
use crate::study::id::{CertificationId, Mint};

/// A certification more, behind those there are; its code is free and its days are in order.
pub fn add_certification(
    study: &Study,
    mint: &mut dyn Mint,
    wanted: Certification,
) -> Result<Vec<Change>, EditError> {
    let last = study.certifications().last().map(|(_, one)| one.position);
    let wanted = Certification {
        position: last.map_or(0, |at| at + 1),
        ..fit(study, None, wanted)?
    };
    Ok(vec![(CertificationId::mint(mint), wanted).into()])
}

/// A certification as it is to become.
pub fn edit_certification(
    study: &Study,
    id: &CertificationId,
    wanted: Certification,
) -> Result<Vec<Change>, EditError> {
    let before = study.records.certifications.get(id);
    let before = before.ok_or_else(|| EditError::Gone(id.to_string()))?;
    let wanted = fit(study, Some(id), wanted)?;
    let fields = before.diff(&wanted).into_iter();
    Ok(fields.map(|field| (id.clone(), field).into()).collect())
}

fn fit(
    study: &Study,
    own: Option<&CertificationId>,
    wanted: Certification,
) -> Result<Certification, EditError> {
    let key = clean_key(&wanted.key)?;
    if study
        .certification_by_key(&key)
        .is_some_and(|(id, _)| Some(id) != own)
    {
        return Err(EditError::KeyTaken(key));
    }
    if let (Some(first), Some(last)) = (wanted.registered_on, wanted.expires_on)
        && last < first
    {
        return Err(EditError::BadValue {
            what: "expires".to_owned(),
            value: last.to_string(),
            expected: message!("import-expected-later", than = first.to_string()),
        });
    }
    Ok(Certification { key, ..wanted })
}
