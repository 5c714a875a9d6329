//! Interviews on the board, and the people in them.

acts! {
    /// Interviews on the board, and the people in them.
    SessionAct in Session {
        New "session.new" [Board Start] Text 20 [Study Writable];
        Edit "session.edit" [Board Live Transcript] None 35 [Study Writable Session];
        Delete "session.delete" [Board] None 0 [Study Writable Session];
        State "session.state" [Board Live] Text 50 [Study Writable Session];
        StartCall "session.start_call" [Board] None 25 [Study Writable Session];
        EndCall "session.end_call" [Live] None 0 [Study Writable Call];
        Transcript "session.transcript" [Board Live Evidence Passages] None 30 [Study Session];
        Consent "session.consent" [Board Live Transcript] Text 60 [Study Writable Session];
        Play "recording.play" [Live Transcript Passages] None 0 [Study];
        Debrief "session.debrief" [Board Live] None 90 [Study Writable Session];
        ParticipantAdd "participant.add" [Board] Text 0 [Study Writable Session];
        ParticipantEdit "participant.edit" [Board] Text 55 [Study Writable Session];
        ParticipantRemove "participant.remove" [Board] Text 0 [Study Writable Session];
        Organisation "organisation.edit" [Board] Text 0 [Study Writable Session];
        IdentityShow "identity.show" [Board Live] None 65 [Study Session];
        IdentityEdit "identity.edit" [Board Live] None 0 [Study Writable Session];
    }
}
