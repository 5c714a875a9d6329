//! Any bytes end with changes or with problems, never with a panic.

use super::Kind;
use super::desk_test::Desk;

/// A small generator, so that a failure can be found again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

const FILES: [(Kind, &str); 9] = [
    (
        Kind::Study,
        "schema = 1\nname = \"é\"\nlanguages = [\"fr\"]\n[rules]\ncommon_share = 0.5\n[[attribute]]\nkey = \"size\"\nvalues = [{key = \"a\", universe = 3}]\n[[scenario]]\nkey = \"S1\"\n[[target]]\nwhere = {size = \"a\"}\nn = 1\n",
    ),
    (
        Kind::Guide,
        "schema = 1\n[[section]]\nkey = \"a\"\nminutes = 3\n[[section.question]]\nkey = \"q\"\nkind = \"count\"\n",
    ),
    (
        Kind::Codebook,
        "key,parent,label_fr,colour,slot\nA,,é,red,1\nB,A,\"x\ny\",#00ff00,2\n",
    ),
    (
        Kind::Participants,
        "interview;participant;speaker;role;organisation;consent;size\nE01;;José;rh;O1;given;a\nE02;P;;;;withdrawn;a\n",
    ),
    (
        Kind::Sessions,
        "interview,state,started_at,zone,minutes,debrief_x\nE01,done,2026-03-12T09:00:00Z,Europe/Paris,50,é\n",
    ),
    (
        Kind::Notes,
        "interview,text,note_id,kind,t_ms,flags,codes\nE01,\"é\nè\",n1,figure,12,verify,A;B\nE01,x,,,,,\n",
    ),
    (
        Kind::Answers,
        "interview,question,state,value,scenario,part,t_ms\nE01,q,answered,~12,S1,a.b,3\n",
    ),
    (
        Kind::Codings,
        "doc,char_start,char_end,start,end,quote,code,coder,scenario,polarity,strength,note_id\nE01.txt,0,5,,,,A,ar,S1,+,3,\nE01.txt,,,5,9,,A,ar,S1,−,3,\nE01.txt,,,,,très,B,,,,,\n",
    ),
    (
        Kind::Excerpts,
        "coding_id,code,code_label,interview,document,version,char_start,char_end,counted,origin\nc1,A,,E01,E01,1,0,5,superseded,hand\nc2,A,,E01,E01,1,0,5,yes,settled\n",
    ),
];

#[test]
fn mutated_files_are_read_or_refused() {
    let mut desk = Desk::default();
    for (kind, text) in &FILES[..2] {
        desk.keep(*kind, text);
    }
    desk.keep(FILES[2].0, FILES[2].1);
    desk.transcript(
        "E01",
        &["Ça va, José ?", "Oui, très bien."],
        "INT: Ça va, José ?\n\nP1: Oui, très bien.\n",
    );
    let mut dice = Dice(0x5eed);
    for (kind, text) in FILES {
        for _ in 0..500 {
            let mut bytes = text.as_bytes().to_vec();
            for _ in 0..=dice.roll(8) {
                let at = dice.roll(bytes.len());
                match dice.roll(4) {
                    0 => drop(bytes.remove(at)),
                    1 => bytes.insert(at, b",;\"\n-9="[dice.roll(7)]),
                    2 => bytes.truncate(bytes.len() - dice.roll(5)),
                    _ => bytes[at] = dice.roll(256) as u8,
                }
                if bytes.is_empty() {
                    break;
                }
            }
            let text = String::from_utf8_lossy(&bytes);
            let _ = Kind::detect(&text);
            let (changes, report) = desk.read(kind, &text);
            if report.problems.is_empty() {
                // what is read without a problem has an effect without a conflict
                let before = desk.study.clone();
                desk.apply(changes);
                desk.study = before;
            }
        }
    }
}
