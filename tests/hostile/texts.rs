//! Plain text, captions, JSON of recognisers, our own turns.

use crate::Case;
use crate::Must::{Read, Refuse};
use crate::make::{half, noise, numbered};

pub fn cases() -> Vec<Case> {
    let mut all = plain();
    all.extend(timed());
    all
}

fn plain() -> Vec<Case> {
    vec![
        ("nothing", "a.txt", Vec::new, Refuse(&["empty"])),
        (
            "a byte order mark alone",
            "a.txt",
            || b"\xef\xbb\xbf".to_vec(),
            Refuse(&["a.txt"]),
        ),
        (
            "nothing but white space",
            "a.txt",
            || b" \n\t\r\n".repeat(50_000),
            Refuse(&["empty"]),
        ),
        ("NULs", "a.txt", || vec![0; 100_000], Refuse(&["a.txt"])),
        ("noise", "a.txt", || noise(200_000), Refuse(&["a.txt"])),
        (
            "noise that says it is UTF-16",
            "a.txt",
            || [b"\xff\xfe".as_slice(), &noise(200_000)].concat(),
            Refuse(&["a.txt"]),
        ),
        (
            "NUL in words",
            "a.txt",
            || b"Ana: ou\0i\nBo: non\nAna: si\n".to_vec(),
            Read(&["text, "]),
        ),
        (
            "broken UTF-8",
            "a.txt",
            || {
                "Zoé: là\nBo: né\nZoé: été\n"
                    .as_bytes()
                    .iter()
                    .copied()
                    .chain(*b"\xc3(\xff\n")
                    .collect()
            },
            Read(&["text, "]),
        ),
        (
            "UTF-16 cut in a character",
            "a.txt",
            || b"\xff\xfeA\0n\0a\0:\0 \0o\0\x3d\xd8".to_vec(),
            Read(&["text, "]),
        ),
        (
            "one line of 800,000 letters",
            "a.txt",
            || "a b ".repeat(200_000).into_bytes(),
            Read(&["400,000 words"]),
        ),
        (
            "one letter and 100,000 marks",
            "a.txt",
            || format!("e{}", "\u{301}".repeat(100_000)).into_bytes(),
            Read(&["1 word,"]),
        ),
        (
            "ends of line of old machines",
            "a.txt",
            || "Ana: oui\rBo: non\r".repeat(3).into_bytes(),
            Read(&["6 turns"]),
        ),
        (
            "300,000 lines",
            "a.txt",
            || "a\n".repeat(300_000).into_bytes(),
            Refuse(&["200,000"]),
        ),
        (
            "sixteen million empty lines",
            "a.txt",
            || format!("Ana: a\n{}Ana: b\n", "\n".repeat(16 << 20)).into_bytes(),
            Refuse(&["200,000"]),
        ),
        (
            "names without end",
            "a.txt",
            || numbered(0..8_000, |n| format!("N{n}: a\n")).into_bytes(),
            Read(&["text, "]),
        ),
        (
            "lines of colons",
            "a.txt",
            || "a:b:c: d\n".repeat(15_000).into_bytes(),
            Read(&["text, "]),
        ),
        (
            "lines of brackets",
            "a.txt",
            || format!("{}\n", "(".repeat(60)).repeat(2_000).into_bytes(),
            Read(&["text, "]),
        ),
        (
            "marks that turn the line round",
            "a.txt",
            || {
                "Ana: \u{202e}iuo\u{2066}\nBo: non\nAna: si\n"
                    .as_bytes()
                    .to_vec()
            },
            Read(&["text, "]),
        ),
        (
            "a picture called a text",
            "a.txt",
            || b"\x89PNG\r\n\x1a\n0000".to_vec(),
            Refuse(&["picture"]),
        ),
        (
            "a program called a text",
            "a.txt",
            || [b"\x7fELF".as_slice(), &noise(5_000)].concat(),
            Refuse(&["program"]),
        ),
        (
            "a packed archive called a text",
            "a.txt",
            || [b"\x1f\x8b\x08".as_slice(), &noise(5_000)].concat(),
            Refuse(&["packed"]),
        ),
    ]
}

fn timed() -> Vec<Case> {
    vec![
        (
            "cues of brackets",
            "a.vtt",
            || {
                format!(
                    "WEBVTT\n\n00:01.000 --> 00:02.000\n{}",
                    "<v ".repeat(20_000)
                )
                .into_bytes()
            },
            Read(&["vtt, "]),
        ),
        (
            "cues of entities",
            "a.vtt",
            || format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{}", "&".repeat(60_000)).into_bytes(),
            Read(&["vtt, "]),
        ),
        (
            "arrows alone",
            "a.vtt",
            || format!("WEBVTT\n\n{}", "00:01.000 --> 00:02.000\n".repeat(5_000)).into_bytes(),
            Read(&["0 words, 5,000 turns"]),
        ),
        (
            "times that jump",
            "a.vtt",
            || {
                format!(
                    "WEBVTT\n\n{}",
                    numbered(0..20_000, |n| format!(
                        "00:{:02}.000 --> 00:59.000\na\n\n",
                        (n * 37) % 60
                    ))
                )
                .into_bytes()
            },
            Read(&["vtt, 20,000 words"]),
        ),
        (
            "times that are none",
            "a.vtt",
            || {
                b"WEBVTT\n\n99:99:99.999 --> 1\na\n\n00:00.000 --> 00:01.000\nb\n\n-1 --> 99999999999999999999:00.000\nc\n".to_vec()
            },
            Read(&["passages could not be read"]),
        ),
        (
            "400,000 cues",
            "a.vtt",
            || {
                format!(
                    "WEBVTT\n\n{}",
                    "00:00.000 --> 00:01.000\na\n\n".repeat(400_000)
                )
                .into_bytes()
            },
            Refuse(&["200,000"]),
        ),
        (
            "captions numbered beyond numbers",
            "a.srt",
            || b"99999999999999999999999\n00:00:01,000 --> 00:00:02,000\nAna: oui\n\n".repeat(3),
            Read(&["srt, "]),
        ),
        (
            "300,000 captions",
            "a.srt",
            || b"1\n00:00:01,000 --> 00:00:02,000\na\n\n".repeat(300_000),
            Refuse(&["200,000"]),
        ),
        (
            "half a caption",
            "a.srt",
            || b"1\n00:00:01,000 --> 00:00:02,000\noui\n\n2\n00:00:03,000 -->".to_vec(),
            Read(&["srt, 1 word"]),
        ),
        (
            "a million turns of Otter",
            "a.txt",
            || b"Ana  0:03\na\n\n".repeat(1 << 20),
            Refuse(&["200,000"]),
        ),
        (
            "segments that are none",
            "a.json",
            || br#"{"segments":[1,2],"text":"a","start":0}"#.to_vec(),
            Refuse(&["a.json"]),
        ),
        (
            "four million empty segments",
            "a.json",
            || {
                format!(
                    "{{\"text\":\"a\",\"start\":0,\"segments\":[{{}}{}]}}",
                    ",{}".repeat(4_000_000)
                )
                .into_bytes()
            },
            Refuse(&["200,000"]),
        ),
        (
            "segments out of time",
            "a.json",
            || {
                br#"{"text":"","segments":[{"start":1e300,"end":2,"text":"a"},{"start":-1,"end":2,"text":"b"},{"start":0,"end":1,"text":"c"}]}"#.to_vec()
            },
            Read(&["whisper-json, ", "passages could not be read"]),
        ),
        (
            "a number beyond numbers",
            "a.json",
            || br#"{"text":"","segments":[{"start":1e999,"end":2,"text":"a"}]}"#.to_vec(),
            Refuse(&["a.json"]),
        ),
        (
            "lists 100,000 deep",
            "a.json",
            || {
                format!(
                    "{{\"format\":\"entretien-turns\",\"turns\":{}",
                    "[".repeat(100_000)
                )
                .into_bytes()
            },
            Refuse(&["a.json"]),
        ),
        (
            "a number of turns",
            "a.json",
            || br#"{"format":"entretien-turns","turns":1e99}"#.to_vec(),
            Refuse(&["a.json"]),
        ),
        (
            "anchors beyond the words",
            "a.json",
            || {
                br#"{"format":"entretien-turns","turns":[{"speaker":"Ana","text":"oui","anchors":[[4294967295,9223372036854775807],[0,-9223372036854775808]]}]}"#.to_vec()
            },
            Read(&["entretien-turns, 1 word"]),
        ),
        (
            "half of our own turns",
            "a.json",
            || {
                half(br#"{"format":"entretien-turns","turns":[{"speaker":"Ana","text":"oui"},{"speaker":"Bo","text":"non"}]}"#)
            },
            Refuse(&["a.json"]),
        ),
    ]
}
