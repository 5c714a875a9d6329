//! Milestones: the study as it was known.

acts! {
    /// Milestones: the study as it was known.
    MilestoneAct in Milestone {
        Add "milestone.add" [Normal] Text 0 [Study Writable];
        Diff "milestone.diff" [Normal] Text 0 [Study];
        View "milestone.view" [Normal] Text 0 [Study];
    }
}
