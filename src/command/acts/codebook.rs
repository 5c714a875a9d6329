//! The tree of codes.

acts! {
    /// The tree of codes.
    CodebookAct in Codebook {
        Add "codebook.add" [Codebook] Text 20 [Study Writable];
        AddChild "codebook.add_child" [Codebook] Text 25 [Study Writable Code];
        Edit "codebook.edit" [Codebook] None 30 [Study Writable Code];
        Rename "codebook.rename" [Codebook] Text 35 [Study Writable Code];
        Label "codebook.label" [Codebook] Text 0 [Study Writable Code];
        Definition "codebook.definition" [Codebook] Text 0 [Study Writable Code];
        Include "codebook.include" [Codebook] Text 0 [Study Writable Code];
        Exclude "codebook.exclude" [Codebook] Text 0 [Study Writable Code];
        Example "codebook.example" [Codebook] Text 0 [Study Writable Code];
        Colour "codebook.colour" [Codebook] Text 0 [Study Writable Code];
        Slot "codebook.slot" [Codebook] Digit 40 [Study Writable Code];
        SlotClear "codebook.slot_clear" [Codebook] None 0 [Study Writable Code];
        Move "codebook.move" [Codebook] Text 45 [Study Writable Code];
        MoveUp "codebook.move_up" [Codebook] Count 0 [Study Writable Code];
        MoveDown "codebook.move_down" [Codebook] Count 0 [Study Writable Code];
        Merge "codebook.merge" [Codebook] Text 50 [Study Writable Code];
        Delete "codebook.delete" [Codebook] None 55 [Study Writable Code];
        Fold "codebook.fold" [Codebook] None 0 [Code];
        FoldAll "codebook.fold_all" [Codebook] None 0 [Codes];
        Passages "codebook.passages" [Codebook] None 15 [Code];
    }
}
