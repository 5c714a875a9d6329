//! Memos, and the journal of the analysis.

acts! {
    /// Memos, and the journal of the analysis.
    MemoAct in Memo {
        Add "memo.add" [Memos] Text 20 [Study Writable];
        Here "memo.here" [Board References Transcript Codebook Passages Settings Guide Table] Text 0 [Study Writable];
        Edit "memo.edit" [Memos] Text 30 [Study Writable Item];
        Remove "memo.remove" [Memos] None 40 [Study Writable Item];
    }
}
