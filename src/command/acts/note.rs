//! Notes, during the call and after it.

acts! {
    /// Notes, during the call and after it.
    NoteAct in Note {
        Type "note.type" [Live] Text 0 [];
        Keep "note.keep" [Live] None 10 [Study Writable Draft];
        QuestionNext "question.next" [Live] Count 20 [Study Guide];
        QuestionPrevious "question.previous" [Live] Count 0 [Study Guide];
        Code "note.code" [Live] Text 30 [Study Writable];
        Kind "note.kind" [Live Transcript] Text 40 [Study Writable];
        Flag "note.flag" [Live Transcript] Text 50 [Study Writable];
        Answer "note.answer" [Live] Text 60 [Study Writable Guide];
        Question "note.question" [Live Transcript] Text 0 [Study Writable Guide];
        Edit "note.edit" [Live Transcript] None 0 [Study Writable Note];
        Delete "note.delete" [Live Transcript] None 0 [Study Writable Note];
        Add "note.add" [Transcript Board] Text 0 [Study Writable Session];
    }
}
