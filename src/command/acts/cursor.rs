//! Moving.

acts! {
    /// Moving through what is shown; a number typed before says how far, with `first` and `last` to which line.
    CursorAct in Cursor {
        Up "cursor.up" [Normal List] Count 0 [];
        Down "cursor.down" [Normal List] Count 0 [];
        Left "cursor.left" [Normal List] Count 0 [];
        Right "cursor.right" [Normal List] Count 0 [];
        First "cursor.first" [Normal List] Count 0 [];
        Last "cursor.last" [Normal List] Count 0 [];
        PageUp "cursor.page_up" [Normal List] Count 0 [];
        PageDown "cursor.page_down" [Normal List] Count 0 [];
        HalfUp "cursor.half_up" [Normal List] Count 0 [];
        HalfDown "cursor.half_down" [Normal List] Count 0 [];
        ClauseNext "clause.next" [Transcript] Count 0 [Document Words];
        ClausePrevious "clause.previous" [Transcript] Count 0 [Document Words];
        SentenceNext "sentence.next" [Transcript] Count 0 [Document];
        SentencePrevious "sentence.previous" [Transcript] Count 0 [Document];
        TurnNext "turn.next" [Transcript Preview] Count 0 [];
        TurnPrevious "turn.previous" [Transcript Preview] Count 0 [];
        TurnNextVoice "turn.next_voice" [Transcript] Count 0 [Document Words];
        TurnPreviousVoice "turn.previous_voice" [Transcript] Count 0 [Document Words];
        TurnNextAsked "turn.next_asked" [Transcript] Count 0 [Document Words];
        TurnPreviousAsked "turn.previous_asked" [Transcript] Count 0 [Document Words];
        TurnNextUncoded "turn.next_uncoded" [Transcript] Count 0 [Document];
        TurnPreviousUncoded "turn.previous_uncoded" [Transcript] Count 0 [Document];
    }
}
