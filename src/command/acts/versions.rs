//! Versions of a text, and the codings that a new one leaves open.

acts! {
    /// Versions of a text, and the codings that a new one leaves open.
    VersionsAct in Versions {
        Accept "versions.accept" [Versions] None 20 [Study Writable Item];
        Keep "versions.keep" [Versions] None 30 [Study Writable Item];
        Choose "versions.choose" [Versions] None 40 [Study Writable Item];
        Remove "versions.remove" [Versions] None 50 [Study Writable Item];
        AcceptAlike "versions.accept_alike" [Versions] None 60 [Study Writable Item];
        Place "versions.place" [Transcript] None 0 [Study Writable Selection];
        Open "versions.open" [Transcript] Text 0 [Study Document];
        Split "versions.split" [Transcript] Text 0 [Study Writable Document];
        Join "versions.join" [Transcript] None 0 [Study Writable Document];
        Rename "versions.rename" [Transcript] Text 0 [Study Writable Document];
    }
}
