//! An interview names its recording.

use crate::home::Home;

#[test]
fn the_recording_is_named_exported_to_its_owner_alone_and_read_back() {
    let home = Home::with_study("etude");
    home.write("E1.txt", "Ana: Bonjour.\n");
    home.ok(&["import", "E1.txt"]);
    home.ok(&[
        "session",
        "set",
        "E1",
        "--recording",
        "~/sons/E1 du 3 mars.mp3",
    ]);
    home.ok(&["export", "--out", "one"]);
    home.ok(&["export", "--out", "shared", "--shared"]);
    let read = |folder: &str| {
        std::fs::read_to_string(home.path().join(folder).join("sessions.csv")).unwrap()
    };
    assert!(read("one").contains("~/sons/E1 du 3 mars.mp3"));
    assert!(!read("shared").contains("mp3"));
    home.ok(&["new", "again", "--from", "one"]);
    home.ok(&["export", "--out", "two"]);
    assert_eq!(read("one"), read("two"));
}
