//! The work of several coders.

acts! {
    /// The work of several coders.
    CodersAct in Coders {
        One "coders.one" [Coders] None 20 [Study Writable Item];
        Other "coders.other" [Coders] None 25 [Study Writable Item];
        Both "coders.both" [Coders] None 30 [Study Writable Item];
        Neither "coders.neither" [Coders] None 35 [Study Writable Item];
        Pair "coders.pair" [Coders] None 40 [Study];
        Beside "coders.beside" [Coders Transcript] None 0 [Study];
        Next "coders.next" [Transcript Coders] Count 0 [Study];
        Previous "coders.previous" [Transcript Coders] Count 0 [Study];
        Blind "coders.blind" [Normal] None 0 [Study Writable];
        Join "coders.join" [Normal] Text 0 [Study Writable];
    }
}
