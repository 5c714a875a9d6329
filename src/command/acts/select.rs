//! Choosing the passage that a code will be put on.

acts! {
    /// Choosing the passage that a code will be put on.
    SelectAct in Select {
        Word "select.word" [Transcript] None 0 [Document Passage];
        Sentence "select.sentence" [Transcript] None 30 [Document Passage];
        Turn "select.turn" [Transcript] None 35 [Document Passage];
        Extend "select.extend" [Transcript] Text 40 [Document Passage];
        Clear "select.clear" [Transcript] None 0 [Selection];
        StartLeft "passage.start_left" [Transcript] Count 0 [Document Passage];
        StartRight "passage.start_right" [Transcript] Count 0 [Document Passage];
        EndLeft "passage.end_left" [Transcript] Count 0 [Document Passage];
        EndRight "passage.end_right" [Transcript] Count 0 [Document Passage];
        StartLeftLetter "passage.start_left_letter" [Transcript] Count 0 [Document Passage];
        StartRightLetter "passage.start_right_letter" [Transcript] Count 0 [Document Passage];
        EndLeftLetter "passage.end_left_letter" [Transcript] Count 0 [Document Passage];
        EndRightLetter "passage.end_right_letter" [Transcript] Count 0 [Document Passage];
    }
}
