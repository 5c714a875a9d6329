//! The guide in the call: the question in hand, its answer, the cards.

acts! {
    /// The guide in the call: the question in hand, its answer, the cards.
    CallAct in Call {
        QuestionNext "question.next" [Live] Count 20 [Study Guide];
        QuestionPrevious "question.previous" [Live] Count 0 [Study Guide];
        QuestionJump "question.jump" [Live] Text 70 [Study Guide];
        Answer "note.answer" [Live] Text 60 [Study Writable Guide];
        AnswerState "answer.state" [Live] Text 0 [Study Writable Guide];
        Pause "call.pause" [Live] None 0 [Study Writable Call];
        Open "call.open" [Live] None 0 [Study Session];
        Anchor "call.anchor" [Live] Text 0 [Study Writable Session];
        Cards "cards.shuffle" [Live] None 0 [Study Writable Scenarios];
    }
}
