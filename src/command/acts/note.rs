//! Notes, during the call and after it.

acts! {
    /// Notes, during the call and after it.
    NoteAct in Note {
        Type "note.type" [Live] Text 0 [];
        Keep "note.keep" [Live] None 10 [Study Writable Draft];
        Lines "note.lines" [Live] None 0 [Study Writable];
        Code "note.code" [Live] Text 30 [Study Writable];
        Kind "note.kind" [Live Transcript] Text 40 [Study Writable];
        Flag "note.flag" [Live Transcript] Text 50 [Study Writable];
        Time "note.time" [Live] Text 0 [Study Writable];
        Question "note.question" [Live Transcript] Text 0 [Study Writable Guide];
        Edit "note.edit" [Live Transcript] None 70 [Study Writable Note];
        Delete "note.delete" [Live Transcript] None 0 [Study Writable Note];
        Beside "notes.beside" [Transcript] None 0 [Study Session];
        Add "note.add" [Transcript Board] Text 0 [Study Writable Session];
    }
}
