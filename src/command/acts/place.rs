//! Going to a place.

acts! {
    /// Going to a place.
    PlaceAct in Place {
        Start "place.start" [Normal Text] None 0 [];
        Sessions "place.sessions" [Normal Text] None 0 [Study];
        Live "place.live" [Normal Text] None 0 [Study Session];
        Transcript "place.transcript" [Normal Text] None 0 [Study Sessions];
        Stopped "place.stopped" [Normal] None 0 [Study];
        Codes "place.codes" [Normal Text] None 0 [Study];
        Evidence "place.evidence" [Normal Text] None 0 [Study Scenarios];
        Quotas "place.quotas" [Normal Text] None 0 [Study];
        References "place.references" [Normal Text] None 0 [Study];
        Memos "place.memos" [Normal Text] None 0 [Study];
        Versions "place.versions" [Normal Text] None 0 [Study];
        Coders "place.coders" [Normal Text] None 0 [Study];
        Guide "place.guide" [Normal Text] None 0 [Study];
        Settings "place.settings" [Normal Text] None 0 [Study];
        Log "place.log" [Normal Text] None 0 [Study];
        Messages "place.messages" [Normal Text] None 0 [];
    }
}
