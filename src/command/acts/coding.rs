//! Putting codes on passages, and saying how strong and for or against what.

acts! {
    /// Putting codes on passages, and saying how strong and for or against what.
    CodingAct in Coding {
        Slot "code.slot" [Transcript Live] Digit 10 [Study Writable Passage Codes];
        Pick "code.pick" [Transcript Live] Text 20 [Study Writable Passage];
        Repeat "code.repeat" [Transcript] None 45 [Study Writable Passage LastCode];
        First "suggestion.first" [Transcript] None 46 [Study Writable Passage Suggestion];
        Second "suggestion.second" [Transcript] None 0 [Study Writable Passage Suggestion];
        Third "suggestion.third" [Transcript] None 0 [Study Writable Passage Suggestion];
        Suggest "suggestion.toggle" [Transcript] None 0 [Study Writable];
        New "code.new" [Transcript Picker] Text 0 [Study Writable];
        Show "code.show" [Transcript Evidence Table Passages] Text 0 [Study Codes];
        Supports "coding.polarity_supports" [Transcript Passages] None 50 [Study Writable Scenarios CodingHere];
        Contradicts "coding.polarity_contradicts" [Transcript Passages] None 51 [Study Writable Scenarios CodingHere];
        Mixed "coding.polarity_mixed" [Transcript Passages] None 52 [Study Writable Scenarios CodingHere];
        Neutral "coding.polarity_neutral" [Transcript Passages] None 53 [Study Writable Scenarios CodingHere];
        PolarityClear "coding.polarity_clear" [Transcript Passages] None 0 [Study Writable Scenarios CodingHere];
        Strength "coding.strength" [Transcript Passages] Digit 55 [Study Writable CodingHere];
        StrengthClear "coding.strength_clear" [Transcript Passages] None 0 [Study Writable CodingHere];
        Memo "coding.memo" [Transcript Passages] Text 0 [Study Writable CodingHere];
        Star "coding.star" [Transcript Passages] None 0 [Study Writable CodingHere];
        Better "coding.better" [Passages] None 0 [Study Writable CodingHere];
        Worse "coding.worse" [Passages] None 0 [Study Writable CodingHere];
        Remove "coding.remove" [Transcript Passages] None 60 [Study Writable CodingHere];
        MoveEnds "coding.move_ends" [Transcript] None 0 [Study Writable CodingHere Selection];
        Propose "coding.propose" [Transcript Live] None 0 [Study Writable Note];
        Choose "coding.choose" [Transcript] None 0 [CodingsHere];
        Next "coding.next" [Transcript] Count 0 [Document];
        Previous "coding.previous" [Transcript] Count 0 [Document];
        NextSame "coding.next_same" [Transcript] Count 0 [Document];
        PreviousSame "coding.previous_same" [Transcript] Count 0 [Document];
        ScenarioNext "scenario.next" [Transcript Evidence Passages Live] None 65 [Study Scenarios];
        ScenarioPrevious "scenario.previous" [Transcript Evidence Passages Live] None 0 [Study Scenarios];
        ScenarioChoose "scenario.choose" [Transcript Evidence Passages Live] Text 0 [Study Scenarios];
    }
}
