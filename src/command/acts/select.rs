//! Choosing the passage that a code will be put on.

acts! {
    /// Choosing the passage that a code will be put on.
    SelectAct in Select {
        Word "select.word" [Transcript] Count 0 [Document Words Passage];
        Sentence "select.sentence" [Transcript] Count 30 [Document Words Passage];
        Clause "select.clause" [Transcript] Count 0 [Document Words Passage];
        Question "select.question" [Transcript] Count 0 [Document Words Passage];
        Turn "select.turn" [Transcript] Count 35 [Document Words Passage];
        Extend "select.extend" [Transcript] Text 40 [Document Words Passage];
        Label "select.label" [Transcript] None 0 [Document Words];
        Letter "label.type" [Labels] Text 0 [];
        Clear "select.clear" [Transcript] None 0 [Selection];
        StartLeft "passage.start_left" [Transcript] Count 0 [Document Words Passage];
        StartRight "passage.start_right" [Transcript] Count 0 [Document Words Passage];
        EndLeft "passage.end_left" [Transcript] Count 0 [Document Words Passage];
        EndRight "passage.end_right" [Transcript] Count 0 [Document Words Passage];
        StartLeftLetter "passage.start_left_letter" [Transcript] Count 0 [Document Words Passage];
        StartRightLetter "passage.start_right_letter" [Transcript] Count 0 [Document Words Passage];
        EndLeftLetter "passage.end_left_letter" [Transcript] Count 0 [Document Words Passage];
        EndRightLetter "passage.end_right_letter" [Transcript] Count 0 [Document Words Passage];
    }
}
