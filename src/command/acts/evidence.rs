//! The evidence table and the passages behind its figures.

acts! {
    /// The evidence table and the passages behind its figures.
    EvidenceAct in Evidence {
        Passages "evidence.passages" [Evidence Table] None 10 [Study Item];
        By "evidence.by" [Evidence Table] Text 30 [Study];
        Coder "evidence.coder" [Evidence Table Passages] Text 0 [Study];
        Gaps "evidence.gaps" [Evidence Table] None 45 [Study];
        Rule "evidence.rule" [Evidence Table Passages] None 50 [Study];
        Export "evidence.export" [Evidence Table] Text 40 [Study];
        Copy "evidence.copy" [Evidence Table] None 35 [Study Item];
        Picture "table.picture" [Evidence Table] None 33 [Study];
        Sort "table.sort" [Table] Text 31 [Study];
        Scenario "table.scenario" [Table] Text 0 [Study Scenarios];
        Unit "table.unit" [Table] Text 0 [Study];
        Presence "table.presence" [Table] None 0 [Study];
        Place "passage.open" [Passages Evidence Log] None 10 [Study Item];
        Table "table.open" [Normal] Text 0 [Study];
        Query "query.open" [Normal Text] Text 0 [Study Codes];
    }
}
