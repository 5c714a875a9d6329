//! Opening, making and leaving a study.

acts! {
    /// Opening, making and leaving a study.
    StudyAct in Study {
        Open "study.open" [Normal] Text 30 [];
        New "study.new" [Normal] Text 20 [];
        Sample "study.sample" [Normal] None 15 [];
        ImportFolder "study.import_folder" [Normal] Text 40 [];
        Export "export.run" [Normal] Text 0 [Study];
        Check "study.check" [Normal] None 0 [Study];
    }
}
