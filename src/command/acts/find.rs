//! Searching in the whole study.

acts! {
    /// Searching in the whole study.
    FindAct in Find {
        Open "place.search" [Normal Text] Text 0 [Study];
        Words "find.words" [Find] Text 10 [Study];
        Regex "find.regex" [Find] None 30 [Study];
        Exact "find.exact" [Find] None 35 [Study];
        Whole "find.whole" [Find] None 25 [Study];
        Voice "find.voice" [Find] None 20 [Study];
        Where "find.where" [Find] Text 22 [Study];
        Code "find.code" [Find] Text 24 [Study];
        Save "saved.save" [Find Table] Text 45 [Study Writable];
        Saved "saved.open" [Normal] Text 0 [Study];
        Remove "saved.remove" [Normal] Text 0 [Study Writable];
        Quotes "quotes.check" [Normal] Text 0 [Study];
        Clear "find.clear" [Find] None 40 [Study];
    }
}
