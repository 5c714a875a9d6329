//! Sets of sources.

use super::codings::Coded;
use super::guid::Guids;
use super::sources::Sources;
use super::xml::Xml;
use uuid::Uuid;

/// Sources by what they speak of: a scenario, or no interview.
pub(super) fn sets(xml: &mut Xml, sources: &Sources, coded: &Coded, guids: &mut Guids) {
    let references: Vec<usize> = (0..sources.0.len())
        .filter(|at| {
            sources
                .0
                .get(*at)
                .is_some_and(|one| one.interview.is_empty())
        })
        .collect();
    let scenarios = coded.scenarios.iter().map(|(key, list)| (*key, list));
    let mut all: Vec<(String, &Vec<usize>, Uuid)> = scenarios
        .map(|(key, list)| (key.to_owned(), list, guids.of("scenario", key)))
        .collect();
    if !references.is_empty() {
        all.push((
            "references".to_owned(),
            &references,
            guids.of("set", "references"),
        ));
    }
    if all.is_empty() {
        return;
    }
    xml.start("Sets");
    for (name, list, guid) in all {
        xml.start("Set")
            .attribute("guid", guid)
            .attribute("name", name);
        for source in list.iter().filter_map(|at| sources.0.get(*at)) {
            xml.reference("MemberSource", source.guid);
        }
        xml.end();
    }
    xml.end();
}
