//! Findings, and what people write into tables.

acts! {
    /// Findings, and what people write into tables.
    FindingAct in Finding {
        Add "finding.add" [Normal] Text 0 [Study Writable];
        Edit "table.edit" [Table] Text 34 [Study Writable Item];
        Keep "finding.keep" [Table] None 0 [Study Writable Item];
        Remove "finding.remove" [Table] None 0 [Study Writable Item];
        Cite "finding.cite" [Transcript Passages] Text 0 [Study Writable CodingHere];
    }
}
