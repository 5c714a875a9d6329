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
        SentenceNext "sentence.next" [Transcript] Count 0 [Document];
        SentencePrevious "sentence.previous" [Transcript] Count 0 [Document];
        TurnNext "turn.next" [Transcript Preview] Count 0 [];
        TurnPrevious "turn.previous" [Transcript Preview] Count 0 [];
        TurnNextUncoded "turn.next_uncoded" [Transcript] Count 0 [Document];
        TurnPreviousUncoded "turn.previous_uncoded" [Transcript] Count 0 [Document];
    }
}
