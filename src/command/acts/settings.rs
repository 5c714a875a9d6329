//! The settings of the study: scenarios, attributes and their values, universes, targets, rules.

acts! {
    /// The settings of the study: scenarios, attributes and their values, universes, targets, rules.
    SettingsAct in Settings {
        Add "settings.add" [Settings] Text 20 [Study Writable];
        Edit "settings.edit" [Settings] None 25 [Study Writable Item];
        Rename "settings.rename" [Settings] Text 30 [Study Writable Item];
        MoveUp "settings.move_up" [Settings] Count 40 [Study Writable Item];
        MoveDown "settings.move_down" [Settings] Count 41 [Study Writable Item];
        Remove "settings.remove" [Settings] None 45 [Study Writable Item];
    }
}
