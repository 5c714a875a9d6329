//! Leaving out what somebody asks to leave out, and taking it in again.

acts! {
    /// Leaving out what somebody asks to leave out, and taking it in again.
    ExcludeAct in Exclude {
        Passage "passage.exclude" [Transcript Live] None 0 [Study Writable Session Passage];
        Minutes "minutes.exclude" [Live] Count 0 [Study Writable Session];
    }
}
