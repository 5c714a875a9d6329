//! The evidence table and the passages behind its figures.

acts! {
    /// The evidence table and the passages behind its figures.
    EvidenceAct in Evidence {
        Passages "evidence.passages" [Evidence] None 10 [Study Item];
        By "evidence.by" [Evidence] Text 30 [Study];
        Coder "evidence.coder" [Evidence] Text 0 [Study];
        Gaps "evidence.gaps" [Evidence] None 45 [Study];
        Rule "evidence.rule" [Evidence] None 50 [Study];
        Export "evidence.export" [Evidence] Text 40 [Study];
        Copy "evidence.copy" [Evidence] None 35 [Study Item];
        Place "passage.open" [Passages Evidence Log] None 10 [Study Item];
    }
}
