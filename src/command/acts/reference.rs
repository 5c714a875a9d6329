//! Reference texts.

acts! {
    /// Reference texts.
    ReferenceAct in Reference {
        Rename "reference.rename" [References] Text 30 [Study Writable Item];
        Delete "reference.delete" [References] None 40 [Study Writable Item];
    }
}
