//! Bringing files in.

acts! {
    /// Bringing files in: choosing one, looking at what was read, keeping it.
    FileAct in File {
        Import "file.import" [Normal] Text 92 [Study Writable];
        ImportReference "file.import_reference" [Normal] Text 0 [Study Writable];
        Parent "file.parent" [FilePicker] None 20 [];
        Hidden "file.hidden" [FilePicker] None 0 [];
        Keep "preview.keep" [Preview] None 10 [Study Writable Importable];
        Session "preview.session" [Preview] Text 20 [Importable];
        Interviewer "preview.interviewer" [Preview] None 30 [Importable];
        Confirm "preview.confirm" [Preview] None 55 [Importable];
        Encoding "preview.encoding" [Preview] Text 50 [];
        Format "preview.format" [Preview] Text 40 [];
        Unread "preview.unread" [Preview] None 60 [];
    }
}
