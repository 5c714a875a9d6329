//! `check`: whether a study is as it was written.

use super::cx::Cx;
use super::failure::{Done, Failure};
use crate::message;
use crate::store::Store;

/// Lists what is off; exit 1 where anything is that was not put right.
pub fn check(cx: &Cx, repair: bool) -> Done {
    let (_, folder) = cx.study()?;
    let findings = Store::check(&folder, repair)?;
    for finding in &findings {
        cx.say(&finding.message)?;
    }
    if findings.iter().any(|finding| !finding.repaired) {
        return Err(Failure::Quiet(1));
    }
    if findings.is_empty() {
        cx.say(&message!("cli-check-good"))?;
    }
    Ok(())
}
