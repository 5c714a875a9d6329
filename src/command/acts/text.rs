//! Typing and correcting text, wherever it is typed.

acts! {
    /// Typing and correcting text, wherever it is typed.
    TextAct in Text {
        Type "text.type" [Text] Text 0 [];
        Newline "text.newline" [Text] None 15 [Lines];
        Left "text.left" [Text] Count 0 [];
        Right "text.right" [Text] Count 0 [];
        WordLeft "text.word_left" [Text] Count 0 [];
        WordRight "text.word_right" [Text] Count 0 [];
        Start "text.start" [Text] None 0 [];
        End "text.end" [Text] None 0 [];
        DeleteBack "text.delete_back" [Text] Count 0 [];
        DeleteForward "text.delete_forward" [Text] Count 0 [];
        DeleteWord "text.delete_word" [Text] Count 0 [];
        DeleteToStart "text.delete_to_start" [Text] None 0 [];
        DeleteToEnd "text.delete_to_end" [Text] None 0 [];
    }
}
