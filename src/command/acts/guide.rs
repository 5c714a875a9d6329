//! The interview guide: sections, questions, consent, debrief.

acts! {
    /// The interview guide: sections, questions, consent, debrief.
    GuideAct in Guide {
        Add "guide.add" [Guide] Text 20 [Study Writable];
        AddSection "guide.add_section" [Guide] Text 22 [Study Writable];
        AddDebrief "guide.add_debrief" [Guide] Text 23 [Study Writable];
        Edit "guide.edit" [Guide] None 25 [Study Writable Item];
        MoveUp "guide.move_up" [Guide] Count 40 [Study Writable Item];
        MoveDown "guide.move_down" [Guide] Count 41 [Study Writable Item];
        Remove "guide.remove" [Guide] None 45 [Study Writable Item];
    }
}
