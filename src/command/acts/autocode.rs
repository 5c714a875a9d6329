//! A code put on many passages by a rule, and what a person says of them.

acts! {
    /// A code put on many passages by a rule, and what a person says of them.
    AutocodeAct in Autocode {
        Gather "autocode.gather" [Normal] Text 15 [Study Writable Codes];
        Review "autocode.review" [Normal] None 0 [Study];
        Accept "autocode.accept" [Review] None 10 [Study Writable Item];
        Reject "autocode.reject" [Review] None 11 [Study Writable Item];
        AcceptAll "autocode.accept_all" [Review] None 12 [Study Writable Item];
        RejectAll "autocode.reject_all" [Review] None 13 [Study Writable Item];
    }
}
