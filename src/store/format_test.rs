//! A study as version 1 of the format writes it: it must open, and say the same, for ever. Never change the strings.

use super::store_test::{Place, keys, rename};
use super::*;
use crate::study::document::Texts;
use crate::study::id::{
    CodeId, CodingId, IdentityId, NoteId, ParticipantId, ScenarioId, SessionId, VersionId,
};
use crate::study::word::Polarity;
use crate::study::{Reason, Study};

const FILES: &[(&str, &str)] = &[
    (
        "journal/fbd548d2211e5308.jsonl",
        r#"{"header":{"v":1,"n":1,"replica":"fbd548d2211e5308","stamp":"01a211ce4bc5-0000-fbd548d2211e5308","wall":"2026-11-25T08:24:22.213989076Z","author":"am","previous":"","parts":[{"subject":null,"hash":"df79373de072c0d04e0c22187c8684f7a428e8eb6555f864c6503e0f98457417"}]},"parts":[{"salt":"77a932ea52abc703cc04960c3ad9cd9d","label":{"key":"test-settings"},"changes":[[0,{"set":{"settings":["study",{"name":"Étude d'opportunité"}]}}],[1,{"add":{"scenario":["s1",{"key":"S1","labels":{"fr":"Renouveler"}}]}}],[2,{"add":{"code":["c1",{"key":"B1","slot":1}]}}],[3,{"add":{"code":["c2",{"key":"B2","parent":"c1"}]}}]]}],"hash":"f00937b00e6e58dd7d513d18b33295cfb6bc867240ec45e306166656343ff954"}
{"header":{"v":1,"n":2,"replica":"fbd548d2211e5308","stamp":"01a211ce4bc6-0000-fbd548d2211e5308","wall":"2026-11-25T08:24:22.214308525Z","author":"am","previous":"f00937b00e6e58dd7d513d18b33295cfb6bc867240ec45e306166656343ff954","parts":[{"subject":"21fb3a31-bbc8-4269-abe2-b1eeefedd8df","hash":"01f935e87aaea6d4b76135c59f71bb8541ea412b1101362d549c733e2b35f256"},{"subject":"614e7f32-be4c-4255-a6c5-70fd57baa97a","hash":"c04f161705e14465d6de6e7fec044e2f63508e8f7451f60d059508b0e727b5bc"}]},"parts":[{"salt":"9806d8ae913ddf943b60ebb0307c989c","label":{"key":"test-session","args":{"key":"E01"}},"changes":[[0,{"add":{"session":["session-1",{"subject":"21fb3a31-bbc8-4269-abe2-b1eeefedd8df","key":"E01","started_at":"2026-03-04T09:00:00Z","zone":"Europe/Paris"}]}}],[2,{"add":{"note":["note-1",{"session":"session-1","t_ms":65000,"text":"note of E01"}]}}]]},{"salt":"5f06b63825ebdf9e40074ce0e2d7f01a","changes":[[1,{"add":{"participant":["participant-1",{"subject":"614e7f32-be4c-4255-a6c5-70fd57baa97a","session":"session-1","role":"rh"}]}}]]}],"hash":"16b5e6c017b86da03159c69cc85852abd3bf9d85df91afcd01ccc0f453b1c824"}
{"header":{"v":1,"n":3,"replica":"fbd548d2211e5308","stamp":"01a211ce4bc6-0001-fbd548d2211e5308","wall":"2026-11-25T08:24:22.214490386Z","author":"am","previous":"16b5e6c017b86da03159c69cc85852abd3bf9d85df91afcd01ccc0f453b1c824","parts":[{"subject":"cd732c92-ceea-4e27-a2fa-79d886f06078","hash":"5651529d84ed11765a3eaf2d1fd0c529518adafabdca14d15fa12608364e1c93"},{"subject":"87400e4d-8b2a-4be3-8b0d-f4e181e3a5b7","hash":"4ee2269c4e00f00753e35f0c3d8d2cd106fcf3311590d673c655a2020f8660d9"}]},"parts":[null,null],"hash":"717a4c29fc536f111d1e5f278a24d02d882e3cce0a1b3ca38d2a0cd3f1d77ae0"}
{"header":{"v":1,"n":4,"replica":"fbd548d2211e5308","stamp":"01a211ce4bc6-0002-fbd548d2211e5308","wall":"2026-11-25T08:24:22.214873274Z","author":"am","previous":"717a4c29fc536f111d1e5f278a24d02d882e3cce0a1b3ca38d2a0cd3f1d77ae0","parts":[{"subject":"21fb3a31-bbc8-4269-abe2-b1eeefedd8df","hash":"3b289ffc60985629d0179eabc9e9f04330eb6bd505a69f5b0684e2fd76c21979"}]},"parts":[{"salt":"8ccc0066fc53c38ddc6293881c1e6c05","label":{"key":"test-import"},"changes":[[0,{"add":{"document":["document-1",{"session":"session-1","key":"E01"}]}}],[1,{"add":{"version":["version-1",{"document":"document-1","number":1,"text":"136dc388f6826ad3a753a5dfccf41800480783785ea80ace39d35f9c70deced9","salt":"3db43d97537946c16fbba24dbefe3f32","original":"8d7f313d3a88f88b00fac6bee1084395057094c8afd9ae15a3971bc2d2d2246e","original_name":"E01.txt","format":"text","encoding":"utf-8","turns":1,"words":4,"chars":23}]}}],[2,{"add":{"coding":["coding-1",{"passage":{"text":{"version":"version-1","start":5,"end":12,"chars":7,"check":"924e42a562feec2d"}},"code":"c2","coder":"am","strength":3,"polarities":{"s1":"contradicts"}}]}}]]}],"hash":"43d4b8ffdc18788a6a10a32f9ad5b591d7792741ed6a2a4455484cb9d278e442"}
{"header":{"v":1,"n":5,"replica":"fbd548d2211e5308","stamp":"01a211ce4bc7-0000-fbd548d2211e5308","wall":"2026-11-25T08:24:22.215054615Z","author":"am","previous":"43d4b8ffdc18788a6a10a32f9ad5b591d7792741ed6a2a4455484cb9d278e442","parts":[{"subject":null,"hash":"cfd86587aebc887356e4c78562682f5f33f644bd358de256f340fc3313f658b3"}]},"parts":[{"salt":"405c0ceda7c962c0f8b9988f539272cc","label":{"key":"test-merge"},"changes":[[0,{"set":{"code":["c2",{"alias":"c1"}]}}]]}],"hash":"54056933561cfd1d081f00b47a91ee79f414b4a3132354e70d4f753932528055"}
{"header":{"v":1,"n":6,"replica":"fbd548d2211e5308","stamp":"01a211ce4bc7-0001-fbd548d2211e5308","wall":"2026-11-25T08:24:22.215124546Z","author":"am","previous":"54056933561cfd1d081f00b47a91ee79f414b4a3132354e70d4f753932528055","parts":[{"subject":null,"hash":"330a17b58eda60a51b75acb6d6bd48827c1a6ded6ea3aa2ec994c8cc929001b5"}]},"parts":[{"salt":"b0173241170ca7ca34d3e98740cfd5b2","changes":[[0,{"undo":"01a211ce4bc7-0000-fbd548d2211e5308"}]]}],"hash":"90b62173af23f82292f37ff5d7c14c0306d2da358b913950553b977e492935d1"}
{"header":{"v":1,"n":7,"replica":"fbd548d2211e5308","stamp":"01a211ce4bc7-0002-fbd548d2211e5308","wall":"2026-11-25T08:24:22.215190319Z","author":"am","previous":"90b62173af23f82292f37ff5d7c14c0306d2da358b913950553b977e492935d1","parts":[{"subject":null,"hash":"348d2cf051869e390371c0fb2c9b988cc529996341a1e13218079d29708ae765"}]},"parts":[{"salt":"727e1be5288b71b6a1507a96431e7862","label":{"key":"test-later"},"changes":[[0,{"glow":{"bright":[1,2]}}]]}],"hash":"21cecd4339832bad2ed5b68ae2ecdc242acef06af9ddf2a5c14869c4348741fe"}
{"header":{"v":1,"n":8,"replica":"fbd548d2211e5308","stamp":"01a211ce4bf9-0000-fbd548d2211e5308","wall":"2026-11-25T08:24:22.265678187Z","author":"am","previous":"21cecd4339832bad2ed5b68ae2ecdc242acef06af9ddf2a5c14869c4348741fe","parts":[{"subject":null,"hash":"2b2fbf663d48b6a77927eb54aef1fdad392363a87048ca645504d94d92efbd4e"}]},"parts":[{"salt":"f80d3d81e05a1289c008b98c288eb96f","label":{"key":"store-label-erase"},"changes":[[0,{"erase":["87400e4d-8b2a-4be3-8b0d-f4e181e3a5b7","cd732c92-ceea-4e27-a2fa-79d886f06078"]}]]}],"hash":"00a414e6a78882199f0ddeab9981ff2425c2726213857a4171f0299b9fca6e7d"}
"#,
    ),
    (
        "journal/fbd548d2211e5308.identity.jsonl",
        r#"{"header":{"v":1,"n":1,"replica":"fbd548d2211e5308","stamp":"01a211ce4bc7-0003-fbd548d2211e5308","wall":"2026-11-25T08:24:22.215244661Z","author":"am","previous":"","parts":[{"subject":"614e7f32-be4c-4255-a6c5-70fd57baa97a","hash":"ce4a3999840746e6749f4abf59dfd4edb1870404c5d7de135ef36596ce7c3127"}]},"parts":[{"salt":"f298cc41c539ff4ba11171b146d8d130","label":{"key":"test-identity"},"changes":[[0,{"set":{"identity":["participant-1",{"name":"Anne"}]}}]]}],"hash":"2632b80f049cb8e6a4e1206d3aad506ccf94fe4096d2b30801cf85204fb52771"}
"#,
    ),
    (
        "texts/136dc388f6826ad3a753a5dfccf41800480783785ea80ace39d35f9c70deced9",
        r#"{"format":"entretien-text","v":1,"importer":"text 1","turns":[{"speaker":"Ana","start_ms":1000,"end_ms":2500,"text":"Nous formons à l'étage.","anchors":[[5,1500]]}]}
"#,
    ),
    (
        "originals/8d7f313d3a88f88b00fac6bee1084395057094c8afd9ae15a3971bc2d2d2246e",
        r"Ana: Nous formons à l'étage.
",
    ),
];

fn written(place: &Place) {
    for (name, text) in FILES {
        let path = place.folder().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

fn says_what_it_said(study: &Study) {
    assert_eq!(study.settings().name, "Étude d'opportunité");
    let records = &study.records;
    assert_eq!(records.sessions.len(), 1);
    let session = &records.sessions[&SessionId::new("session-1")];
    assert_eq!((&*session.key, &*session.zone), ("E01", "Europe/Paris"));
    assert_eq!(
        records.participants[&ParticipantId::new("participant-1")].role,
        "rh"
    );
    assert_eq!(records.notes[&NoteId::new("note-1")].t_ms, Some(65_000));
    assert_eq!(records.codes[&CodeId::new("c2")].alias, None);
    let coding = &records.codings[&CodingId::new("coding-1")];
    assert_eq!(coding.strength, Some(3));
    assert_eq!(
        coding.polarities[&ScenarioId::new("s1")],
        Polarity::Contradicts
    );
    assert_eq!(study.erased.len(), 2);
    let reasons: Vec<Reason> = study.conflicts.iter().map(|c| c.reason).collect();
    assert_eq!(reasons, [Reason::FromLaterVersion]);
}

#[test]
fn a_study_of_format_1_opens() {
    let place = Place::new();
    written(&place);
    let mut reader = place.read();
    assert_eq!(reader.notices(), vec![]);
    says_what_it_said(reader.study());
    assert!(reader.study().records.identities.is_empty());
    assert_eq!(
        reader.head().hash,
        "bcec3ac8f6885d88d7a2235638b68530ac33de00186f1e9e5983439fe4e3c0de"
    );
    let text = reader.texts().text(&VersionId::new("version-1")).unwrap();
    assert_eq!(text.text(), "Nous formons à l'étage.");
    assert_eq!(text.turns()[0].anchors, [(5, 1500)]);
    let labels: Vec<Option<String>> = reader
        .log()
        .unwrap()
        .into_iter()
        .map(|entry| entry.label.map(|label| label.key.into_owned()))
        .collect();
    let words = |word: &str| Some(word.to_owned());
    assert_eq!(
        labels,
        [
            words("test-settings"),
            words("test-session"),
            None,
            words("test-import"),
            words("test-merge"),
            words("test-merge"),
            words("test-later"),
            words("store-label-erase"),
        ]
    );
    drop(reader);

    let mut store = place.open();
    assert_eq!(keys(&store.notices()), ["store-state-missing"]);
    says_what_it_said(store.study());
    let identity = &store.study().records.identities[&IdentityId::new("participant-1")];
    assert_eq!(identity.name, "Anne");
    rename(&mut store, "et la suite");
    drop(store);
    assert_eq!(Store::check(&place.folder(), false).unwrap(), vec![]);
}
