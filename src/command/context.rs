//! Where a person is: the place, or what lies over it.

/// Where keys go. A keymap has one table of keys for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere but where text is typed.
    Normal,
    /// Whatever is moved through line by line.
    List,
    /// Wherever text is typed.
    Text,
    /// The start page.
    Start,
    /// The board of interviews.
    Board,
    /// The board of the sample.
    Quotas,
    /// The reference texts.
    References,
    /// The journal of the analysis, and every memo.
    Memos,
    /// Codings that a new version leaves open.
    Versions,
    /// What two coders disagree on.
    Coders,
    /// The call; typing goes into the line.
    Live,
    /// A transcript or a reference text.
    Transcript,
    /// The notes beside the turns of a transcript.
    Notes,
    /// The codebook.
    Codebook,
    /// The evidence table.
    Evidence,
    /// Another table than the evidence.
    Table,
    /// The passages behind a figure.
    Passages,
    /// Codings that wait for review.
    Review,
    /// Words looked for in the whole study.
    Find,
    /// The interview guide.
    Guide,
    /// The settings of the study.
    Settings,
    /// A list to choose from by typing: codes, scenarios, attributes.
    Picker,
    /// The list of all commands.
    Palette,
    /// The keys of a place.
    Help,
    /// Letters before the sentences on the screen.
    Labels,
    /// The line that searches here.
    Search,
    /// Fields to fill.
    Form,
    /// Choosing a file.
    FilePicker,
    /// A file as it was read, before it is kept.
    Preview,
    /// The messages so far.
    Messages,
    /// The log of transactions.
    Log,
    /// A question with a few answers.
    Confirm,
}

use Context as C;

impl Context {
    /// All of them.
    pub const ALL: [Context; 32] = [
        C::Normal,
        C::List,
        C::Text,
        C::Start,
        C::Board,
        C::Quotas,
        C::References,
        C::Memos,
        C::Versions,
        C::Coders,
        C::Live,
        C::Transcript,
        C::Notes,
        C::Codebook,
        C::Evidence,
        C::Table,
        C::Passages,
        C::Review,
        C::Find,
        C::Guide,
        C::Settings,
        C::Picker,
        C::Palette,
        C::Help,
        C::Labels,
        C::Search,
        C::Form,
        C::FilePicker,
        C::Preview,
        C::Messages,
        C::Log,
        C::Confirm,
    ];

    /// The name in keymap files, `[keys.NAME]`.
    pub fn name(self) -> &'static str {
        match self {
            C::Normal => "normal",
            C::List => "list",
            C::Text => "text",
            C::Start => "start",
            C::Board => "board",
            C::Quotas => "quotas",
            C::References => "references",
            C::Memos => "memos",
            C::Versions => "versions",
            C::Coders => "coders",
            C::Live => "live",
            C::Transcript => "transcript",
            C::Notes => "notes",
            C::Codebook => "codebook",
            C::Evidence => "evidence",
            C::Table => "table",
            C::Passages => "passages",
            C::Review => "review",
            C::Find => "find",
            C::Guide => "guide",
            C::Settings => "settings",
            C::Picker => "picker",
            C::Palette => "palette",
            C::Help => "help",
            C::Labels => "labels",
            C::Search => "search",
            C::Form => "form",
            C::FilePicker => "file_picker",
            C::Preview => "preview",
            C::Messages => "messages",
            C::Log => "log",
            C::Confirm => "confirm",
        }
    }

    /// The context of that name.
    pub fn parse(name: &str) -> Option<Context> {
        Context::ALL
            .into_iter()
            .find(|context| context.name() == name)
    }

    /// Key of the message that names this context.
    pub fn label_key(self) -> String {
        format!("command-context-{}", self.name().replace('_', "-"))
    }

    /// Whether what is typed here is text, so that letters are not keys.
    pub fn is_text(self) -> bool {
        self.kin().contains(&C::Text) || self == C::Text
    }

    /// The kinds of context this one is one of: what exists there exists here.
    pub fn kin(self) -> &'static [Context] {
        match self {
            C::Normal | C::List | C::Text => &[],
            C::Start
            | C::Board
            | C::Quotas
            | C::References
            | C::Memos
            | C::Versions
            | C::Coders
            | C::Transcript
            | C::Codebook
            | C::Evidence
            | C::Table
            | C::Passages
            | C::Find
            | C::Guide
            | C::Settings
            | C::Preview
            | C::Messages
            | C::Log
            | C::Confirm => &[C::List, C::Normal],
            C::Live | C::Picker | C::Palette | C::Help | C::Form | C::FilePicker => {
                &[C::List, C::Text]
            }
            C::Review => &[C::Passages, C::List, C::Normal],
            C::Notes => &[C::Transcript, C::List, C::Normal],
            C::Labels | C::Search => &[C::Text],
        }
    }

    /// Whether something that exists in `other` exists here.
    pub fn is_a(self, other: Context) -> bool {
        self == other || self.kin().contains(&other)
    }
}
