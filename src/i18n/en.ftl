### i18n
i18n-interviews = { $n } { $n ->
    [one] interview
   *[other] interviews
}
i18n-pair = { $first } · { $second }
i18n-language-en = English
i18n-language-fr = français

#
# end of i18n
#


### study

label-call-start = call of { $session } begun
label-call-pause = call of { $session } paused
label-call-resume = call of { $session } resumed
label-call-anchor = beginning of the recording of { $session }
label-call-clock = clock of the machine during the call of { $session }
label-call-end = call of { $session } ended
label-note-add = note on { $session } { $at }
label-note-edit = note on { $session } { $at } edited
label-note-remove = note on { $session } { $at } deleted
study-expected-range = a range from the lower to the higher: 3-9
study-expected-share = one number, out of 100
study-expected-whole = shares that come to no more than 100 (here { $sum })
study-expected-degree = a degree from { $low } to { $high }
study-expected-option = the digit of an option, from 1 to { $n }, or its words
label-notes-add = { $n } notes on { $session } { $at }
label-note-uncode = code { $code } taken off the note of { $session } { $at }
label-cards-shuffle = cards of { $session } shuffled
label-note-code = code { $code } on the note of { $session } { $at }
label-answer = answer of { $session } to { $question }
label-add-value = value { $value } added to { $attribute }
label-edit-value = value { $value } of { $attribute } edited
label-move-value = value { $value } of { $attribute } moved
label-remove-value = value { $value } of { $attribute } deleted
label-edit-target = target of { $n } edited
label-move-target = target moved

# as journals of earlier versions say it
label-session-add = { label-add-session }
label-session-edit = interview { $session } changed
label-session-remove = interview { $session } removed
label-session-state = interview { $session }: { $state }
label-participant-add = participant added to { $session }
label-participant-edit = participant of { $session } changed
label-participant-remove = participant of { $session } removed
label-organisation-edit = organisation { $organisation } changed
label-organisation-of = organisation of { $session }: { $organisation }
label-consent = consent of { $session }: { $consent }
label-coding-origin = { $codes }: from the note to { $place }
label-exclude = passage of { $session } left out
label-readmit = passage of { $session } taken in again
study-time-after = a time of the call after the first
study-call-time = a time of the call, 3:12 or 00:03:12
label-identity = identity of { $key }
label-reference-rename = reference text { $reference } renamed { $key }
label-reference-remove = reference text { $reference } removed

label-code-add = code { $code } added
label-code-rename = code { $code } renamed to { $key }
label-code-edit = code { $code } edited
label-code-slot = slot { $slot } given to code { $code }
label-code-slot-clear = slot taken from code { $code }
label-code-move = code { $code } moved
label-code-merge = code { $code } merged into { $into }
label-code-remove = code { $code } deleted
label-where-turn = turn { $turn } of { $session }
label-where-note = note { $time } of { $session }
label-where-note-untimed = a note of { $session }
label-where-session = { $session }
label-coding-put = Code { $code } on { $place }
label-coding-uncode = Remove { $code } from { $place }
label-coding-move-ends = Other ends for { $code }, { $place }

study-key-empty = The key is empty
study-key-bad = “{ $key }” cannot be a key
study-key-taken = The key { $key } is taken
study-gone = { $what } is no longer there
study-circle = { $key } cannot lie below itself
study-slot-bad = A slot is a digit from 1 to 9
study-strength-bad = A strength is a digit from 0 to 4
study-no-reason = Say why: a judgement needs its reason
study-value-bad = “{ $value }” cannot be the value of { $what }; expected { $expected }
label-new-study = new study { $name }
label-set-study = study setting { $key }
label-add-scenario = scenario { $scenario } added
label-edit-scenario = scenario { $scenario } edited
label-move-scenario = scenario { $scenario } moved
label-remove-scenario = scenario { $scenario } deleted
label-add-attribute = attribute { $attribute } added
label-edit-attribute = attribute { $attribute } edited
label-move-attribute = attribute { $attribute } moved
label-remove-attribute = attribute { $attribute } deleted
label-add-target = target of { $n } added
label-remove-target = target number { $n } deleted
label-add-session = interview { $session } added
label-edit-session = interview { $session } edited
label-remove-session = interview { $session } deleted
label-edit-participant = participant of { $session } edited
label-remove-participant = participant of { $session } deleted
label-edit-identity = an identity edited
label-edit-organisation = organisation { $organisation } edited
label-remove-organisation = organisation { $organisation } deleted
label-set-consent = consent of { $session } is now { $consent }
label-set-summary = summary of { $session } on { $code }
label-remove-summary = summary of { $session } on { $code } removed
label-add-note = note on { $session }
label-edit-note = note on { $session } edited
label-remove-note = note on { $session } deleted
label-give-answer = answer of { $session } to { $question }
label-edit-coding = coding { $code } edited, { $place }

label-coding-new-code = New code { $code }
label-coding-polarity = { $scenario } { $sign } for { $code }, { $place }
label-coding-polarity-clear = No polarity in { $scenario } for { $code }, { $place }
label-coding-strength = Strength { $strength } for { $code }, { $place }
label-coding-strength-clear = No strength for { $code }, { $place }
label-coding-rank = { $code }, { $place }: order of the quotes
label-coding-star = Star on { $code }, { $place }
label-coding-unstar = No star on { $code }, { $place }
label-coding-memo = Memo on { $code }, { $place }
label-coding-memo-clear = No memo on { $code }, { $place }
study-no-words = A few words are needed
study-consent-items = { $n ->
    [0] no item: the guide has none, see [consent] in guide.toml
   *[other] one of { $items }
}
label-add-certification = certification { $key } added
label-edit-certification = certification { $key } edited
label-remove-certification = certification { $key } removed
label-add-problem = problem noted
label-edit-problem = problem edited
label-remove-problem = problem deleted
study-debrief-literally = { $text }
study-debrief-learnt-1 = First thing learnt
study-debrief-learnt-2 = Second thing learnt
study-debrief-learnt-3 = Third thing learnt
study-debrief-confirms = What confirms
study-debrief-contradicts = What contradicts
study-debrief-scenario = Scenario most supported
study-debrief-confidence = Confidence (1 to 5)
study-debrief-flags = Flags to settle
label-settle-coding = disagreement settled ({ $verdict ->
    [one] one stands
    [other] the other stands
    [both] both stand
   *[neither] neither stands
})
label-settle-problem = problem settled
label-blind = { $state ->
    [on] { $coder } codes blind
   *[off] { $coder } sees again what the others coded
}
label-debrief = debrief of { $session }
label-add-finding = finding { $finding } stated
label-edit-finding = finding { $finding } edited
label-keep-finding = finding { $finding } read again
label-remove-finding = finding { $finding } deleted
label-add-milestone = milestone “{ $name }” set
label-save = search “{ $name }” kept
label-remove-saved = search “{ $name }” forgotten
label-use-criteria = criteria { $list } in force
label-bind-criterion = criterion { $criterion }: evidence bound
label-unbind-criterion = criterion { $criterion }: evidence taken off
label-cite-finding = { $side ->
    [for] { $n ->
        [one] one passage for finding { $finding }
       *[other] { $n } passages for finding { $finding }
    }
    [against] { $n ->
        [one] one passage against finding { $finding }
       *[other] { $n } passages against finding { $finding }
    }
   *[none] { $n ->
        [one] one passage taken off finding { $finding }
       *[other] { $n } passages taken off finding { $finding }
    }
}

#
# end of study
#


## guide
label-guide = guide: { $key }
label-guide-file = interview guide
guide-version-taken = version { $number } of the guide is there, with other words
guide-kind-open = open
guide-kind-incident = account
guide-kind-scale = scale
guide-kind-choice = choice
guide-kind-count = count
guide-kind-allocation = allocation
guide-kind-list = list
guide-kind-rating = ratings
guide-kind-attributes = attributes
guide-kind-script = to read
guide-said-at = { $place }, “{ $found }”: { $reason }
guide-said-missing = { $place }: { $reason }
guide-said-found = “{ $found }”: { $reason }
guide-skip-role = not for { $role }
guide-skip-condition = because { $tests }
guide-condition-empty = a condition before, after or between “and” and “or” is missing
guide-condition-no-test = “{ $words }” neither compares an answer (6.3 = 0) nor names a state (6.3 refused)
guide-condition-quote = a quote " is not closed
guide-condition-no-number = “{ $words }” is no number, and only numbers compare like this
guide-fault-toml = unreadable TOML: { $reason }
guide-fault-schema = schema = 1 was expected at the head of the file
guide-fault-text = a text between quotes was expected
guide-fault-list = a list between brackets was expected
guide-fault-bool = true or false was expected
guide-fault-table = a table was expected: [consent]
guide-fault-tables = tables were expected, one by [[{ $field }]]
guide-fault-no-key = key, the name in files, is missing
guide-fault-key-twice = this name is taken already, on line { $line }
guide-fault-key-spaces = this name begins or ends with a space
guide-fault-minutes = a number of minutes from 0 to 1440 was expected, or a table by role
guide-fault-kind = unknown kind; one of { $kinds } was expected
guide-fault-field = unknown field; { $known } are read
guide-fault-options = this kind of question needs two options at least
guide-fault-option = a text, a whole number or { "{" } key = "…", label = "…" { "}" } was expected
guide-fault-option-twice = this option is given twice
guide-fault-degrees = degrees are whole numbers that follow each other, between 0 and 10
guide-fault-attributes = options names the attributes to fill
guide-fault-fields = a list needs fields, those of each item
guide-fault-fields-kind = fields belongs to questions of kind list only
guide-fault-scenario = a scenario the study does not know
guide-fault-code = a code the study does not know
guide-fault-attribute = an attribute the study does not know
guide-fault-condition-unknown = no question { $question } in this guide
guide-fault-condition-later = question { $question } comes later: its answer is not known yet
guide-fault-condition-option = “{ $value }” is no option of { $question } ({ $options })
guide-fault-condition-value = { $question } has no single value to compare; a state does ({ $question } refused)
guide-fault-meant = { $reason }; { $meant }?
versions-doubt-alike = case, accents or signs differ
versions-doubt-words = the words were changed
versions-doubt-voice = the same words, said by somebody else
versions-doubt-place = the same words, in a place that is not certain
versions-doubt-lost = the words are gone
versions-doubt-unread = the text of its version cannot be read
label-version-accept = accept new words for { $n } codings
label-version-keep = keep { $n } codings on their version
label-version-rename = { $document }: speaker { $old } becomes { $new }
label-version-split = { $document }: a turn split in two
label-version-join = { $document }: two turns joined
versions-doubt-none = the same words: they can be taken along
versions-bar-withdrawn = Somebody who withdrew said some of these words, or has this name: her words stay hers and take no others along; nothing was changed
versions-bar-left-out = The correction would show words again that are left out at somebody’s wish, since it is not known when each was said; nothing was changed. Take them back in first, or choose another place
label-memo-add = write a memo
label-memo-set = edit a memo
label-memo-remove = remove a memo
memo-on-study = journal
memo-on-session = interview
memo-on-participant = participant
memo-on-document = text
memo-on-note = note
memo-on-code = code
memo-on-coding = coding
memo-on-scenario = scenario
memo-on-question = question
memo-on-finding = finding
memo-on-gone = something removed since
study-reviewed = The coding “{ $what }” waits for no review
study-settled = The coding “{ $what }” is itself a decision on others: settle those
study-one-coder = Both codings are by { $coder }: only two coders can disagree
study-nothing-in-common = The two codings have no words in common: there is nothing to settle
label-autocode = autocode { $code }: { $n ->
    [one] one passage
   *[other] { $n } passages
}
label-autocode-accept = accept { $n ->
    [one] one coding
   *[other] { $n } codings
} made automatically
label-autocode-reject = reject { $n ->
    [one] one coding
   *[other] { $n } codings
} made automatically

### text

#
# end of text
#


### import
import-problem = { $file }, line { $line }, column { $column }: found “{ $found }”; expected { $expected }
import-problem-empty = { $file }, line { $line }, column { $column }: found nothing; expected { $expected }
import-problem-said = { $file }, line { $line }, { $reason }
import-problem-line = { $file }, line { $line }: “{ $found }”; expected { $expected }
import-file-read = { $file } ({ $kind }): { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, { $added } added, { $changed } changed, { $same } already there
import-unknown-columns = { $file }: { $n ->
    [one] column not read
   *[other] columns not read
}: { $columns }
import-made-interviews = { $file }: { $n ->
    [one] { $n } interview was not known and is added
   *[other] { $n } interviews were not known and are added
}: { $keys }
import-code-twice = { $file }, line { $line }: the code { $key } stands on a line above too; what this line says counts
import-polarity-twice = { $file }, line { $line }: another polarity than line { $other } for the same passage, code, coder and scenario; the last one counts
import-expected-header-line = a header line; the file is empty
import-expected-column-names = a name of its own for every column
import-expected-cells = { $n ->
    [one] { $n } cell, as in the header
   *[other] { $n } cells, as in the header
}
import-expected-closing-quote = a closing quotation mark
import-expected-column = a column called one of { $column }
import-expected-something = a value
import-expected-text = words between quotation marks
import-expected-true = true or false
import-expected-one-of = one of { $words }
import-expected-whole = a whole number from 0 on
import-expected-number = a number
import-expected-yes = yes, or nothing
import-expected-conditions = attribute=value, semicolons between them
import-expected-no-error = a value; the formula of this cell came to an error
import-expected-computed = a value; the formula of this cell was never computed: open the file in a spreadsheet and save it
import-other-sheets = { $file }: the sheet { $sheet } alone is read; { $n ->
    [one] one other could be: { $others }. Give it by itself, as CSV
   *[other] { $n } others could be: { $others }. Give them by themselves, as CSV
}
import-merged = { $file }, sheet { $sheet }: { $n ->
    [one] one area of merged cells; its first cell alone has a value
   *[other] { $n } areas of merged cells; the first cell of each alone has a value
}
import-expected-time = a moment as 2026-03-12T09:30:00Z
import-expected-zone = a time zone as Europe/Paris
import-expected-minutes = a number of minutes
import-expected-later = a moment after { $than }
import-expected-parent = the key of a code of this file or of the study
import-expected-no-circle = a parent that is not below this code
import-expected-colour = a colour of the terminal by name, or #rrggbb
import-expected-slot = a digit from 1 to 9
import-expected-day = a day: 2022-06-30
import-expected-code = a code of the codebook
import-expected-no-scenario = nothing: the study has no scenario
import-expected-scenario-of-polarity = the scenario this polarity is for
import-expected-strength = a strength from 0 to 4
import-expected-share = a share from 0 to 1
import-expected-languages = a list of languages, as ["en", "fr"]
import-expected-tables = tables, as [[{ $key }]]
import-expected-where = a table of attributes, as { "{" } size = "under10" { "}" }
import-expected-attribute = an attribute of the study, or role
import-expected-schema = schema = 1
import-expected-toml = TOML as the documentation shows it: { $reason }
import-expected-harmless = words without hidden characters
import-expected-question = a question of the guide
import-expected-count = a number, about a number or a range: 12, ~12, 3-5
import-expected-organisation = an organisation: { $attribute } describes organisations
import-expected-same-as-line = the same as on line { $line }: it is the same organisation
import-expected-pauses = pauses, as 600000+90000: time of the call and length, in milliseconds
import-expected-visits = the order in which the guide was followed, as 0 1.1;61500 2.1: time of the call in milliseconds, question
import-expected-interview = an interview of the study
import-expected-interview-of-note = the interview that the note belongs to
import-expected-note = a note of the study
import-expected-document = an interview with a transcript
import-expected-version = a version of the document
import-expected-text-file = a text that is there
import-expected-end-after = a position after { $start }
import-expected-both-ends = a position: a span has a start and an end
import-expected-source = positions of a file that is kept and is plain text; for other files give char_start and char_end
import-expected-words-at = positions with words of the document
import-expected-inside = a position from 0 to { $n }, in code points
import-expected-passage = char_start and char_end, a quote, or a note_id
import-expected-quote = words of the document, as they stand there
import-expected-quote-once = words that stand in the document once; give char_start and char_end
import-expected-quote-at = the words at these positions, “{ $words }”
import-warning-encoding = Read as { $encoding }, the likeliest encoding; look at the accents in the preview
import-warning-bad-bytes = Some bytes mean nothing in this encoding; � stands in their place
import-warning-removed = { $n ->
    [one] One invisible character removed
   *[other] { $n } invisible characters removed
}
import-warning-replaced = { $n ->
    [one] One control character made visible
   *[other] { $n } control characters made visible
}
import-warning-sorted = { $n ->
    [one] One cue was out of order; sorted by its start
   *[other] { $n } cues were out of order; sorted by their start
}
import-warning-starts-again = { $n ->
    [one] The times start again at line { $lines }: another recording
   *[other] The times start again at lines { $lines }: other recordings
}
import-warning-ends-before-start = { $n ->
    [one] One cue ends before it starts
   *[other] { $n } cues end before they start
}
import-warning-blocks = Not speech, left out: { $notes } comment, { $styles } style, { $regions } region blocks
import-warning-deleted = { $n ->
    [one] Not speech, left out: one passage deleted under tracked changes
   *[other] Not speech, left out: { $n } passages deleted under tracked changes
}
import-warning-comments = { $n ->
    [one] Not speech, left out: one comment
   *[other] Not speech, left out: { $n } comments
}
import-warning-footnotes = { $n ->
    [one] Not speech, left out: one footnote or endnote
   *[other] Not speech, left out: { $n } footnotes or endnotes
}
import-warning-seen-once = { $n ->
    [one] Seen once, taken as text and not as a speaker: { $names }
   *[other] Seen once, taken as text and not as speakers: { $names }
}
import-warning-odd-names = { $n ->
    [one] Taken as the speaker of one cue: { $names }
   *[other] Taken as speakers of one cue each: { $names }
}
import-warning-interviewers = { $n ->
    [one] Treated as interviewer: { $names }
   *[other] Treated as interviewers: { $names }
}
import-warning-repeated = { $n ->
    [one] Line { $line }: perhaps nobody said “{ $text }”
   *[other] From line { $line } on, { $n } cues hold the same words, which perhaps nobody said: “{ $text }”
}
import-warning-bad-anchors = { $n ->
    [one] One time anchor does not fit its text and was left out
   *[other] { $n } time anchors do not fit their text and were left out
}
import-warning-unread = { $n ->
    [one] One passage could not be read
   *[other] { $n } passages could not be read
}
import-warning-name-and-content = The content is { $format }, whatever the name (.{ $extension }) says
import-unread-bad-time = The time line is not of the form 00:00:01.000 --> 00:00:02.000
import-unread-no-time = The words stand in no cue: no time line before them
import-unread-no-times = The segment has no start and end in seconds
import-unread-bad-row = The row has another number of cells than the header
import-unread-no-value = The cell has no value: its formula came to an error or was never computed
import-warning-milliseconds = The times are taken as milliseconds, as Whisper writes them: look at the last one
import-warning-lossy = Read from the pages of a PDF: lines, paragraphs and speakers are a guess, some signs may be lost. Look at every turn, or ask for the text the PDF was made of
import-warning-other-sheets = { $n ->
    [one] One other sheet is a transcript too and is not read: { $names }. Save it as a file of its own
   *[other] { $n } other sheets are transcripts too and are not read: { $names }. Save each as a file of its own
}
import-warning-merged = { $n ->
    [one] One area of merged cells: its first cell alone has words
   *[other] { $n } areas of merged cells: the first cell of each alone has words
}
import-unread-summary = It stands above the transcript and is no speech
import-unread-footer = A line of the transcription service about itself
import-error-empty = The file is empty; a transcript was expected
import-error-too-large = The text has { $bytes } bytes; at most 64 MiB are read
import-error-lines = The text has more than { $n } lines, paragraphs or segments: no interview has so many, it is refused; split it if it is one
import-error-no-pdf = A PDF is read through pdftotext, which is not installed (package poppler-utils): install it, or save the text as .docx or .txt
import-error-cells = The workbook has more than { $n } cells (empty ones between others counted): it is refused; save the sheet as CSV
import-error-beyond-sheet = The workbook has cells beyond row 1,048,576 or column XFD, where every sheet ends: it is damaged and refused; save the sheet as CSV
import-error-not-text = The bytes are neither text nor a known document; expected: { $expected }
import-error-foreign = This is { $kind }, which is not read as a transcript; expected: { $expected }
import-error-not-that-format = The file is not { $format }: { $why }
import-error-no-words = The file is { $format } but holds no words
import-error-encoding = No encoding is called { $name }; try utf-8, windows-1252, iso-8859-15, macintosh, utf-16le
import-error-archive = The document cannot be opened: { $why }
import-error-xml = The document cannot be read: { $why }
import-error-json = Line { $line }, column { $column }: { $why }
import-foreign-pdf = a PDF
import-foreign-old-office = an old Office document (.doc, .xls, .ppt)
import-foreign-spreadsheet = a spreadsheet
import-foreign-presentation = a presentation
import-foreign-qda-project = a QDA project
import-foreign-zip = a zip archive
import-foreign-packed = a packed archive
import-foreign-html = a web page
import-foreign-xml = an XML document
import-foreign-whisper-json = the JSON of a speech recogniser
import-foreign-json = a JSON document of another kind
import-foreign-audio = a sound file
import-foreign-video = a video
import-foreign-image = a picture
import-foreign-program = a program
import-foreign-database = a database
import-problem-file = { $file }: { $reason }
import-in-file = { $file }: { $warning }
qda-loss-no-place = there is no place for it here
qda-loss-place = its words are not at the place that is given; it is left out
qda-loss-code = its code is not in the project; it is left out
qda-loss-same = the same code on the same words by the same person: one is kept
qda-loss-id-twice = another text has its id: both are taken, what speaks of the id is put to the first
qda-loss-comment = a comment in its page is never closed: what follows it is not shown by Taguette, and is left out
qda-loss-twice = a code of this id was read before; this one is left out
qda-loss-circle = it is below itself; it is put at the top
qda-loss-colour = no colour as #rrggbb
qda-loss-empty = there are no words in it
qda-loss-no-text = its words are not in the file as plain text
qda-loss-media = media are not read; a transcript that comes along is
qda-loss-uncoded = a selection without a code
qda-loss-part-of-case = parts of a text that belong to a case: the whole text is taken
qda-loss-case = it has no text here
qda-loss-unknown = no such variable is told of
qda-loss-coded-note = codes on a note
qda-loss-guide = the study has a guide; it is kept
qda-loss-variables = more than 300 variables: this one is left out
import-error-too-many-texts = The project has { $n } texts; at most 10,000 are read
qda-loss-moved = its words are not at the place that is given, and stand in one other place: it is put there, look at it
qda-loss-waiting = what was last written still waits in a file beside the database, and is not read: close the project in its program and import it again
qda-loss-annotation = what is noted at a place is kept as a memo of the text
qda-loss-parents = it is below several codes: the first one counts
qda-loss-projects = several projects in one file: all are read as one
qda-loss-line = there is no such line, or nothing stands in it
import-error-database = The database cannot be read: { $why }
import-error-folder-of = This is the database of a qc folder, whose texts lie beside it: give the folder instead
import-one-file-a-document = another file of this import is the document { $document } already
import-same-text = { $file }: the document { $document } says the same already
import-new-version = { $file }: the document { $document } was there; this is its version { $number }
import-no-name = there is no name for an interview or a document; give one
import-no-quote-places = { $file }: words of interviews that may not be quoted are not in this export; in { $n ->
    [one] 1 text
   *[other] { $n } texts
} each character stands as █, so that the positions of codings hold
import-withdrawn = withdrawn interviews: { $rows } rows and { $texts } texts checked, not stored
import-folder-whole = { $path }: no study written with export --as json: { $reason }
import-folder-none = { $path } is no folder; a study folder with a study.toml was expected
import-folder-link = { $path } is a link, which is not followed: put what it leads to in its place
import-folder-no-study = { $path } has no study.toml, so it is no study folder
import-folder-disk = { $path }: { $reason }
import-folder-too-large = { $path } has { $bytes } bytes; at most 64 MiB of a file are read
import-folder-unread = { $n ->
    [one] not a file of a study folder
   *[other] not files of a study folder
}, not read: { $files }
import-label-folder = read the study folder “{ $name }”
import-label-excerpts = Codings of a colleague, from { $file }
import-became-new = a new text
import-became-reference = a new reference text
import-became-same = there already
import-became-withdrawn = withdrawn: read, not kept
import-became-rows = { $added } added, { $changed } changed, { $same } already there
import-label-files = import { $n ->
    [one] { $file }
   *[other] { $n } files ({ $file }, …)
}
import-expected-hours = a number of hours, at most 24

#
# end of import
#
import-expected-coding = a coding on a text of this study
import-other-interview = only { $share } % of the words of { $document } are found again: this looks like another interview. Nothing was changed; to keep it as the next version all the same, say so (--force)
import-expected-memo-target = something of this study that the memo is on

### store
store-state-missing = The stored state was made again from the journals ({ $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}).
store-state-late = Older changes arrived; the stored state was made again from the journals ({ $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}).
store-state-behind = The stored state was behind; { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
} of the journals brought in.
store-state-damaged = The stored state could not be read ({ $detail }); it was made again from the journals. The old one is in { $aside }.
store-state-disagrees = The stored state was not what the journals say; it was made again from them. The old one is in { $aside }.
store-state-none = The stored state could not be made ({ $detail }). Everything is in the journals; opening takes longer until there is room.
store-erase-finished = An erasure that was not finished was finished now.
store-join-itself = { $folder } is this very study: there is nothing to join. Give the folder of your colleague’s copy.
store-join-other = { $folder } is another study: none of its journals begins as one of this study does. Nothing was changed. Only copies of one study can be joined, not one made anew from the same files; the codings of such a one come by its excerpts.csv.
store-join-damaged = { $what } Nothing was changed. Ask your colleague for a new copy of her folder.
store-join-foreign = { $file }, line { $line }: this line belongs into another journal. Nothing was changed. Ask your colleague for a new copy of her folder.
store-join-forked = { $file }, line { $line }: from here on both copies wrote this journal, each for itself. Nothing was changed. Her codings can come by her excerpts.csv.
store-join-no-text = { $file } is not there, or not as it was written: a text did not come along. Nothing was changed. Copy the whole folder of the study again.
store-join-unfinished = { $file }: the last line is not finished and stayed out; your colleague was probably writing. Join again with a later copy.
store-join-nothing = Nothing new: everything of this copy is here already.
store-log-blind = work of another coder (hidden while you code blind)
store-joined = { $n ->
    [one] { $n } change came
   *[other] { $n } changes came
}{ $authors ->
    [none] {""}
   *[other] {" "}by { $authors }
}: { $codings ->
    [one] { $codings } coding
   *[other] { $codings } codings
}, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}, { $codes ->
    [one] { $codes } code
   *[other] { $codes } codes
}, { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
}, { $others ->
    [one] { $others } other record
   *[other] { $others } other records
} new here
store-join-erased = { $n ->
    [one] One interview or person that your colleague erased is erased here now
   *[other] { $n } interviews and people that your colleague erased are erased here now
}, in every journal and text, and in exports/.
store-join-doubled = Two records carry one key; the later one is shown as { $key }.
store-join-kind = { $kind ->
    [Coding] coding
    [Note] note
    [Code] code
    [Session] interview
    [Document] document
    [Version] version
    [Answer] answer
    [Scenario] scenario
    [Participant] participant
    [Memo] memo
   *[other] record
}
store-join-conflict-gone = no effect: a change to { $kind } { $name }, which is no longer there
store-join-conflict-there = no effect: { $kind } { $name } was added twice
store-join-conflict-circle = no effect: { $kind } { $name } would stand below itself
store-join-conflict-since = not taken back: { $kind } { $name } was written to since
store-join-conflict-undo = no effect: an undo of something that did not come along
store-join-conflict-later = no effect here: a change that a later version of the program made
store-join-conflict-erased = no effect: a change to { $kind } { $name }, which was erased
store-join-more-conflicts = { $n ->
    [one] and one more change
   *[other] and { $n } more changes
} without effect
store-check-held = The stored state was not checked. { $who }
store-part-missing = { $n ->
    [one] A part of the journals is blank although nobody it was about is
   *[other] { $n } parts of the journals are blank although nobody they were about is
} erased. Put the journals back from a backup if you have one.
store-state-off = The stored state differs from the journals in { $n ->
    [one] { $n } record
   *[other] { $n } records
}; “check --repair” makes it again from them.
store-text-missing = { $file } (text of { $document }) is not there. Its codings are kept; put the file back from a backup.
store-text-damaged = { $file } (text of { $document }) is not as it was written. Its codings are kept; put the file back from a backup.
store-anchor = Coding { $coding } does not lie on the words it was given in { $document }.
store-label-erase = Erase an interview for ever
store-held = This study is open in process { $pid } on { $host } since { $since }. Close it there; tables and exports work meanwhile.
store-being-read = Other programs are reading this study, one after the other. Nothing was changed; try again in a moment.
store-given-up = Opening was given up; nothing was changed.
store-exists = { $folder } is there already; nothing was changed. Choose another name.
store-no-study = There is no study in { $folder }. Look at the list of studies, or make a new one.
store-cannot-create = The study could not be made in { $folder } ({ $detail }). Nothing was left behind.
store-later-format = { $folder } was written by a later version ({ $found }). Nothing was changed; use that version.
store-disk-full = Disk full: nothing is lost while the program runs; it tries again. Free some space for { $file }.
store-disk-read-only = { $file } is on a disk that takes no writing. Nothing is lost as long as the program runs; it is tried again.
store-disk-denied = { $file } may not be read or written by you ({ $detail }). Check whom it belongs to.
store-disk-failed = { $file } could not be read or written ({ $detail }). What was saved before is kept; it is tried again.
store-no-session = There is no interview { $id }.
store-read-only = The study is open for reading only; nothing was changed.
store-mixed = Identities and other data cannot be changed at once; nothing was changed.
store-internal = Internal fault ({ $detail }). What was saved is kept; please report it.
store-line-unreadable = { $file }, line { $line }: cannot be read. Everything outside this line is kept; put the file back from a backup if you have one.
store-line-header = { $file }, line { $line }: its header is not as it was written, so the line is not used. Everything outside it is kept; put the file back from a backup if you have one.
store-line-part = { $file }, line { $line }: what it holds is not as it was written, so the line is not used. Everything outside it is kept; put the file back from a backup if you have one.
store-line-chain = { $file }, line { $line }: does not follow the line before it; a line is missing or was put in. What can be read is used.
store-torn-cut = { $file }, line { $line }: was never finished ({ $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
}) and was cut off. Everything before it is there.
store-torn-left = { $file }, line { $line }: is not finished; it may still be arriving and is not used yet.

#
# end of store
#


### export
export-method-title = Method: { $name }
export-method-version = entretien { $version }; head of the journal { $head } of { $date }. The same head gives the same figures.
export-method-asked = Who was asked
export-method-left-out = What was left out, and why
export-method-texts = Texts and versions
export-method-figures = Figures by scenario
export-method-rules = Rules, table by table
export-method-rule = { $table }: { $rule }
export-method-back = Back to the words
export-method-back-how = Each figure leads to its passages: entretien table evidence --scenario KEY --format json lists them by row under ‘passages’, and entretien show ID shows one with its time and its consent. On the screen: Enter on the row, Enter on the passage. In the exported files: the rows of excerpts.csv whose counted is yes, by scenario, interview and polarity.
export-method-interviews = { $n ->
    [one] One interview
   *[other] { $n } interviews
} held and counted, { $organisations ->
    [one] one organisation
   *[other] { $organisations } organisations
}; { $planned } planned and not held. The denominator of a scenario is the number of interviews asked about it; an empty cell where no question is bound to it, never 0.
export-method-stratum = Interviews by { $stratum }: { $values }
export-method-value = { $value } ({ $n })
export-method-withdrawn = { $n ->
    [0] No interview withdrawn.
    [one] One interview withdrawn: its words are nowhere, it is counted here.
   *[other] { $n } interviews withdrawn: their words are nowhere, they are counted here.
}
export-method-no-quote = { $n ->
    [0] Every interview allows quotes.
    [one] One interview allows no quote: it is counted, not quoted.
   *[other] { $n } interviews allow no quote: they are counted, not quoted.
}
export-method-exclusions = { $n ->
    [0] No passage left out at somebody’s wish.
    [one] One passage left out at somebody’s wish.
   *[other] { $n } passages left out at somebody’s wish.
}
export-method-interviewer = { $n } codings on interviewers’ words, not counted.
export-method-superseded = { $n ->
    [0] No coding replaced by a settled one.
    [one] One coding replaced by a settled one, not counted.
   *[other] { $n } codings replaced by a settled one, not counted.
}
export-method-references = { $n } codings on reference texts, counted apart.
export-method-mask = { $n ->
    [0] Shared exports mask nothing.
   *[other] Shared exports mask cells under { $n } interviews.
}
export-method-documents = { $n } texts, { $corrected } of them in several versions; a passage is carried to the newest version where its words are found there once.
export-method-codes = { $n } codes, { $codings } codings.
export-method-guides = { $n ->
    [0] No interview guide.
    [one] One version of the interview guide.
   *[other] { $n } versions of the interview guide.
}
export-method-criteria = List of criteria: { $criteria }.
export-foot-counts = { $interviews ->
    [one] { $interviews } interview
   *[other] { $interviews } interviews
} · { $organisations ->
    [one] { $organisations } organisation
   *[other] { $organisations } organisations
} · { $withdrawn } withdrawn · { $references } reference { $references ->
    [one] passage
   *[other] passages
}
export-foot-rule = Rule: { $rule }
export-foot-filters = Filters: { $filters }
export-foot-head = Head of the journal: { $head } { $date }
export-warning-names = The export holds names as the files have them (speakers, originals): it is for the owner of the study. Another one is made with --shared.
export-warning-unasked = { $n ->
    [one] Of one interview nobody knows what its people allow: its words are not in this export. Say it with “entretien consent”.
   *[other] Of { $n } interviews nobody knows what their people allow: their words are not in this export. Say it with “entretien consent”.
}
export-rule-quotes = Words of whoever did not consent to be quoted, or only once they have read them again, are left out; ‘escaped’ says no-quote.
export-rule-unasked = Words of whoever’s consent is unknown are left out; ‘escaped’ says consent-unknown ({ $n ->
    [one] one interview
   *[other] { $n } interviews
}).
export-warning-text = The text of “{ $document }”, version { $version }, is missing or damaged: it is not in the export.
export-warning-quotes = The text of “{ $document }”, version { $version }, is missing or damaged: { $n } { $n ->
    [one] coding has
   *[other] codings have
} no words.
export-error-not-ours = { $path } is not empty and is no export: choose another folder, or write into it with --force.
export-error-link = { $path } is a link, which is not followed: give the folder itself
export-error-no-folder = { $path } is no folder.
export-error-write = Not written: { $reason }
export-error-io = { $path }: { $reason }
export-moment = { $year }-{ $month }-{ $day } { $time }
export-fact = { $name }: { $value }
export-n-minutes = { $n } min
export-noted = noted: { $words }
export-quote = “{ $quote }”
export-fact-state = State
export-fact-reason = Reason
export-fact-planned = Planned for
export-fact-started = Held on
export-fact-agreed = Length agreed on
export-fact-minutes = Length of the call
export-fact-mode = Mode
export-fact-interviewer = Led by
export-fact-guide = Version of the guide
export-fact-consent = Consent
export-minutes = Minutes of interview { $session }
export-minutes-withdrawn = { $session } was withdrawn: it has no minutes
export-minutes-no-quote = Words spoken do not stand here: consent to quote was not given.
export-minutes-left-out = (left out as the person asked)
export-minutes-unquoted = (words not quoted)
export-minutes-people = Who was asked
export-minutes-person-withdrawn = { $person } withdrew consent
export-minutes-answers = Answers
export-minutes-ratings = Ratings of the scenarios
export-minutes-notes = Notes taken
export-field-interview = Key of the interview
export-field-participant = Pseudonym of the person
export-field-speaker = Name the transcript has for who speaks
export-field-role = Role of the person; interviewer: these words are not counted
export-field-organisation = Organisation of the person
export-field-document = Key of the text
export-field-version = Number of the version of the text
export-field-scenario = Key of the scenario
export-field-question = Key of the question in the guide
export-field-code = Key of the code
export-field-codes = Keys of codes, semicolons between them
export-field-note-id = Identifier of the note
export-field-coding-id = Identifier of the coding
export-field-label = Label, in the language that the column’s name says
export-field-char-start = Start, in characters of the text, counted from 0
export-field-char-end = End, in characters of the text, exclusive
export-field-at = When it was noted
export-field-by = Who noted it
export-field-reason = Why
export-field-author = Who wrote it
export-field-kind = Kind of the note
export-field-escaped = Columns of the row whose cell begins with an added apostrophe, so that no spreadsheet reads a formula in it
export-field-attribute = Attribute of the person: { $label }
export-field-codebook-key = Key of the code
export-field-codebook-parent = Key of the code it is under; empty: at the top of the codebook
export-field-codebook-definition = What the code means
export-field-codebook-include = When to put it
export-field-codebook-exclude = When not to put it
export-field-codebook-example = A passage that shows it
export-field-codebook-colour = Colour on the screen
export-field-codebook-slot = Digit of the key that puts it
export-field-sessions-state = Where the interview stands
export-field-sessions-planned-at = When it is planned
export-field-sessions-started-at = When the call began
export-field-sessions-ended-at = When the call ended
export-field-sessions-zone = Time zone of the call
export-field-sessions-mode = How it is held: by telephone, by video, in person
export-field-sessions-interviewer = Who holds the interview
export-field-notes-text = The words of the note
export-field-notes-flags = Flags of the note, semicolons between them
export-field-notes-codes = Empty in an export: the codings of a note are in excerpts.csv
export-field-answers-state = What became of the answer; one that is missing is never zero
export-field-answers-value = The value: 12, ~12 (about), 3-5 (a range), a key or words
export-field-answers-unit = Unit of the value
export-field-answers-scenario = Key of the scenario that is rated
export-field-answers-part = Part of an allocation, step of an account, or item.field of a list
export-field-problems-problem-id = Identifier of the problem
export-field-excerpts-study = Name of the study
export-field-excerpts-polarity = What the passage is for this scenario: for, against, both or neither
export-field-excerpts-strength = Strength of the evidence, 0 to 4; empty: not set
export-field-excerpts-code-label = Label of the code
export-field-excerpts-code-path = Keys of the codes above it, then its own
export-field-excerpts-turn = Number of the turn in which the passage begins
export-field-excerpts-t-start-ms = Start in the recording, in milliseconds
export-field-excerpts-t-end-ms = End in the recording, in milliseconds
export-field-excerpts-quote = The words of the passage
export-field-excerpts-context-before = The words before it
export-field-excerpts-context-after = The words after it
export-field-excerpts-coder = Who coded
export-field-excerpts-coded-at = When it was coded
export-field-excerpts-memo = Remark of who coded
export-field-excerpts-rank = Place among the quotes that were picked by hand
export-field-excerpts-starred = Words to be quoted
export-field-excerpts-counted = Whether the tables count it, and if not, why: words of an interviewer, settled by another one, a reference text
export-field-excerpts-origin = Coded by hand, suggested, in a batch, or to settle two codings
export-field-scenarios-scenario = Key of the scenario
export-field-scenarios-summary = What the scenario says, in the language that the column’s name says
export-field-anchors-state = What became of the coding in this version: made there, carried there, or kept on the old one
export-field-criteria-list = Key of the list of criteria
export-field-criteria-criterion = Key of the criterion
export-field-criteria-codes = Codes bound to it
export-field-criteria-questions = Questions bound to it
export-field-criteria-findings = Findings bound to it
export-field-exclusions-exclusion-id = Identifier
export-field-exclusions-from-ms = Start of the time left out, in milliseconds of the call
export-field-exclusions-to-ms = End of the time left out, in milliseconds of the call
export-field-findings-finding-id = Identifier of the finding
export-field-findings-finding = Key of the finding
export-field-findings-statement = What is stated, in the language that the column’s name says
export-field-findings-confidence = How far a person trusts it; empty: not judged yet
export-field-findings-methodological = Concern about how the words were gathered
export-field-findings-coherence = Concern about how well the words fit the statement
export-field-findings-adequacy = Concern about how rich and how many the words are
export-field-findings-relevance = Concern about how far those heard are those the statement is about
export-field-findings-methodological-reason = Why this concern
export-field-findings-coherence-reason = Why this concern
export-field-findings-adequacy-reason = Why this concern
export-field-findings-relevance-reason = Why this concern
export-field-findings-for = Codings for the finding
export-field-findings-against = Codings against it
export-field-findings-seen = Evidence it was judged on, each as it stood then
export-field-summaries-summary = What the interview says on the theme, written by a person
export-field-summaries-over = Fingerprint of the passages the summary was written over
export-field-summaries-n-passages = Passages the summary was written over
export-field-summaries-written-at = When it was written
export-field-memos-memo-id = Identifier of the memo
export-field-memos-about = What the memo is about
export-field-memos-target = Key or identifier of what it is about
export-field-memos-text = The words of the memo
export-field-certifications-certification = Code of the certification in its register
export-field-certifications-title = Title
export-field-certifications-certifier = Who certifies
export-field-certifications-level = Level, as the register has it
export-field-certifications-registered-on = First day of the registration
export-field-certifications-expires-on = Last day of the registration
export-field-certifications-seen-on = Day on which it was looked up
export-field-certifications-own = yes: the certification under study
export-field-certifications-covers = Keys of the codes of the competences it covers, semicolons between them
export-field-certifications-codes = Keys of the codes whose passages mention it, semicolons between them
export-field-certifications-names = Other names by which people call it, semicolons between them
export-field-certifications-note = What else is to be known
export-field-saved-saved = Name it is kept under
export-field-saved-kind = A search for words, or passages by their codes
export-field-saved-pattern = What is looked for
export-field-saved-reading = How it is read: regular expression, to the letter, whole words
export-field-saved-voice = Whose words
export-field-saved-where = Attributes that people must have, semicolons between them
export-field-saved-code = Key of the code that the passage must have
export-field-sessions-minutes = Length of the call in minutes, without its pauses; before the call, as planned
export-field-sessions-planned-minutes = Length that was agreed on, in minutes
export-field-sessions-reason = Why the interview was refused, missed or cancelled
export-field-sessions-guide-version = Version of the guide the interview was held with
export-field-sessions-anchor-ms = Where in the call the recording began, in milliseconds
export-field-sessions-pauses = Pauses: start and length in milliseconds of the call, as 754000+300000, semicolons between
export-field-sessions-visits = The order in which the guide was followed: milliseconds of the call and question, semicolons between
export-field-sessions-scenario-order = The order in which the scenario cards were shown
export-field-sessions-spent-preparing = Minutes spent preparing, typed
export-field-sessions-spent-call = Minutes of the call, typed in the place of its clock
export-field-sessions-spent-notes = Minutes spent on the notes, typed
export-field-sessions-spent-coding = Minutes spent coding, typed
export-field-sessions-debrief = Field of the debrief written within the hour after the interview
export-field-participants-consent = What the person allows; empty: unknown
export-field-participants-consent-at = When the consent was written down
export-field-participants-consent-by = Who wrote the consent down
export-field-participants-consent-form = Version of the form of consent
export-field-participants-recording = Whether the person allowed the recording
export-field-participants-contact = Whether the person allowed to be contacted again
export-field-participants-closing = Whether the person was asked at the end what should stay out
export-field-participants-withdrawn-at = When the person withdrew
export-field-participants-informed = Items of the form that were told, semicolons between
export-field-notes-t-ms = Time of the first letter, in milliseconds of the call
export-field-notes-recording-ms = The same time in the recording, in milliseconds
export-field-answers-t-ms = Time of the answer, in milliseconds of the call
export-field-problems-at = When the problem was met
export-field-problems-text = What went wrong
export-field-problems-settled-at = When it was settled; empty: it is open
export-field-problems-settled = How it was settled
export-minutes-debrief = Debrief
export-head-question = question
export-head-part = part
export-head-answer = answer
export-head-scenario = scenario
export-head-time = time
export-head-kind = kind
export-head-note = note
export-head-flags = flags
export-head-session = interview
export-head-state = state
export-head-planned = planned for
export-head-held = held on
export-head-met = met on
export-head-problem = problem
export-head-settled = settled
export-progress = Progress report: { $study }
export-progress-date = The study as of { $date }
export-progress-sample = Sample
export-progress-empty = { $n ->
    [one] One crossing without an interview: { $cells }
   *[other] { $n } crossings without an interview: { $cells }
}
export-progress-calendar = Calendar
export-progress-past = { $state }, past its date
export-progress-figures = First figures
export-progress-problems = Problems
export-progress-open = to settle
export-progress-hours = Time taken
export-study-date = As of { $date }, head of the journal { $head }. Each figure and each quote leads to its passages: see the method page.
export-study-short = In short
export-study-own = Your text here: it stays when the document is made again.
export-study-rated = Support, as asked in the interviews
export-study-not-rated = Nobody was asked for a rating of this scenario: support is not inferred from excerpts.
export-study-evidence = What speaks for it, what speaks against it
export-study-nothing = No evidence: no passage is coded for this scenario.
export-study-all = all codes
export-study-for = Words for it
export-study-against = Words against it
export-study-no-quote = No words that may be quoted.
export-study-findings = Findings
export-study-finding-counts = Interviews: { $interviews } (for { $plus }, against { $minus }, mixed { $mixed }); excerpts: { $excerpts }.
export-study-finding-confidence = Confidence { $confidence ->
    [high] high
    [moderate] moderate
    [low] low
    [very-low] very low
   *[none] not judged
}{ $said ->
    [no] .
   *[other] { ": " }{ $reason }
}
export-study-finding-component = { $component ->
    [methodological] Methodological limitations
    [coherence] Coherence
    [adequacy] Adequacy of data
   *[relevance] Relevance
}: { $concern ->
    [none] no concern
    [minor] minor concern
    [moderate] moderate concern
   *[substantial] substantial concern
}{ $said ->
    [no] .
   *[other] { ". " }{ $reason }
}
export-study-finding-changed = Its evidence changed since it was judged: to be read again.
export-study-criteria = Criteria
export-study-criterion-title = Criterion { $key }: { $label }
export-study-whole = all
export-study-stratum = { $attribute }: { $stratum }
export-study-criterion = { $state ->
    [evidence] Evidence: { $interviews } interviews ({ $excerpts } excerpts), { $answered } interviews with an answer.
    [gap] No evidence: nothing of what is mapped to it was said.
   *[not-mapped] No evidence: nothing is mapped to it.
}
export-study-cannot = What interviews cannot bring: { $what }.
export-study-common = Common and specific competences
export-study-verdict = { $verdict ->
    [common] Common
    [specific] Specific
    [intermediate] In between
   *[other] Not concluded
} ({ $n }): { $codes }
export-study-counts = Counting: projects and people
export-study-gaps = What nobody said
export-study-silent = { $n ->
    [0] Every code has a passage.
    [one] One code without a passage: { $codes }
   *[other] { $n } codes without a passage: { $codes }
}
export-study-empty = { $n ->
    [0] No crossing of the sample is empty.
    [one] One crossing of the sample without an interview: { $cells }
   *[other] { $n } crossings of the sample without an interview: { $cells }
}
export-study-annex = Annex: every passage that was counted
export-study-annex-code = code
export-study-annex-side = side
export-study-annex-where = interview
export-study-annex-words = words
export-study-annex-left = { $n ->
    [one] One counted passage is not quoted here: consent, or too few interviews behind its code.
   *[other] { $n } counted passages are not quoted here: consent, or too few interviews behind their code.
}
export-taken = { $file } was not written from this study, or was changed since; nothing is written. Choose another name, or write with --force.
export-loss = Not carried: { $n } × { $what } { $place }: { $why }
export-losses = { $n ->
    [one] { $n } kind of thing was not carried; it is listed in { $file }
   *[other] { $n } kinds of things were not carried; all are listed in { $file }
}
export-loss-long = longer than the format holds; the rest is left out
export-as-csv = data files (CSV, TOML, JSON) in a folder
export-as-xlsx = workbook (.xlsx): tables, a sheet a scenario, data
export-loss-originals = the files the texts were read from are not in it; export the folder of data files to keep them
export-loss-not-spoken = notes are not what somebody said
export-loss-no-codings = a corpus has texts, no codings
export-loss-variable = the names and values of variables are letters and digits alone
export-loss-interviewer = words of who led the interview are no corpus
export-loss-asterisk = it is the sign of the corpus; a space stands in its place
export-loss-veiled = words that stay out
export-loss-columns = a sheet has at most { $n } columns
export-loss-time = a sheet counts moments to the millisecond; the rest is cut
export-loss-cell = longer than a cell holds; cut there, whole on the sheet of long texts
export-sheet-guarded = { $n ->
    [one] { $n } cell begins as a formula does (= + - @ …): it is typed as text and is never computed; saved as CSV from a spreadsheet it would be
   *[other] { $n } cells begin as formulas do (= + - @ …): they are typed as text and are never computed; saved as CSV from a spreadsheet they would be
}
export-sheet-table = table { $table }
export-sheet-long = long texts
export-sheet-long-what = Texts that are longer than a cell holds, in pieces
export-sheet-scenario = Passages for or against: { $scenario }
export-sheet-data = Data file { $file }.csv, under the names of its columns
export-sheet-sheet = Sheet
export-sheet-row = Row
export-sheet-column = Column
export-sheet-part = Part
export-sheet-words = Text
export-sheet-holds = What it holds
export-sheet-rows = Rows
export-sheet-study = Study
export-sheet-date = As of (UTC)
export-sheet-head = Head of the journal
export-sheet-whom = For whom
export-sheet-left-work = No sheet: it says where the work stands, and is no figure of the study
export-sheet-left-alone = No sheet: it shows interviews, or who worked on them, one by one, for the owner of the study alone
export-sheet-left-few = No sheet: every line is of too few interviews
export-sheet-shared = For others: pseudonyms, no words of whoever did not agree, cells of fewer than { $n } interviews as <{ $n }, no line of one interview
export-sheet-owner = For the owner of the study: it may hold names
export-sheet-cells = Cells
export-sheet-utc = Moments are in UTC; an empty cell is no zero
export-sheet-code = Code
export-sheet-polarity = For or against
export-sheet-strength = Strength
export-sheet-quote = Words
export-sheet-interview = Interview
export-sheet-organisation = Organisation
export-sheet-participant = Participant
export-sheet-role = Role
export-sheet-time = Time in the recording
export-sheet-memo = Memo
export-sheet-coder = Coder
export-sheet-counted = Counted
export-sheet-escaped = Why no words
export-sheet-id = Coding
export-as-json = everything as one JSON document (.json)
export-as-iramuteq = corpus for IRaMuTeQ (.txt)
export-as-study = the study as a document (.docx or .md)
export-as-slides = slides (.pptx)
export-as-infographic = infographic (.html or .typ)
export-as-pack = handover: all of it in a folder or .zip
export-as-qdpx = REFI-QDA project (.qdpx), for MAXQDA, NVivo, ATLAS.ti, QualCoder …
export-as-qdc = REFI-QDA codebook (.qdc): codes alone
export-no-codes = There is no code in the study, so there is no codebook to write; nothing is written.
refi-loss-damaged = the file of its turns is damaged
refi-loss-older-version = a project holds the newest version of a text alone
refi-loss-no-code = its code is not in the project
refi-loss-no-text = its text is not in the project
refi-loss-original = a project holds the text as it was read, not the file it was read from
refi-loss-no-place = a codebook of REFI-QDA has no place for it
refi-loss-colour = a colour of the terminal is written as the nearest #rrggbb
refi-loss-note = REFI-QDA has no place for it: it goes along as a note that only entretien reads back
refi-loss-meant = scenario, polarity, strength and star go along as notes on the codings, which other programs show as memos
export-own-foreign = This file was not made by this program; nothing is written.
export-own-place = Line { $line }: the place “{ $key }” is not closed, not opened, or there twice; nothing is written.
export-own-damaged = The document that is there cannot be read ({ $reason }); nothing is written.
export-own-edited = { $file } was edited outside the places meant for it: making it again would lose those words. Move them into such a place, choose another name, or write with --force.
export-study-contents = Contents
export-own-refused = { $file }: { $reason }
export-own-left = Texts whose place is no longer in the study
export-own-moved = { $n ->
    [one] One text has no place in the study any more; it stands at the end: { $places }
   *[other] { $n } texts have no place in the study any more; they stand at the end: { $places }
}
export-template-faulty = Template { $file }: { $reason }; the program’s own is used.
export-template-lacks = Template { $file }: styles that are not there and have no effect: { $styles }
deliver-colon = :
deliver-interviews = interviews
deliver-organisations = organisations
deliver-scenarios = scenarios studied
deliver-sample = Who was heard
deliver-counts = What was counted
deliver-question = question
deliver-sum = sum
deliver-answered = answered
deliver-support = What speaks for each scenario, what speaks against it
deliver-support-how = Distinct interviews are counted, never quotes. An interview that says both is mixed.
deliver-for = for
deliver-against = against
deliver-mixed = mixed
deliver-of-asked = asked
deliver-marks = ratings from 1 to 5
deliver-median = median
deliver-few = These numbers are small: they say what there is and why, not what share of the branch it has.
deliver-competences = Key competences
deliver-competences-how = Number of distinct interviews that speak of it, whatever the scenario.
deliver-common = Common
deliver-specific = Specific
deliver-none = None that can be concluded.
deliver-voices = In their words
deliver-no-quote = No words that may be quoted.
deliver-method = Method
deliver-method-how = Interviews held from a guide, passages coded one by one; each figure leads to its passages in the study and its files. Nobody is quoted without their consent.
deliver-masked = Masked: numbers of interviews under
deliver-withdrawn = Interviews withdrawn:
deliver-slide-sample = { $n ->
    [one] One interview, { $organisations } organisations
   *[other] { $n } interviews, { $organisations } organisations
}
deliver-slide-support = { $scenario }: { $n ->
    [one] one interview finds a reason for it
   *[other] { $n } interviews find a reason for it
}
deliver-slide-scenario = { $scenario }: { $plus } for, { $minus } against, { $mixed } mixed, of { $n } interviews
deliver-slide-scenario-hidden = { $scenario }: { $n } interviews speak of it, too few on each side to be shown
deliver-slide-marks = Marks from 1 to 5; interviews asked: { $n }
deliver-slide-marks-hidden = Marks from 1 to 5: too few alike to be shown. Interviews asked: { $n }.
deliver-slide-spoken = Distinct interviews that speak of it, of { $n }
deliver-slide-sides = Distinct interviews against, mixed and for
deliver-slide-competences = Most spoken of: { $code } ({ $n ->
    [one] one interview
   *[other] { $n } interviews
})
deliver-slide-rating = Support as asked: median { $median }, in favour { $favourable }
deliver-slide-not-rated = Support not asked for
deliver-slide-notes = Figures as of { $date }, head of the journal { $head }. { $rule }
deliver-slide-stratum = stratum
export-own-lacks = { $what } is missing
export-pack-head = Handed over by entretien { $version }, head of the journal { $head }. The same study gives the same bytes; `sha256sum --check SHA256SUMS` checks each file.
export-pack-files = The files
export-pack-file = file
export-pack-is = what it is
export-pack-size = bytes
export-pack-what = { $file ->
    [study] the study, as Word and as Markdown; the marked places are yours
    [slides] the slides, tables and charts to be edited
    [infographic] the infographic, four A4 pages; the .typ source is for typst
    [method] the method page: rules, versions, what was left out
    [schema] the schema of all data (Table Schema)
    [excerpts] every coded passage, one row a coding and scenario
    [evidence] the evidence tables
    [codebook] the codebook
    [answers] the answers and their state
    [template] a template: copy it into the study’s templates folder to change it
    [transcript] a transcript, under pseudonyms
   *[data] data, described in datapackage.json
}
export-pack-again = Making the figures again without this program
export-pack-evidence = Evidence on a scenario: in data/excerpts.csv, the rows of that scenario whose counted is yes; by interview, supports and contradicts together, or mixed, make a mixed interview, else supports alone makes for, contradicts alone against, the rest neutral.
export-pack-codes = Competences: the same rows, by code; distinct values of interview are counted.
export-pack-adherence = Support: in data/answers.csv, the rows of the scenario whose state is answered; the median of the values.
export-pack-sums = Counts: in data/answers.csv, the values of a question; ~12 counts as 12, ranges are left out.
export-pack-left-out = Not in it: identities, original files, words of whoever did not agree. Small cells are masked in the tables.

#
# end of export
#
export-auto = { $place }, coded automatically, not reviewed
export-moved-total = Total
export-moved-figures = { $n ->
    [0] {""}
    [one] one figure moved
   *[other] { $n } figures moved
}{ $follow ->
    [0] {""}
    [one] , one of them following (bound, remark, decimal)
   *[other] , { $follow } of them following (bounds, remarks, decimals)
}
export-moved-more = { $n ->
    [one] one other figure
   *[other] { $n } other figures
}
export-moved-new = { $n ->
    [one] one new line
   *[other] { $n } new lines
}
export-moved-gone = { $n ->
    [one] one line gone
   *[other] { $n } lines gone
}

### analysis
analysis-origin-no-note = the note is not there, or it is left out
analysis-origin-no-transcript = the interview has no transcript
analysis-origin-no-words = the note has no word of four letters or more
analysis-origin-silence = nothing was said in the two minutes before the note (is the recording’s anchor right?)
analysis-origin-other-words = what was said in that minute shares no word with the note
analysis-origin-untimed = without a time two words must be shared, and no passage has them
analysis-column-scenario = scenario
analysis-column-scenario-desc = Key of the scenario
analysis-column-code = code
analysis-column-code-desc = Key of the code; empty for the total over all codes
analysis-column-n-excerpts = excerpts
analysis-column-n-excerpts-desc = Distinct passages of interviews that carry the code
analysis-column-n-supporting-excerpts = excerpts +
analysis-column-n-supporting-excerpts-desc = Passages that support the scenario and do not contradict it
analysis-column-n-contradicting-excerpts = excerpts −
analysis-column-n-contradicting-excerpts-desc = Passages that contradict the scenario and do not support it
analysis-column-n-mixed-excerpts = excerpts ~
analysis-column-n-mixed-excerpts-desc = Passages that support and contradict the scenario
analysis-column-n-neutral-excerpts = excerpts =
analysis-column-n-neutral-excerpts-desc = Passages that neither support nor contradict the scenario
analysis-column-n-reference-excerpts = references
analysis-column-n-reference-excerpts-desc = Distinct passages of texts that are no interviews; in no other count
analysis-column-n-interviews = interviews
analysis-column-n-interviews-desc = Distinct interviews with such a passage: the sum of the four counts by polarity
analysis-column-n-organisations = organisations
analysis-column-n-organisations-desc = Distinct organisations of those who say these passages
analysis-column-n-supporting = { "+" }
analysis-column-n-supporting-desc = Interviews that support the scenario and do not contradict it
analysis-column-n-contradicting = { "−" }
analysis-column-n-contradicting-desc = Interviews that contradict the scenario and do not support it
analysis-column-n-mixed = { "~" }
analysis-column-n-mixed-desc = Interviews that support and contradict the scenario
analysis-column-n-neutral = { "=" }
analysis-column-n-neutral-desc = Interviews that neither support nor contradict the scenario
analysis-column-n-asked = asked
analysis-column-n-asked-desc = Interviews that were asked a question on the scenario; empty where there is no such question
analysis-column-max-strength-supporting = strength +
analysis-column-max-strength-supporting-desc = Greatest strength among the codings that support
analysis-column-max-strength-contradicting = strength −
analysis-column-max-strength-contradicting-desc = Greatest strength among the codings that contradict
analysis-column-strata-covered = strata
analysis-column-strata-covered-desc = Values of the strata that the speakers have
analysis-column-best-quote = best excerpt
analysis-column-best-quote-desc = The words of the best passage that may be quoted
analysis-column-best-quote-ref = its coding
analysis-column-best-quote-ref-desc = Id of the coding of the best passage
analysis-column-question = question
analysis-column-question-desc = Key of the question
analysis-column-n-answered = answered
analysis-column-n-answered-desc = Interviews that answered
analysis-column-n-partial = partly
analysis-column-n-partial-desc = Interviews that answered in part
analysis-column-n-not-asked = not asked
analysis-column-n-not-asked-desc = Interviews where the question was marked as not asked
analysis-column-n-not-applicable = n/a
analysis-column-n-not-applicable-desc = Interviews where the question does not apply
analysis-column-n-refused = refused
analysis-column-n-refused-desc = Interviews that refused to answer
analysis-column-n-unknown = don’t know
analysis-column-n-unknown-desc = Interviews that do not know
analysis-column-sum = sum
analysis-column-sum-desc = Sum of the figures given; about n counts as n, ranges are left out
analysis-column-mean = mean
analysis-column-mean-desc = Mean of the figures given
analysis-column-median = median
analysis-column-median-desc = Median of the figures given
analysis-column-min = least
analysis-column-min-desc = Least figure given
analysis-column-max = most
analysis-column-max-desc = Greatest figure given
analysis-column-n-mark = mark
analysis-column-n-mark-desc = Interviews that gave this mark
analysis-column-target = target
analysis-column-target-desc = Attributes that the interviews are to have
analysis-column-n-wanted = wanted
analysis-column-n-wanted-desc = Interviews wanted
analysis-column-n-done = held
analysis-column-n-done-desc = Interviews held that count
analysis-column-n-planned = planned
analysis-column-n-planned-desc = Interviews planned and not held yet
analysis-column-n-missing = missing
analysis-column-n-missing-desc = Interviews still to be found
analysis-column-universe = population
analysis-column-universe-desc = How many there are in the population
analysis-column-part = part
analysis-column-part-desc = Part of the whole
analysis-column-field = field
analysis-column-field-desc = What was asked of each entry
analysis-column-value = named
analysis-column-value-desc = What was named, as it was written first
analysis-column-n-mentions = mentions
analysis-column-n-mentions-desc = How often it was named
analysis-column-other-code = with
analysis-column-other-code-desc = Key of the other code
analysis-column-verdict = verdict
analysis-column-verdict-desc = common, specific, intermediate or not concluded, by the rule below
analysis-column-n-cited = cited
analysis-column-n-cited-desc = Interviews of the stratum that cite the code
analysis-column-unit = unit
analysis-column-unit-desc = Unit of the figures
analysis-column-attribute = attribute
analysis-column-attribute-desc = Attribute that makes the strata
analysis-column-stratum = stratum
analysis-column-stratum-desc = Value of the attribute; empty for the whole
analysis-column-variance = variance
analysis-column-variance-desc = Variance of the figures within the stratum
analysis-column-total = total
analysis-column-total-desc = Estimated total of the population
analysis-column-standard-error = error
analysis-column-standard-error-desc = Standard error of the total
analysis-column-note = note
analysis-column-note-desc = What could not be estimated, or was left out
analysis-column-n-asked-question = Interviews that were asked: answered, in part, refused or not known
analysis-column-n-asked-rating = Interviews that were asked to rate the scenario
analysis-column-n-asked-code = Interviews of the stratum that were asked a question naming the code, or all where none does
analysis-column-n-interviews-said = Distinct interviews that named it
analysis-column-code-plain = Key of the code
analysis-column-n-excerpts-both = Distinct passages that carry both codes
analysis-column-n-interviews-both = Distinct interviews in which both codes occur
analysis-rule-changed = { $rule } These questions changed between versions { $versions } of the guide, and their answers are put together here: { $questions }.
analysis-changed-question = { $question } ({ $what })
analysis-changed-list = { $before }, { $next }
analysis-changed-text = words
analysis-changed-kind = kind
analysis-changed-options = options
analysis-changed-unit = unit
analysis-rule-answers = An interview counts once for each question; where it has several answers, by the one that says most. Without an answer it is in no column: blank is never zero. Sums take ‘about n’ as n and leave ranges out.
analysis-rule-adherence = Marks from 1 (against) to 5 (for) that interviews were asked for and gave: one mark an interview and scenario. Adherence is never inferred from passages. ‘Favourable’ counts marks 4 and 5 among the marks given, with Wilson’s 95% interval.
analysis-rule-sample = Interviews held count once in each target whose attributes one of their participants has; planned ones are counted apart; withdrawn ones nowhere. A cell is empty when nobody is held or planned in it, short when some are missing, booked when the appointments suffice, full when the target is met. An interview is coded when it carries at least one coding.
analysis-rule-allocation = Mean of each part over complete allocations, whose parts add up to 100 (give or take half a point); a part they do not name got nothing. Partial allocations are counted and are in no mean; ranges are left out.
analysis-rule-mentions = What was named in lists; case and accents make no difference. An interview counts once for each thing it names. The share is of the interviews where the question was asked, with Wilson’s 95% interval.
analysis-rule-matrix = Distinct passages of each interview that carry the code. { $rules }
analysis-rule-cooccurrence = Two codes come together on a passage when both are on exactly that passage, in an interview when both occur in it. { $rules }
analysis-rule-criteria = { $list } ({ $reference }){ $dated ->
    [both] , in force from { $from } to { $until }.
    [from] , in force from { $from }.
   *[no] .
} A criterion’s evidence is what somebody bound to it: passages of its codes and of those below them, passages of its findings, answers to its questions. ‘gap’: bound, but no passage and no answer of an interview; ‘not-mapped’: nothing is bound. What interviews cannot bring stands at the end of each row. { $rules }
analysis-rule-criteria-unknown = The study names the list of criteria ‘{ $list }’, and there is none of that name. Known: { $known }.
analysis-column-criterion = criterion
analysis-column-criterion-desc = Key of the criterion in its list
analysis-column-label = label
analysis-column-label-criterion = What the criterion asks, in few words; the article says it in full
analysis-column-criterion-state = state
analysis-column-criterion-state-desc = evidence, gap (no evidence) or not-mapped (nothing bound)
analysis-column-codes = codes
analysis-column-codes-desc = Keys of the codes bound to it; those below them count too
analysis-column-questions = questions
analysis-column-questions-desc = Keys of the questions bound to it
analysis-column-findings = findings
analysis-column-findings-desc = Keys of the findings bound to it
analysis-column-n-excerpts-criterion = Distinct passages of interviews that speak to it
analysis-column-n-interviews-criterion = Distinct interviews with such a passage
analysis-column-n-answered-criterion = Interviews that answered a question bound to it
analysis-column-note-criterion = No evidence, or what was bound and is gone since
analysis-column-cannot = beyond interviews
analysis-column-cannot-desc = What interviews cannot bring to this criterion
analysis-criterion-gap = { $state ->
    [gap] no evidence
   *[not-mapped] no evidence: nothing is bound
}
analysis-criterion-gone = { $what ->
    [code] a code that is gone ({ $key })
   *[finding] a finding that is gone ({ $key })
}
analysis-rule-findings = A finding is a statement with the codings that somebody put for and against it; + and − are counted by the side on which a passage was put, whatever its polarity for the scenario; an interview with both is mixed. The confidence and the concerns are a person’s judgement: the figures beside them are what it can rest on, not a verdict. ‘changed’: a coding was put on, altered, taken off or withdrawn since. { $rules }
analysis-column-cited-desc = Among the passages put for or against the finding
analysis-column-finding = finding
analysis-column-finding-desc = Key of the finding
analysis-column-statement = statement
analysis-column-statement-desc = What is stated
analysis-column-confidence = confidence
analysis-column-confidence-desc = high, moderate, low or very-low, as a person judged; empty: nobody has
analysis-column-finding-state = state
analysis-column-finding-state-desc = not-judged, stands, or changed: its evidence is no longer what was judged
analysis-column-methodological = method
analysis-column-methodological-desc = Concerns about how the words were gathered, and why
analysis-column-coherence = coherence
analysis-column-coherence-desc = Concerns about how well the words fit the statement, and why
analysis-column-adequacy = adequacy
analysis-column-adequacy-desc = Concerns about how rich and how many the words are, and why
analysis-column-relevance = relevance
analysis-column-relevance-desc = Concerns about how far the people heard are those the statement is about, and why
analysis-column-judgement = reason
analysis-column-judgement-desc = Why it is trusted that far
analysis-column-n-added-since = put on since
analysis-column-n-added-since-desc = Codings put on it since it was judged; empty: nobody has
analysis-column-n-changed-since = changed since
analysis-column-n-changed-since-desc = Codings with other words, code, strength or polarity since it was judged
analysis-column-n-gone-since = gone since
analysis-column-n-gone-since-desc = Codings taken off, deleted or withdrawn since it was judged
analysis-rule-common = By { $attribute }: an interview cites a code when it carries it with strength { $strength } or more (a strength that is not set counts as 2). Common: cited in every stratum by at least two interviews and { $share }% of those asked. Specific: by two or more interviews of one stratum and none of the others. Inconclusive: a stratum has fewer than { $fewest } interviews asked. Else intermediate. Asked are the interviews that were asked a question naming the code; where no question does, all of the stratum. { $rules }
analysis-rule-totals = Mean of each stratum times its population, added up; the standard error with the finite population taken into account. A purposive sample is not a random one: an order of magnitude. ‘About n’ is taken as n, ranges are left out and counted in the note. An interview in several strata counts once in each, once in the whole.
analysis-column-literal = { $text }
analysis-column-of-value = { $column } · { $value }
analysis-error-unknown = { $what ->
    [table] No table
    [scenario] No scenario
    [coder] No coder
    [code] No code
    [interview] No interview
    [column] No column
    [unit] No unit
    [speaker] No speaker
    [question] No question
   *[attribute] No attribute
} is called “{ $name }”. { $n ->
    [0] There is none yet.
   *[other] There is: { $near }
}
analysis-error-value = The attribute “{ $attribute }” has no value “{ $value }”. { $n ->
    [0] It has none yet.
   *[other] It has: { $near }
}
analysis-error-not-by = The table “{ $table }” has no groups: ask for it without an attribute.
analysis-quotes-verbatim = verbatim
analysis-quotes-differs = differs
analysis-quotes-not-found = not found
analysis-quotes-withdrawn = consent withdrawn: must not be printed
analysis-quotes-left-out = left out at the person’s wish: must not be printed
analysis-quotes-no-quote = consent forbids quoting
analysis-quotes-interviewer = the interviewer’s words
analysis-quotes-several-voices = several people in one quote
analysis-quotes-paraphrase = a note that is no verbatim
analysis-quotes-unclosed = never closed
analysis-quotes-right = right
analysis-quotes-wrong = wrong
analysis-quotes-unknown-reference = unknown reference
analysis-quotes-unchecked = no reference
analysis-quotes-expected = the table has { $k } of { $n }
analysis-quotes-words = “{ $text }”
analysis-quotes-times = said in { $n } places
analysis-quotes-written = written:
analysis-quotes-said = said:  {" "}
analysis-quotes-inserted = added between brackets: { $words }
analysis-suggest-said = { $words }
analysis-suggest-asked = asked: { $words }
analysis-suggest-guide = question { $key }
analysis-suggest-use = put close by, or often
analysis-search-empty = There is nothing to look for: type a word.
analysis-search-control = A control character ({ $code }) cannot be looked for.
analysis-search-long = The pattern has { $bytes } bytes; { $most } is the most.
analysis-search-half = A sign needs words on both sides: a & b, a ~10 b. To look for the sign itself, put it between quotation marks.
analysis-search-mixed = “&” and “~” do not go together in one pattern; use one of them.
analysis-search-broken = This regular expression cannot be read{ $column ->
    [0] {""}
   *[other] , at character { $column }
}: { $reason }
analysis-search-explodes = This regular expression would take too much memory: ask for fewer repetitions.
analysis-query-empty = There is nothing to look for: type the key of a code.
analysis-query-code = A code is wanted at character { $column }{ $end ->
    [yes] , where the query ends
   *[other] , not "{ $found }"
}. The key of a code that is called like an operator goes between straight quotes.
analysis-query-operator = "and", "or" or "not" is wanted at character { $column }, not "{ $found }".
analysis-query-meet = At character { $column }, "{ $found }" does not say how two passages meet. After "and" or "not": overlap, same, turn, interview, or a number of words; after "or" nothing.
analysis-query-open = "{ $sign }" at character { $column } has no other half.
analysis-query-filter = key=value is wanted at character { $column }, not "{ $found }": an attribute, a scenario (S2=+), coder or interview.
analysis-query-deep = Too many brackets within brackets.
analysis-rule-query = The passages that "{ $query }" finds: those of the left side that meet a passage of the right side (or meet none), on common words unless said otherwise. One row a passage, code and coder. { $rules }
analysis-column-document = document
analysis-column-document-desc = Key of the document; empty for a note
analysis-column-turn = turn
analysis-column-turn-desc = Number of the turn in the document, from 1
analysis-column-t-start-ms = time
analysis-column-t-start-ms-desc = Time at which the passage begins, in milliseconds
analysis-column-coder = coder
analysis-column-coder-desc = Who coded
analysis-column-quote = words
analysis-column-quote-desc = The words of the passage; empty where consent forbids quoting
analysis-column-coding-id = coding
analysis-column-coding-id-desc = Id of the coding
analysis-rule-interviewer = { $interviewer ->
    [yes] Words of interviewers are counted.
   *[no] Words of interviewers are not counted.
}
analysis-rule-coder = { $one ->
    [no] Where the codings of two coders were settled, the settled one alone counts.
   *[yes] Only the codings of { $coder } are counted, settled or not.
}
analysis-rule-masked = { $rule } Cells with fewer than { $mask } interviews are masked, and as many others (…) as it takes so that they cannot be worked out; what a count leaves of a whole that is shown with it (nine of ten leave one) is a cell too.{ $commission ->
    [yes] {" "}{ $left ->
        [0] For a commission: every line has at least { $mask } interviews behind it.
        [one] For a commission: one line is left out, since fewer than { $mask } interviews stand behind it.
       *[other] For a commission: { $left } lines are left out, since fewer than { $mask } interviews stand behind each.
    }
   *[no] {""}
}
analysis-rule-evidence = Distinct interviews are counted. An excerpt is a distinct passage, however many codes or coders it has. An interview, or an excerpt, that is both for and against the scenario counts as mixed, in neither of the other two. The first row of a scenario is its total over all codes; the other rows count their own code without those below it. Texts that are no interviews are counted apart. Withdrawn interviews are counted nowhere. The best excerpt is taken from transcripts and verbatim notes that may be quoted. { $rules }
analysis-rule-codes = Distinct passages, interviews and organisations are counted for each code without those below it, whatever the scenario. An excerpt is a distinct passage, however many coders it has. Texts that are no interviews are counted apart. Withdrawn interviews are counted nowhere. { $rules }
analysis-column-code-agreement = Key of the code, or the category; empty for all together
analysis-column-unit-agreement = What is counted as one unit: row, turn, sentence, segment or character
analysis-column-coefficient = coefficient
analysis-column-coefficient-desc = Name of the coefficient of agreement
analysis-column-n-units = units
analysis-column-n-units-desc = Units that the coefficient was counted over
analysis-column-note-agreement = Why there is no value, or what has to be known about it
analysis-na = n/a
analysis-note-pairs = mean over { $defined } of { $all } pairs of coders
analysis-note-level = level: { $level }
analysis-note-complete = { $left ->
    [one] one unit without a value of every coder left out
   *[other] { $left } units without a value of every coder left out
}
analysis-undefined-few-coders = fewer than two coders
analysis-undefined-no-common-unit = no unit has values of two coders
analysis-undefined-one-category = all values are of one category: agreement by chance is certain
analysis-undefined-not-numbers = this level needs numbers, and a value is none
analysis-undefined-negative = the ratio level needs numbers of zero or more
analysis-undefined-no-complete-unit = no unit has a value of every coder
analysis-undefined-one-code = there is one code only: coders agree on it by chance
analysis-undefined-no-segments = nobody coded anything here
analysis-rule-agreement = { $coders ->
    [one] One coder
   *[other] { $coders } coders
}, { $units ->
    [one] one unit
   *[other] { $units } units
}, { $common } with values of two coders or more, { $categories ->
    [one] one category
   *[other] { $categories } categories
}; an empty cell is missing. Krippendorff’s α takes every unit with two values and the level asked for ({ $level }); Gwet’s AC1 takes the same units; Fleiss’ κ only units with a value of every coder. Cohen’s κ, Scott’s π, Brennan-Prediger and Holsti are counted for every two coders, and their mean is shown; they compare values as same or different. A row with a category is that category against all others.
analysis-sample-empty = empty
analysis-sample-short = short
analysis-sample-booked = booked
analysis-sample-full = full
analysis-criterion-state-evidence = evidence
analysis-criterion-state-gap = gap
analysis-criterion-state-not-mapped = not mapped
analysis-finding-state-not-judged = not judged
analysis-finding-state-stands = stands
analysis-finding-state-changed = changed
analysis-unit-turn = turn
analysis-unit-sentence = sentence
analysis-unit-segment = segment
analysis-unit-character = character
analysis-unit-row = row
analysis-coefficient-observed-agreement = observed agreement
analysis-coefficient-cohen-kappa = Cohen’s κ
analysis-coefficient-scott-pi = Scott’s π
analysis-coefficient-brennan-prediger = Brennan-Prediger
analysis-coefficient-gwet-ac1 = Gwet’s AC1
analysis-coefficient-krippendorff-alpha = Krippendorff’s α
analysis-coefficient-fleiss-kappa = Fleiss’ κ
analysis-coefficient-holsti = Holsti
analysis-coefficient-segment-agreement = agreement by segment
analysis-coefficient-segment-kappa = κ by segment
analysis-coefficient-u-alpha = uα
analysis-coefficient-u-alpha-binary = uα, coded or not
analysis-concern = { $concern ->
    [none] none
    [minor] minor
    [moderate] moderate
   *[substantial] substantial
}{ $said ->
    [no] {""}
   *[yes] {": "}{ $reason }
}
analysis-hours-of-step = team
analysis-hours-of-interview = interview
analysis-hours-of-interviewer = led by
analysis-hours-of-organisation = organisation
analysis-hours-of-person = person
analysis-hours-step-preparing = preparing
analysis-hours-step-call = call
analysis-hours-step-notes = notes
analysis-hours-step-coding = coding
analysis-hours-source-typed = typed
analysis-hours-source-measured = measured
analysis-hours-source-typed-measured = typed and measured
analysis-note-no-universe = no universe
analysis-note-stratum-empty = a stratum has no answer
analysis-note-no-answer = no answer
analysis-note-no-variance = variance not estimable
analysis-note-ranges = { $n ->
    [one] { $n } range left out
   *[other] { $n } ranges left out
}
analysis-note-several-strata = { $n ->
    [one] { $n } interview in several strata, counted once
   *[other] { $n } interviews in several strata, counted once
}
analysis-verdict-common = common
analysis-verdict-specific = specific
analysis-verdict-intermediate = intermediate
analysis-verdict-not-concluded = not concluded
analysis-column-value-agreement = Its value; n/a where it is not defined, never 0 instead
analysis-column-position = position
analysis-column-position-desc = Place of the interview in the order that the rule states
analysis-column-interview = interview
analysis-column-interview-plain = Key of the interview
analysis-column-n-codes = codes
analysis-column-n-codes-desc = Distinct codes of the interview
analysis-column-n-new = new
analysis-column-n-new-desc = Codes that no interview before it had
analysis-column-n-cumulated = cumulated
analysis-column-n-cumulated-desc = Distinct codes up to this interview
analysis-column-min-cumulated = least
analysis-column-min-cumulated-desc = Fewest distinct codes after so many interviews, over shuffled orders
analysis-column-median-cumulated = median
analysis-column-median-cumulated-desc = Median of distinct codes after so many interviews, over shuffled orders
analysis-column-max-cumulated = most
analysis-column-max-cumulated-desc = Most distinct codes after so many interviews, over shuffled orders
analysis-column-stratum-saturation = Value of the attribute; empty for all interviews
analysis-column-base = base
analysis-column-base-desc = Interviews whose codes the run is compared with
analysis-column-run = run
analysis-column-run-desc = Consecutive interviews that are looked at together
analysis-column-threshold = threshold
analysis-column-threshold-desc = New codes of the run over codes of the base, at most
analysis-column-reached = reached
analysis-column-reached-desc = n(+run): the run after n interviews stays within the threshold; the first that does
analysis-column-n-interviews-series = Interviews in the order
analysis-column-n-base = codes of the base
analysis-column-n-base-desc = Distinct codes of the base
analysis-column-note-saturation = Why there is no figure
analysis-saturation-never = not reached
analysis-saturation-too-few = fewer than { $n } interviews
analysis-saturation-empty-base = the base has no code
analysis-order-start = Interviews in the order in which they began
analysis-order-study = Interviews in the study’s order, because not all have a start time
analysis-rule-saturation = { $order }. A code is new in the first interview that has it; where in the codebook it stands does not matter. Least, median and most: codes after so many interviews over { $shuffles } shuffled orders (seed { $seed }). { $rules }
analysis-rule-saturation-runs = { $order }. Guest, Namey and Chen: new codes of a run of interviews over codes of the first interviews (the base); runs overlap, each begins one interview later; n(+run) is the first run within the threshold, after n interviews. It depends on the order: the table saturation shows the spread over shuffled orders. { $rules }
analysis-column-presence = 1 where the interview has a passage with the code, 0 where it has none
analysis-column-n-turns = turns
analysis-column-n-turns-desc = Turns in which both occur
analysis-column-summary = summary
analysis-column-summary-desc = What somebody wrote on the passages of the interview with this theme
analysis-column-state-framework = filled, stale (passages changed since it was written), passages (no summary yet), empty, or not asked
analysis-column-n-coded-agreement = Units that at least one coder gave the code
analysis-column-n-uncoded = uncoded
analysis-column-n-uncoded-desc = Units that none did; they agree, and are counted apart here
analysis-framework-filled = filled
analysis-framework-stale = stale
analysis-framework-passages = passages
analysis-framework-empty = empty
analysis-framework-not-asked = not asked
analysis-note-sets = codes of one coder overlap: cut at every end, each set of codes is a category
analysis-rule-matrix-presence = 1 where the interview has a passage with the code, 0 where it has none. { $rules }
analysis-rule-matrix-whole = Distinct interviews, and passages, that carry the code, all interviews together: a column of one interview would be of fewer than may be shown. { $rules }
analysis-column-certification = certification
analysis-column-certification-desc = Code of the certification in its register
analysis-column-title = title
analysis-column-title-desc = Title of the certification
analysis-column-certifier = certifier
analysis-column-certifier-desc = Who certifies
analysis-column-level = level
analysis-column-level-desc = Level, as the register has it
analysis-column-registered-on = registered
analysis-column-registered-on-desc = First day of the registration
analysis-column-expires-on = expires
analysis-column-expires-on-desc = Last day of the registration
analysis-column-seen-on = seen on
analysis-column-seen-on-desc = Day on which somebody looked it up in the register
analysis-column-registration = registration
analysis-column-registration-desc = in-force, expired or not-yet on the day asked for, else on the day it was looked up; unknown without days
analysis-registration-in-force = in force
analysis-registration-expired = expired
analysis-registration-not-yet = not yet
analysis-registration-unknown = not known
analysis-column-own = own
analysis-column-own-desc = yes for the certification under study
analysis-own-yes = the study’s
analysis-column-n-interviews-panorama = Interviews that mention it, by a passage with one of its codes or in a list they were asked for
analysis-column-n-excerpts-panorama = Distinct passages that carry one of its codes
analysis-column-n-asked-panorama = Interviews that were asked for a list; empty where no question asks
analysis-column-n-covered = competences
analysis-column-n-covered-desc = Competences it covers
analysis-column-n-shared = shared
analysis-column-n-shared-desc = Competences it shares with the study’s certification; for that one, with any other
analysis-column-shared = shared competences
analysis-column-shared-desc = Keys of the competences it shares, semicolons between them
analysis-column-only = it alone
analysis-column-only-desc = Keys of the competences that no other certification shown covers
analysis-column-note-panorama = What else is to be known
analysis-rule-panorama-none = No certification is in the register: ‘certification add’ or the import of certifications.csv brings them.
analysis-rule-panorama = Certifications of the register, as they were looked up. { $dated ->
    [yes] As of { $day }; { $later ->
        [0] none was registered later
        [one] one that was registered later is left out
       *[other] { $later } that were registered later are left out
    }.
   *[no] Each as of the day it was looked up.
} An interview mentions one by a passage with one of its codes, or by its code, title or another of its names in a list it was asked for. Competences are codes that somebody said it covers. { $rules }
analysis-moved-coded = { $n ->
    [0] {""}
    [one] { $n } coded
   *[other] { $n } coded
}
analysis-moved-recoded = { $n ->
    [0] {""}
    [one] { $n } recoded
   *[other] { $n } recoded
}
analysis-moved-removed = { $n ->
    [0] {""}
    [one] { $n } deleted
   *[other] { $n } deleted
}
analysis-moved-withdrawn = { $n ->
    [0] {""}
    [one] { $n } withdrawn
   *[other] { $n } withdrawn
}
analysis-moved-answers = { $n ->
    [0] {""}
    [one] { $n } answer
   *[other] { $n } answers
}
analysis-moved-interviews = { $n ->
    [0] {""}
    [one] one new interview
   *[other] { $n } new interviews
}
analysis-moved-other = interviews, people, codebook or rules
analysis-rule-matrix-by = Distinct interviews, and passages, in which speakers with the value carry the code. { $rules }
analysis-rule-framework = One row an interview, one theme each code at the top of the codebook with all codes below it, and each other code that has a summary. The summary is somebody’s own words; the passages are counted apart. Stale: passages came, went or changed since it was written. Not asked: questions name the theme, and none was put. { $rules }
analysis-rule-coders = { $n ->
    [one] Coder
   *[other] Coders
}: { $coders }. Compared over the { $sources } texts that at least two of them coded, without turns that do not count; { $alone } texts that one alone coded are left out. Turn and sentence: a unit has a code where a passage touches it. Character: every character is a unit. Segment: two segments with one code are one where they share { $overlap } % of what either covers; chance is one code among those used (κ of Rädiker and Kuckartz). A row without a code takes the set of codes of a unit for its category. uα is Krippendorff’s of 2016, over texts that all coded; binary: where, not what. Units without any code agree and weigh on every κ: they are counted apart. Settled codings and those they settle: the latter are compared. { $rules }
analysis-column-n-coded = coded
analysis-rules = { $interviewer } { $coder }{ $mask ->
    [no] {" "}Nothing is masked.
   *[other] {""}
}
analysis-share-none = –
analysis-share-few = { $k } of { $n } [{ $low }; { $high }]
analysis-share = { $percent }% [{ $low }; { $high }] ({ $k } of { $n })
analysis-rule-choice = Interviews that chose each answer, among those that answered the question; several answers of one interview count once each. Share with Wilson’s 95% interval; under 30 interviews it is read in numbers, never as a bare percentage.
analysis-rule-hours = Minutes agreed on and minutes taken. The call is measured by its clock (measured) where nobody typed another length (typed); the other steps are typed. A day has { $hours } hours. By organisation and by person, everybody who was asked counts for the length of the call; withdrawn interviews do not count, and nothing was agreed with who refused or cancelled.
analysis-column-favourable = favourable
analysis-column-favourable-desc = Marks 4 and 5 among the marks given
analysis-column-favourable-low = favourable, low
analysis-column-favourable-low-desc = Lower bound of Wilson’s 95% interval, in percent
analysis-column-favourable-high = favourable, high
analysis-column-favourable-high-desc = Upper bound of Wilson’s 95% interval, in percent
analysis-column-share = share
analysis-column-share-desc = How many of how many, with Wilson’s 95% interval
analysis-column-share-low = low
analysis-column-share-low-desc = Lower bound of Wilson’s 95% interval, in percent
analysis-column-share-high = high
analysis-column-share-high-desc = Upper bound of Wilson’s 95% interval, in percent
analysis-column-option = answer
analysis-column-option-desc = Key of the answer that was offered, or words written beside
analysis-column-option-label = label
analysis-column-option-label-desc = Words of the answer in the guide
analysis-column-n = chosen
analysis-column-n-desc = Interviews that chose it
analysis-column-n-complete = complete
analysis-column-n-complete-desc = Interviews whose parts add up to 100
analysis-column-n-partial-allocation = Interviews whose parts do not add up to 100; in no mean
analysis-column-n-coded-desc = Interviews held that carry at least one coding
analysis-column-n-refused-sample = Interviews refused
analysis-column-n-no-show = no-shows
analysis-column-n-no-show-desc = Interviews to which nobody came
analysis-column-state = state
analysis-column-state-desc = empty, short, booked or full
analysis-column-of = of
analysis-column-of-desc = step, interview, interviewer, organisation or person: whose time it is
analysis-column-key = key
analysis-column-key-hours = Key or pseudonym; empty for all
analysis-column-step = step
analysis-column-step-desc = preparing, call, notes or coding; empty for all
analysis-column-n-interviews-hours = Interviews, or persons interview by interview, whose time is known
analysis-column-minutes-planned = minutes agreed
analysis-column-minutes-planned-desc = Length agreed on, else that of the guide
analysis-column-minutes = minutes
analysis-column-minutes-desc = Minutes taken
analysis-column-days-planned = days agreed
analysis-column-days-planned-desc = Minutes agreed on, in days
analysis-column-days = days
analysis-column-days-desc = Minutes taken, in days
analysis-column-source = source
analysis-column-source-desc = typed, measured or typed+measured: by hand, by the clock of the call

#
# end of analysis
#
analysis-rule-progress = Characters of the newest version of each document are counted: read are those that were on this coder’s screen, coded those that carry one of this coder’s codings.
analysis-column-n-characters = characters
analysis-column-n-characters-desc = Characters of the newest version
analysis-column-n-read = read
analysis-column-n-read-desc = Characters that were on this coder’s screen
analysis-column-n-unread = unread
analysis-column-n-unread-desc = Characters that were not
analysis-column-n-characters-coded = coded
analysis-column-n-characters-coded-desc = Characters that carry one of this coder’s codings
analysis-column-n-codings = codings
analysis-column-n-codings-desc = This coder’s codings on this document
analysis-column-stopped-at = stopped at turn
analysis-column-stopped-at-desc = Turn, from 1, at which this coder stopped reading; empty where they never opened it

### command
command-palette-open = commands
command-palette-open-desc = List every command, with its key and, when it cannot run, the reason
command-help-here = keys
command-help-here-desc = Show all keys of this place
command-undo = undo
command-undo-desc = Undo the last change and say which
command-redo = redo
command-redo-desc = Do again what was just undone
command-enter = open
command-enter-desc = Go into what is under the cursor
command-back = back
command-back-desc = Go back out; nothing typed is lost
command-pane-next = next pane
command-pane-next-desc = Move to the next pane
command-pane-previous = previous pane
command-pane-previous-desc = Move to the previous pane
command-side-pane-toggle = side pane
command-side-pane-toggle-desc = Show or hide the side pane
command-search-open = search
command-search-open-desc = Search here; accents and case do not matter
command-search-next = next hit
command-search-next-desc = Go to the next hit
command-search-previous = previous hit
command-search-previous-desc = Go to the previous hit
command-search-clear = end search
command-search-clear-desc = Stop showing the hits
command-copy = copy
command-copy-desc = Copy what is under the cursor to the clipboard
command-keys-choose = keymap
command-keys-choose-desc = Choose the keys: default, azerty, qwertz, bepo, vim, arrows
command-keys-why = what a key does
command-keys-why-desc = Press a key and read what it does here, and why
command-lang-toggle = français
command-lang-toggle-desc = Switch to the other language
command-theme-next = theme
command-theme-next-desc = Switch to the next theme: auto, light, dark, mono
command-redraw = redraw
command-redraw-desc = Draw the screen again
command-suspend = suspend
command-suspend-desc = Give the terminal back to the shell; fg returns
command-quit = quit
command-quit-desc = Leave; everything is saved already
command-place-start = start page
command-place-start-desc = Go to the start page
command-place-sessions = interviews
command-place-sessions-desc = Go to the board of interviews
command-place-live = call
command-place-live-desc = Go to the call
command-place-transcript = transcript
command-place-transcript-desc = Go to the transcript
command-place-codes = codes
command-place-codes-desc = Go to the codebook
command-place-evidence = evidence
command-place-evidence-desc = Go to the evidence table
command-place-references = reference texts
command-place-references-desc = Go to the reference texts
command-place-search = search
command-place-search-desc = Looks for words in the whole study
command-find-words = search
command-find-words-desc = Looks for other words in the whole study
command-find-regex = regular expression
command-find-regex-bar = regex
command-find-regex-desc = Reads the pattern as a regular expression, or as words
command-find-exact = exactly
command-find-exact-desc = Case, accents and apostrophes as they are typed, or without regard to them
command-find-whole = whole words
command-find-whole-desc = Whole words only, or parts of words too
command-find-voice = whose words
command-find-voice-bar = voice
command-find-voice-desc = The words of all, of participants, of interviewers
command-find-where = attribute
command-find-where-desc = Only who has this value of an attribute; "-": everybody
command-find-code = code
command-find-code-desc = Only in passages of this code; "-": everywhere
command-find-clear = no filter
command-find-clear-desc = Looks for the words everywhere, without regard to case or accents
command-saved-save = keep under a name
command-saved-save-bar = keep
command-saved-save-desc = Keeps this search or query under a name
command-saved-open = saved searches
command-saved-open-desc = Asks a saved search or query again
command-saved-remove = forget a search
command-saved-remove-desc = Forgets the name of a search or query
command-place-guide = guide
command-place-guide-desc = Goes to the interview guide: sections and questions
command-place-settings = settings
command-place-settings-desc = Go to the settings of the study
command-place-log = log
command-place-log-desc = Go to the log of all changes
command-place-messages = messages
command-place-messages-desc = Go to the messages so far
command-cursor-up = up
command-cursor-up-desc = Move up
command-cursor-down = down
command-cursor-down-desc = Move down
command-cursor-left = left
command-cursor-left-desc = Move left
command-cursor-right = right
command-cursor-right-desc = Move right
command-cursor-first = first
command-cursor-first-desc = Go to the first line, or to the line of the number typed before
command-cursor-last = last
command-cursor-last-desc = Go to the last line
command-cursor-page-up = page up
command-cursor-page-up-desc = Move up a page
command-cursor-page-down = page down
command-cursor-page-down-desc = Move down a page
command-cursor-half-up = half a page up
command-cursor-half-up-desc = Move up half a page
command-cursor-half-down = half a page down
command-cursor-half-down-desc = Move down half a page
command-sentence-next = next sentence
command-sentence-next-desc = Go to the next sentence
command-sentence-previous = previous sentence
command-sentence-previous-desc = Go to the previous sentence
command-turn-next = next turn
command-turn-next-desc = Go to the next turn
command-turn-previous = previous turn
command-turn-previous-desc = Go to the previous turn
command-turn-next-uncoded = next uncoded turn
command-turn-next-uncoded-desc = Go to the next turn without any code
command-turn-previous-uncoded = previous uncoded turn
command-turn-previous-uncoded-desc = Go to the previous turn without any code
command-study-open = open a study
command-study-open-desc = Open a study of the data folder
command-study-new = new study
command-study-new-desc = Make a new, empty study
command-study-new-bar = new
command-study-sample = sample study
command-study-sample-desc = Open a fresh copy of the sample study
command-study-sample-bar = sample
command-study-import-folder = import a folder
command-study-import-folder-desc = Make a study from a study folder
command-export-run = export
command-export-run-desc = Write all data files into a folder
command-study-check = check
command-study-check-desc = Check that journal, texts and passages are whole
command-session-new = new interview
command-session-new-desc = Plan a new interview
command-session-new-bar = new
command-session-edit = edit interview
command-session-edit-desc = Edit the interview: participants, organisation, times, mode
command-session-edit-bar = edit
command-session-delete = delete interview
command-session-delete-desc = Delete the interview; it can be undone
command-reference-rename = rename
command-reference-rename-desc = Gives the reference text another key
command-reference-delete = remove
command-reference-delete-desc = Removes the reference text with its codings; can be undone
command-session-state = state
command-session-state-desc = Change the state of the interview: planned, done, cancelled…
command-session-start-call = start the call
command-session-start-call-desc = Start the call: notes get their time from now on
command-session-start-call-bar = call
command-session-end-call = end the call
command-session-end-call-desc = End the call
command-session-transcript = transcript
command-session-transcript-desc = Open the transcript of this interview
command-session-transcript-bar = transcript
command-session-consent = consent
command-session-consent-desc = Record what the participant agreed to: given, no quote, withdrawn
command-session-consent-bar = consent
command-participant-add = add a participant
command-participant-add-desc = Add a participant to the interview
command-participant-edit = participant
command-participant-edit-desc = Edit a participant and the attributes of the study
command-participant-remove = remove a participant
command-participant-remove-desc = Remove a participant from the interview
command-organisation-edit = organisation
command-organisation-edit-desc = Edit the organisation and its attributes
command-identity-show = identity
command-identity-show-desc = Show name, telephone and mail until the next key
command-identity-edit = edit identity
command-identity-edit-desc = Edit name, telephone and mail; no export ever holds them
command-file-import = import a file
command-file-import-desc = Import transcripts or data files, after a look at what was read
command-file-import-reference = import a reference
command-file-import-reference-desc = Import a reference text, coded like an interview and counted apart
command-file-parent = folder above
command-file-parent-desc = Go to the folder above
command-file-hidden = hidden files
command-file-hidden-desc = Show or hide hidden files
command-preview-keep = keep
command-preview-keep-desc = Keep the file as it was read
command-preview-session = interview
command-preview-session-desc = Choose the interview this text belongs to
command-preview-interviewer = interviewer
command-preview-interviewer-desc = Say that this speaker is an interviewer, or is not
command-preview-confirm = it is a name
command-preview-confirm-desc = Says that the name seen once is somebody who speaks, and reads the file again
command-preview-encoding = encoding
command-preview-encoding-desc = Read the file again in another encoding
command-preview-format = format
command-preview-format-desc = Read the file again as another format
command-preview-unread = not read
command-preview-unread-desc = Show what could not be read, with its lines
command-note-type = type
command-note-type-desc = Type into the line of the note
command-note-keep = keep the note
command-note-keep-desc = Keep the note with the time of its first letter
command-question-next = next question
command-question-next-desc = Go to the next question of the guide
command-question-next-bar = next
command-question-previous = previous question
command-question-previous-desc = Go to the previous question of the guide
command-note-code = code
command-note-code-desc = Put a code on the note while typing
command-note-kind = kind
command-note-kind-desc = Change the kind of the note: verbatim, paraphrase, observation, interpretation, figure
command-note-flag = flag
command-note-flag-desc = Flag the note: follow up, verify, strong, mask, document promised
command-note-answer = answer
command-note-answer-desc = Answer the question: a value and its state
command-note-question = question
command-note-question-desc = Bind the note to another question
command-notes-beside = notes beside
command-notes-beside-desc = Show or hide the notes of the call beside the turns, each at its time
command-note-edit = edit the note
command-note-edit-desc = Edit the note under the cursor
command-note-delete = delete the note
command-note-delete-desc = Delete the note under the cursor; it can be undone
command-note-lines = one note or several
command-note-lines-desc = Lines that were pasted are a note each, or one note
command-note-time = time of the note
command-note-time-desc = Gives the note another time of the call: 23:05
command-question-jump = go to
command-question-jump-desc = Goes to a question of the guide by its number or a few letters
command-answer-state = state of the answer
command-answer-state-desc = Says what became of the question: answered, partly, not asked, not applicable, refused, does not know
command-call-pause = pause or resume
command-call-pause-desc = Stops the clock of the call, and lets it go on
command-call-open = before hanging up
command-call-open-desc = Lists what is still open: follow-ups, questions not asked, codes and scenarios without evidence, running totals
command-call-anchor = start of the recording
command-call-anchor-desc = Says at which time of the call the recording began (3:12), so that notes and transcript lie side by side
command-cards-shuffle = shuffle the cards
command-cards-shuffle-desc = Shuffles the scenario cards and keeps the order they are shown in
command-note-add = add a note
command-note-add-desc = Add a note to the interview
command-select-word = word
command-select-word-desc = Select the word
command-select-label = labels
command-select-label-desc = Put letters before every sentence on the screen; typing them takes the sentence
command-label-type = letter of a label
command-label-type-desc = Type a letter of a label
command-clause-next = next part of a sentence
command-clause-next-desc = Go to the next part of a sentence
command-clause-previous = previous part of a sentence
command-clause-previous-desc = Go to the previous part of a sentence
command-turn-next-voice = same speaker, on
command-turn-next-voice-desc = Go to the next turn of the same person
command-turn-previous-voice = same speaker, back
command-turn-previous-voice-desc = Go to the previous turn of the same person
command-turn-next-asked = next question
command-turn-next-asked-desc = Go to the next question that is asked
command-turn-previous-asked = previous question
command-turn-previous-asked-desc = Go to the question asked before
command-select-clause = part of a sentence
command-select-clause-desc = Select the part of a sentence
command-select-question = question and answers
command-select-question-desc = Select the question and all that answers it
command-coding-next-same = same code, on
command-coding-next-same-desc = Go to the next coding of the same code
command-coding-previous-same = same code, back
command-coding-previous-same-desc = Go to the previous coding of the same code
command-select-sentence = sentence
command-select-sentence-desc = Select the sentence
command-select-turn = turn
command-select-turn-desc = Select the turn
command-select-extend = extend
command-select-extend-desc = Extend the selection with the cursor, across turns too
command-select-clear = drop selection
command-select-clear-desc = Drop the selection
command-passage-start-left = start, word to the left
command-passage-start-left-desc = Move the start of the passage a word to the left
command-passage-start-right = start, word to the right
command-passage-start-right-desc = Move the start of the passage a word to the right
command-passage-end-left = end, word to the left
command-passage-end-left-desc = Move the end of the passage a word to the left
command-passage-end-right = end, word to the right
command-passage-end-right-desc = Move the end of the passage a word to the right
command-passage-start-left-letter = start, letter to the left
command-passage-start-left-letter-desc = Move the start of the passage a character to the left
command-passage-start-right-letter = start, letter to the right
command-passage-start-right-letter-desc = Move the start of the passage a character to the right
command-passage-end-left-letter = end, letter to the left
command-passage-end-left-letter-desc = Move the end of the passage a character to the left
command-passage-end-right-letter = end, letter to the right
command-passage-end-right-letter-desc = Move the end of the passage a character to the right
command-code-slot = code
command-code-slot-desc = Put the code of this slot on the passage
command-code-pick = choose…
command-code-pick-desc = Choose a code by typing part of it, and put it on the passage
command-suggestion-first = suggested
command-suggestion-first-desc = Put the first suggested code on the passage
command-suggestion-second = second suggested
command-suggestion-second-desc = Put the second suggested code on the passage
command-suggestion-third = third suggested
command-suggestion-third-desc = Put the third suggested code on the passage
command-suggestion-toggle = suggestions on or off
command-suggestion-toggle-desc = Suggest codes in this study, or no longer
command-code-repeat = repeat
command-code-repeat-desc = Put the code used last on the passage
command-code-new = new code
command-code-new-desc = Make a new code, after a look at those that resemble it
command-code-show = its code
command-code-show-desc = Show the code in the codebook
command-coding-polarity-supports = supports (+)
command-coding-polarity-supports-desc = The coding supports the scenario
command-coding-polarity-contradicts = contradicts (−)
command-coding-polarity-contradicts-desc = The coding contradicts the scenario
command-coding-polarity-mixed = mixed (~)
command-coding-polarity-mixed-desc = The coding is mixed about the scenario
command-coding-polarity-neutral = neutral (=)
command-coding-polarity-neutral-desc = The coding is about the scenario, neither for nor against
command-coding-polarity-clear = no polarity
command-coding-polarity-clear-desc = Take the coding’s polarity in this scenario away
command-coding-strength = strength
command-coding-strength-desc = Set the strength, 0 to 4
command-coding-strength-clear = no strength
command-coding-strength-clear-desc = Take the strength away
command-coding-memo = memo
command-coding-memo-desc = Write a memo on the coding
command-coding-better = quote higher
command-coding-better-desc = Picks the passage to be quoted, behind those picked already; then one place higher
command-coding-worse = quote lower
command-coding-worse-desc = Puts the quote one place lower; the last one is picked no longer
command-coding-star = star
command-coding-star-desc = Star the coding as a quote worth showing, or take the star away
command-coding-remove = remove
command-coding-remove-desc = Remove the coding; it can be undone
command-coding-move-ends = move the ends
command-coding-move-ends-desc = Give the coding the ends of the selection
command-coding-propose = propose the passage
command-coding-propose-desc = Propose the words of the transcript that the coded note came from, and move its codings there
command-coding-choose = other coding here
command-coding-choose-desc = Choose the next of the codings that overlap here
command-coding-next = next coding
command-coding-next-desc = Go to the next coding
command-coding-previous = previous coding
command-coding-previous-desc = Go to the previous coding
command-scenario-next = next scenario
command-scenario-next-desc = Switch to the next scenario
command-scenario-previous = previous scenario
command-scenario-previous-desc = Switch to the previous scenario
command-scenario-choose = choose a scenario
command-scenario-choose-desc = Choose the current scenario
command-codebook-add = add a code
command-codebook-add-desc = Add a code beside this one
command-codebook-add-child = add below
command-codebook-add-child-desc = Add a code below this one
command-codebook-edit = edit
command-codebook-edit-desc = Edit the code: labels, definition, what it includes and excludes, example, colour, slot
command-codebook-rename = rename
command-codebook-rename-desc = Give the code another key
command-codebook-label = label
command-codebook-label-desc = Edit the labels in both languages
command-codebook-definition = definition
command-codebook-definition-desc = Edit the definition
command-codebook-include = includes
command-codebook-include-desc = Edit what the code includes
command-passage-exclude = leave out, take in
command-passage-exclude-desc = Leave the passage or the note out as the person asks, or take it in again
command-minutes-exclude = leave minutes out
command-minutes-exclude-desc = Leave the last minutes of the call out, or a time that is asked for
command-codebook-exclude = excludes
command-codebook-exclude-desc = Edit what the code excludes
command-codebook-example = example
command-codebook-example-desc = Edit the example
command-codebook-colour = colour
command-codebook-colour-desc = Choose the colour
command-codebook-slot = slot
command-codebook-slot-desc = Give the code a slot, 1 to 9, for coding with one key
command-codebook-slot-clear = no slot
command-codebook-slot-clear-desc = Take the slot away
command-codebook-move = move
command-codebook-move-desc = Move the code, with all below it, under another
command-codebook-move-up = move up
command-codebook-move-up-desc = Move the code up among its neighbours
command-codebook-move-down = move down
command-codebook-move-down-desc = Move the code down among its neighbours
command-codebook-merge = merge
command-codebook-merge-desc = Merge the code into another; its codings follow
command-codebook-delete = delete
command-codebook-delete-desc = Delete the code, after asking what becomes of its codings
command-codebook-fold = fold
command-codebook-fold-desc = Fold or unfold what is below the code
command-codebook-fold-all = fold all
command-codebook-fold-all-desc = Fold or unfold the whole tree
command-codebook-passages = passages
command-codebook-passages-desc = Show the passages with this code
command-evidence-passages = to the passages
command-evidence-passages-desc = Show the passages behind the figure
command-evidence-by = by…
command-evidence-by-desc = Count by the values of an attribute
command-evidence-coder = coder
command-evidence-coder-desc = Count one coder’s codings, or all
command-evidence-gaps = gaps
command-evidence-gaps-desc = Show only the codes or criteria without evidence, only those with, or all
command-evidence-rule = rule
command-evidence-rule-desc = Show the rule of counting
command-evidence-export = export
command-evidence-export-desc = Write the table as CSV, JSON or Markdown
command-evidence-copy = copy
command-evidence-copy-desc = Copy the row to the clipboard
command-passage-open = to its place
command-passage-open-desc = Go to the passage’s place in the transcript
command-table-open = tables
command-table-open-desc = Shows another table of the study
command-table-picture = picture
command-table-picture-desc = Draws the table as a picture, or as figures again
command-table-sort = sort
command-table-sort-desc = Sorts the rows by the column under the cursor
command-table-scenario = scenario…
command-table-scenario-desc = Counts one scenario only, or all
command-table-unit = unit…
command-table-unit-desc = Compares coders by turn, sentence, segment or character
command-table-presence = presence
command-table-presence-desc = Shows whether there is a passage, or how many
command-finding-add = state a finding
command-finding-add-desc = States a finding, with your own judgement of it
command-table-edit = edit
command-table-edit-desc = Edits the finding or the summary under the cursor
command-finding-keep = read again
command-finding-keep-desc = Says that the finding stands on its evidence as it is now
command-finding-remove = delete
command-finding-remove-desc = Deletes the finding under the cursor
command-finding-cite = on a finding
command-finding-cite-desc = Puts the passage for or against a finding
command-milestone-add = set a milestone
command-milestone-add-desc = Gives the study as it is now a name
command-milestone-diff = what moved
command-milestone-diff-desc = Compares every figure with a milestone, and says why it moved
command-milestone-view = as of a milestone
command-milestone-view-desc = Shows the study as it was at a milestone, or as it is now
command-quotes-check = check the quotes
command-quotes-check-desc = Checks every quote and figure of a finished text
command-query-open = query
command-query-open-desc = Shows the passages that a query over codes finds
command-guide-add = question
command-guide-add-desc = Adds a question after the one under the cursor
command-guide-add-section = section
command-guide-add-section-desc = Adds a section after the cursor’s
command-guide-add-debrief = debrief
command-guide-add-debrief-desc = Adds a field to the debrief that follows an interview
command-guide-edit = edit
command-guide-edit-desc = Edits the question or section under the cursor
command-guide-move-up = up
command-guide-move-up-desc = Moves the question or section up
command-guide-move-down = down
command-guide-move-down-desc = Moves the question or section down
command-guide-remove = remove
command-guide-remove-desc = Removes the question, or the section with its questions; can be undone
command-settings-add = add
command-settings-add-desc = Add a scenario, an attribute, a value or a target
command-settings-edit = edit
command-settings-edit-desc = Edit what is under the cursor
command-settings-rename = rename
command-settings-rename-desc = Rename what is under the cursor
command-settings-move-up = move up
command-settings-move-up-desc = Move what is under the cursor up
command-settings-move-down = move down
command-settings-move-down-desc = Move what is under the cursor down
command-settings-remove = remove
command-settings-remove-desc = Remove what is under the cursor; it can be undone
command-form-keep = keep
command-form-keep-desc = Keep what the fields say
command-form-next = next field
command-form-next-desc = Go to the next field
command-form-next-bar = field
command-form-previous = previous field
command-form-previous-desc = Go to the previous field
command-form-choice-next = next choice
command-form-choice-next-desc = Take the next choice of the field
command-form-choice-next-bar = choice
command-form-choice-previous = previous choice
command-form-choice-previous-desc = Take the previous choice of the field
command-confirm-yes = yes
command-confirm-yes-desc = Do it
command-confirm-no = no
command-confirm-no-desc = Leave everything as it is
command-text-type = type
command-text-type-desc = Type text
command-text-newline = new line
command-text-newline-desc = Begin a new line
command-text-newline-bar = line
command-text-left = left
command-text-left-desc = Move a letter to the left
command-text-right = right
command-text-right-desc = Move a letter to the right
command-text-word-left = word left
command-text-word-left-desc = Move a word to the left
command-text-word-right = word right
command-text-word-right-desc = Move a word to the right
command-text-start = start of line
command-text-start-desc = Go to the start of the line
command-text-end = end of line
command-text-end-desc = Go to the end of the line
command-text-delete-back = delete back
command-text-delete-back-desc = Delete the letter before the cursor
command-text-delete-forward = delete
command-text-delete-forward-desc = Delete the letter under the cursor
command-text-delete-word = delete word
command-text-delete-word-desc = Delete the word before the cursor
command-text-delete-to-start = delete to start
command-text-delete-to-start-desc = Delete to the start of the line
command-text-delete-to-end = delete to end
command-text-delete-to-end-desc = Delete to the end of the line
command-context-normal = everywhere
command-context-list = lists
command-context-text = text entry
command-context-start = start page
command-context-board = interviews
command-context-references = reference texts
command-context-find = search
command-context-live = call
command-context-notes = notes beside the turns
command-context-transcript = transcript
command-context-codebook = codebook
command-context-evidence = evidence table
command-context-table = table
command-context-passages = passages
command-context-guide = guide
command-context-settings = settings
command-context-picker = choosing from a list
command-context-palette = commands
command-context-help = keys of a place
command-context-search = search line
command-context-labels = labels of sentences
command-context-form = fields
command-context-file-picker = choosing a file
command-context-preview = a file as it was read
command-context-messages = messages
command-context-log = log
command-context-confirm = question
command-need-study = no study is open
command-need-writable = another process holds this study: it can only be read
command-need-sessions = there is no interview yet
command-need-session = no interview is chosen
command-need-call = no call is running
command-need-guide = the study has no interview guide
command-need-document = no transcript is open
command-need-words = A note is coded as a whole
command-need-passage = there is no passage under the cursor
command-need-selection = nothing is selected
command-need-coding-here = there is no coding here
command-need-codings-here = there is no other coding here
command-need-codes = the codebook is empty
command-need-code = no code is chosen
command-need-suggestion = no code is suggested here
command-need-last-code = no code was used yet
command-need-scenarios = the study has no scenario
command-need-note = there is no note under the cursor
command-need-undo = nothing to undo
command-need-redo = nothing to redo
command-need-pattern = nothing was searched yet
command-need-item = nothing is under the cursor
command-need-importable = this file cannot be kept as it was read
command-need-fields = there is only one field
command-need-choice = this field is typed, there is nothing to choose
command-need-lines = this field is one line
command-need-draft = nothing was typed yet
command-unknown = unknown command “{ $name }”
command-takes-nothing = the command “{ $name }” takes no argument
command-not-a-number = the command “{ $name }” takes a number, not “{ $arg }”
command-context-quotas = sample
command-place-quotas = sample
command-place-quotas-desc = Go to the sample, the calendar, the problems and the time taken
command-session-debrief = debrief
command-session-debrief-desc = Write down what an interview leaves
command-problem-add = note a problem
command-problem-add-desc = Note a problem met in the field
command-problem-edit = edit the problem
command-problem-edit-desc = Edit the problem under the cursor
command-problem-settle = settle
command-problem-settle-desc = Say how the problem under the cursor was settled
command-problem-remove = delete the problem
command-problem-remove-desc = Delete the problem under the cursor
command-report-minutes = minutes
command-report-minutes-desc = Write the minutes of the interview, by pseudonym
command-report-progress = progress report
command-report-progress-desc = Write the progress report for a steering committee

#
# end of command
#
command-place-versions = codings to decide on
command-place-versions-desc = Go to the codings that a new version of their text leaves open
command-context-versions = codings to decide on
command-versions-accept = new words
command-versions-accept-desc = The coding stands on the new words from now on
command-versions-keep = old version
command-versions-keep-desc = The coding stays on the version it was made on
command-versions-choose = choose…
command-versions-choose-desc = Look for the words in the new version and select them
command-versions-remove = remove
command-versions-remove-desc = Remove the coding
command-versions-accept-alike = all alike
command-versions-accept-alike-desc = Take all new words that differ in case, accents or signs alone
command-versions-place = put the coding here
command-versions-place-desc = The coding that is to be decided on stands on the selection
command-versions-open = versions…
command-versions-open-desc = Read another version of this text
command-versions-split = split the turn
command-versions-split-desc = Cuts the turn where the passage begins and says who speaks from there on; makes a new version of the text
command-versions-join = join the next turn
command-versions-join-desc = Makes one turn of this one and the next; makes a new version of the text
command-versions-rename = rename the voice
command-versions-rename-desc = Gives whoever speaks here another name in the whole text; makes a new version of it
command-place-coders = disagreements
command-place-coders-desc = Go to what two coders disagree on
command-context-coders = disagreements
command-coders-one = take the first
command-coders-one-desc = The first coder’s coding stands, with a reason
command-coders-one-bar = first
command-coders-other = take the other
command-coders-other-desc = The other coder’s coding stands, with a reason
command-coders-other-bar = other
command-coders-both = take both
command-coders-both-desc = Each coder’s coding stands, with a reason
command-coders-both-bar = both
command-coders-neither = take neither
command-coders-neither-desc = Neither coding stands, with a reason
command-coders-neither-bar = neither
command-coders-pair = which coders…
command-coders-pair-desc = Choose the two coders who are compared
command-coders-beside = side by side
command-coders-beside-desc = Show the text between what both coders put there, or the list again
command-coders-next = next disagreement
command-coders-next-desc = Go to the next passage in this text that two coders disagree on
command-coders-previous = previous disagreement
command-coders-previous-desc = Go to the passage before in this text that two coders disagree on
command-coders-join = join a colleague’s copy
command-coders-join-desc = Bring in what a colleague did in her copy of this study
command-coders-blind = code blind
command-coders-blind-desc = Hide what the other coders coded, in every place and count, or see it again
command-place-memos = journal
command-place-memos-desc = Go to the journal of the analysis and every memo
command-context-memos = journal
command-memo-add = add
command-memo-add-desc = Write an entry of the journal
command-memo-here = memo…
command-memo-here-desc = Write a memo on what is under the cursor
command-memo-edit = edit
command-memo-edit-desc = Other words for the memo
command-memo-remove = remove
command-memo-remove-desc = Remove the memo
command-recording-play = hear
command-recording-play-desc = Start the player at the time of the passage
command-context-review = review of autocoding
command-autocode-gather = autocode
command-autocode-gather-bar = autocode
command-autocode-gather-desc = Put a code on all hits, or on all that somebody says or answers to a question; each waits for your review
command-autocode-review = review autocoding
command-autocode-review-desc = Lists the codings that were made automatically and wait for review
command-autocode-accept = accept
command-autocode-accept-desc = This coding becomes one by hand
command-autocode-reject = reject
command-autocode-reject-desc = Takes this coding away; can be undone
command-autocode-accept-all = accept all
command-autocode-accept-all-desc = All codings listed here become codings by hand
command-autocode-reject-all = reject all
command-autocode-reject-all-desc = Takes all codings listed here away; can be undone
command-place-stopped = where I stopped
command-place-stopped-desc = Goes back to where you stopped reading, in the text you left last

### keymap
keymap-key-enter = Enter
keymap-key-esc = Esc
keymap-key-tab = Tab
keymap-key-space = Space
keymap-key-backspace = Backspace
keymap-key-delete = Del
keymap-key-insert = Ins
keymap-key-up = ↑
keymap-key-down = ↓
keymap-key-left = ←
keymap-key-right = →
keymap-key-home = Home
keymap-key-end = End
keymap-key-pageup = PgUp
keymap-key-pagedown = PgDn
keymap-key-shift = Shift
keymap-menu-go = go to…
keymap-menu-minutes = leave last minutes out
keymap-menu-call = during the call
keymap-menu-strength = strength
keymap-menu-ends = ends of the passage, corrections
keymap-menu-moves = go (a number says how many)
keymap-word-next = next word
keymap-word-previous = previous word
keymap-menu-slot = slot of the code
keymap-menu-field = field of the code
keymap-menu-select = select
keymap-not-a-key = “{ $key }” is not a key; write keys like g, C-p, S-tab, f1, space, with a space between those of a chord
keymap-unknown = unknown “{ $word }”
keymap-unknown-meant = unknown “{ $word }”; did you mean “{ $meant }”?
keymap-expected = { $what } is expected here
keymap-expected-text = text between quotes
keymap-expected-table = a table
keymap-expected-list = a list of contexts
keymap-expected-digits = the ten characters of the digit row, from 0 to 9
keymap-expected-digits-mode = "count", "slot" or "text"
keymap-expected-text-command = a command that takes text
keymap-expected-action = a command, a list of commands, a table with run or menu, or false
keymap-schema = this program knows schema { $known } of keymap files
keymap-takes-no-digit = “{ $key }” stands for digits, and no command here takes one
keymap-no-such-keymap = there is no keymap “{ $name }”; known: { $known }
keymap-fault-twice = “{ $chord }” is bound already in line { $line }
keymap-fault-hidden = “{ $chord }” can never be reached beside “{ $other }” of line { $line }
keymap-fault-altgr = “{ $chord }”: { $key } needs AltGr on { $layout }
keymap-fault-dead = “{ $chord }”: { $key } is a dead key on { $layout }
keymap-fault-missing = “{ $chord }”: { $key } does not exist on { $layout }
keymap-fault-elsewhere = the command { $command } does not exist in “{ $context }”
keymap-fault-no-words = no message is called “{ $key }”
keymap-fault-same-key = { $key } is Tab, Enter, Backspace, Esc or a line feed in most terminals
keymap-fault-flow = { $key } may stop and start the terminal’s output
keymap-fault-suspend = { $key } is for suspending alone
keymap-fault-kept-by = { $key } is kept by { $by }
keymap-fault-ctrl-sign = { $key }: Ctrl with a sign or a digit is not the same key on every layout and terminal
keymap-fault-not-sent = { $key } cannot be told from another key by most terminals
keymap-fault-alt-in-text = “{ $chord }”: Alt is not for commands where text is typed
keymap-fault-hides-digit = “{ $chord }” hides the digit { $digit } of the row without Shift in “{ $context }” on { $layout }
keymap-why-place = { $place }, in [keys.{ $context }]
keymap-why-in = in force in: { $contexts }
keymap-why-nothing = nothing is bound to this
keymap-why-shift = { $key }: with Shift on { $layout }
keymap-why-altgr = { $key }: with AltGr on { $layout }, so no shipped keymap uses it
keymap-why-dead = { $key }: a dead key on { $layout }, so no shipped keymap uses it
keymap-why-missing = { $key }: not on { $layout }

#
# end of keymap
#


### config
config-toml = not TOML here: { $reason }
config-unknown-key = unknown setting “{ $key }”; known: { $known }
config-unknown-key-meant = unknown setting “{ $key }”; did you mean “{ $meant }”?
config-not-text = “{ $key }” should be text between quotes; the default is used
config-not-one-of = “{ $key }” cannot be “{ $value }”; expected: { $known }. The default is used
config-not-a-file = this is not a file; defaults are used
config-too-large = this file is larger than 1 MiB; defaults are used
config-unreadable = this file cannot be read ({ $reason }); defaults are used
config-not-utf8 = this file is not UTF-8 from here on; defaults are used

#
# end of config
#


### app

app-call-paused = paused
app-call-anchor = Recording of { $session }
app-call-anchor-at = Began at (3:12 on the clock of the call; empty: with it)
app-call-anchored = The recording began at { $at } of the call
app-call-anchor-none = The recording began with the call
app-call-clock-changed = The clock of the machine was changed; that of the call goes on
app-call-open = Before hanging up: { $session }
app-call-open-nothing = Nothing is open
app-call-open-unasked = not asked
app-call-open-closing = to ask at the end:
app-call-open-nowhere = no evidence in the study yet
app-call-open-not-here = no evidence in this call yet
app-call-open-sum = { $total } over { $n ->
    [one] { $n } interview
   *[other] { $n } interviews
}
app-call-left = { $n } min left
app-call-over = { $n } min over
app-call-ended = The call of { $session } has ended
app-note-code = Code for the note
app-note-question = Question
app-question-jump = Go to the question
app-cards-shuffled = Order of the cards: { $order }
app-note-time = Time of the note in the call (23:05)
app-note-time-bad = “{ $text }” is no time of a call: 23:05 or 1:02:03
app-note-each = { $n } notes, one a line
app-note-one = one note
app-answer-bad = “{ $typed }” is no answer: kept as typed in a note to verify, counted nowhere. Expected: { $expected }
app-answer-nothing = Question { $question } has nothing to fill: the study has no card or attribute for it
app-answer-so-far = so far { $value }
app-answer-expected = expected: { $expected }
app-answer-left = { $n } of 100 left
app-answer-over = { $n } over 100
app-question-skipped = not for this person: { $why }
app-incident-situation = situation
app-incident-task = task
app-incident-action = action
app-incident-result = result
app-rail-left = left: { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}, { $minutes } min planned
app-rail-follow-up = to follow up: { $n }
app-note-add = Note
app-kind-paraphrase = paraphrase
app-kind-verbatim = verbatim
app-kind-observation = observation
app-kind-interpretation = interpretation
app-kind-figure = figure
app-flag-follow-up = follow up
app-flag-verify = verify
app-flag-quote = strong
app-flag-mask = mask
app-flag-document = document

app-code-new = New code: its key, then a space and its label
app-code-key = Key
app-code-label-fr = Label (French)
app-code-label-en = Label (English)
app-code-definition = Definition
app-code-include = Includes
app-code-exclude = Excludes
app-code-example = Example
app-code-colour = Colour
app-code-slot = Slot (1-9)
app-code-form = Code { $code }
app-code-root = at the top of the codebook
app-code-move = Move { $code } under
app-code-merge = Merge { $code } into
app-code-merged = { $code } merged into { $into }: { $n ->
    [one] one coding follows
   *[other] { $n } codings follow
}
app-code-delete = { $code } has { $n ->
    [one] one coding
   *[other] { $n } codings
}. What becomes of them?
app-code-delete-not = keep the code
app-code-delete-move = give them another code
app-code-delete-remove = { $n ->
    [one] delete that coding too
   *[other] delete these { $n } codings too
}
app-colour-none = none
app-colour-red = red
app-colour-green = green
app-colour-yellow = yellow
app-colour-blue = blue
app-colour-magenta = magenta
app-colour-cyan = cyan
app-colour-white = white

app-study-bad-name = A study cannot be called “{ $name }”: letters, digits, “-”, “_” and spaces, no dot at the start
app-study-exists = There is a study “{ $name }” already
app-study-refused = { $n ->
    [one] Nothing was kept: one problem in the files
   *[other] Nothing was kept: { $n } problems in the files
}
app-disk = { $path }: { $reason }

app-guide-section = Section { $key }
app-guide-question = Question { $key }
app-guide-new-section = New section: key, then title
app-guide-new-question = New question: key, then its words
app-guide-new-debrief = New field of the debrief: key, then its words
app-guide-debrief = Debrief, { $key }
app-guide-consent = Consent
app-guide-version = Guide: version { $number } is made; version { $before } stays with the interviews held with it
app-guide-field-key = key
app-guide-field-title = title
app-guide-field-minutes = minutes
app-guide-field-kind = kind
app-guide-field-text = words
app-guide-field-unit = unit
app-guide-field-options = options
app-guide-field-fields = fields
app-guide-field-roles = roles
app-guide-field-skip-if = skipped if
app-guide-field-scenario = scenario
app-guide-field-codes = codes
app-guide-field-followups = follow-ups
app-guide-field-watch = to watch
app-guide-field-sensitive = sensitive
app-guide-field-version = version
app-guide-field-items = to say
app-guide-field-closing = at the end
app-settings-study = The study and its rules
app-settings-key = Key
app-settings-fixed = This is neither moved nor removed; Enter edits it
app-settings-keep = keep
app-settings-remove = remove (can be undone)
app-settings-label-fr = Label (French)
app-settings-label-en = Label (English)
app-settings-summary-fr = Summary (French)
app-settings-summary-en = Summary (English)
app-settings-scenario-new = New scenario
app-settings-scenario = Scenario { $scenario }
app-settings-scenario-remove = Remove the scenario { $scenario }? { $n ->
    [one] One coding has
   *[other] { $n } codings have
} a polarity for it; it would stay, unseen, and come back with “undo”
app-settings-attribute-new = New attribute
app-settings-attribute = Attribute { $attribute }
app-settings-attribute-held = { $n ->
    [one] One person or organisation has
   *[other] { $n } persons or organisations have
} a value already: what it describes and its type stay
app-settings-attribute-remove = Remove the attribute { $attribute }? { $n ->
    [one] One person or organisation has
   *[other] { $n } persons or organisations have
} a value of it; it would stay, unseen, and come back with “undo”
app-settings-of = Describes
app-settings-of-participant = participant
app-settings-of-organisation = organisation
app-settings-kind = Type
app-settings-kind-choice = choice
app-settings-kind-number = number
app-settings-kind-text = text
app-settings-stratum = Stratum (tables are cut by it)
app-settings-stratum-yes = stratum
app-settings-value-new = New value of { $attribute }
app-settings-value = Value { $value } of { $attribute }
app-settings-value-remove = Remove the value { $value }? { $n ->
    [one] One person or organisation has it
   *[other] { $n } persons or organisations have it
}; it would come back with “undo”
app-settings-universe = How many in the population
app-settings-target-new = New target
app-settings-target = Target
app-settings-n = Interviews wanted
app-settings-any = any
app-setting-name = Name
app-setting-aim = Aim
app-setting-languages = Languages
app-setting-mask-under = Mask under (count)
app-setting-count-interviewer = Count the interviewer
app-setting-common-strength = Common: strength from
app-setting-common-share = Common: share from
app-setting-criteria = Criteria (year)

app-yes = yes
app-no = no
app-study-open = Open a study
app-away = { $share ->
    [0] { $what } { $key } stops it
   *[other] { $what } { $share }% · { $key } stops it
 }
app-join-call = A call is running: end it before a copy is joined
app-form-changed = The text has changed since you typed: it stands above, your words below it
app-form-unsent = What you typed is kept: it comes back when you open this form again
app-away-stopping = { $what } Stopping, if it still can be stopped…
app-away-given-up = Given up: { $what }
app-milestone-reading = Reading the study as of “{ $name }”…
app-autocode-gathering = Looking for the passages…
app-coders-comparing = Comparing { $one } and { $other }…
app-study-opening = Opening { $name }: its state is made again from the journals, { $share } %. { $key } gives up.
app-study-given-up = Opening { $name } was given up; nothing was changed.
app-study-none = There is no study “{ $name }” in the data folder
app-study-new = Name of the new study
app-study-making = The study “{ $name }” is being made…
app-sample-making = The sample study is being made…
app-study-made = { $warnings ->
    [0] Study “{ $name }” made
    [one] Study “{ $name }” made; one warning, in the messages
   *[other] Study “{ $name }” made; { $warnings } warnings, in the messages
}
app-more-faults = { $n ->
    [one] and one problem more
   *[other] and { $n } problems more
}
app-checking = Checking…
app-checked = The study is whole: journal, texts and passages
app-folder = Folder of the study to import
app-no-word = “{ $word }” will not do; expected { $words }

app-file-import = Choose a file to import
app-file-reference = Choose a reference text
app-file-none = { $path } does not exist
app-not-a-file = { $path } is not a file
app-preview-no-speaker = Nobody speaks on this line: choose a person or a turn
app-preview-no-candidate = This line is not a name seen once
app-preview-session = Which interview does this file go to?
app-preview-session-new = new interview
app-preview-encoding = Read again in the encoding
app-preview-encoding-other = encoding
app-preview-format = Read again as
app-import-nothing = { $file } says nothing that the study does not know already
app-import-text = { $file } kept in { $session }
app-import-reference = { $file } kept as a reference text

app-export = Export
app-export-what = What is written
app-export-out = Folder
app-export-profile = Profile
app-export-data = data (comma, decimal point)
app-export-excel = French Excel (semicolon)
app-export-shared = To be shared (no names, small counts masked)
app-export-force = Even if the folder holds something else
app-exporting = Exporting to { $out }…
app-exported = { $n ->
    [one] One file written to { $out }
   *[other] { $n } files written to { $out }
}

app-session-new = New interview
app-session-form = Interview { $session }
app-session-key = Key
app-session-state = State of { $session }
app-session-state-field = State
app-session-planned = Planned for
app-session-started = Start
app-session-ended = End
app-session-zone = Time zone
app-session-minutes = Length (min)
app-session-planned-minutes = Planned length (min)
app-session-reason = Reason
app-session-spent-preparing = Preparing (min)
app-session-spent-notes = Writing up notes (min)
app-session-spent-coding = Coding (min)
app-session-mode = Mode
app-session-interviewer = Interviewer
app-session-delete = Remove { $session } with { $texts ->
    [0] no text
    [one] one text
   *[other] { $texts } texts
}, { $notes ->
    [0] no note
    [one] one note
   *[other] { $notes } notes
} and { $codings ->
    [0] no coding
    [one] one coding
   *[other] { $codings } codings
}?
app-session-delete-not = keep the interview
app-session-delete-yes = remove (can be undone)
app-session-deleted = Interview { $session } removed
app-state-planned = planned
app-state-running = running
app-state-done = held
app-state-cancelled = cancelled
app-state-no-show = no show
app-state-refused = refused
app-bad-moment = “{ $text }” is no date: 2026-03-14 or 2026-03-14 14:00
app-bad-number = “{ $text }” is no whole number
app-bad-zone = “{ $zone }” is no time zone: for example Europe/Paris

app-participant-new = New participant of { $session }
app-participant-form = Participant { $participant } of { $session }
app-participant-which = Which participant of { $session }?
app-participant-none = This interview has no participant yet
app-participant-key = Pseudonym (empty: the key)
app-participant-speaker = Name in the transcript, if another
app-participant-organisation = Organisation (pseudonym)
app-participant-consent = Consent
app-participant-asks = Asks the questions (not counted)
app-participant-role = Role
app-participant-remove = Remove the participant { $participant } of { $session }?
app-participant-remove-not = keep the participant
app-participant-remove-yes = remove (can be undone)
app-organisation-which = Which organisation of { $session }?
app-organisation-form = Organisation of { $session }
app-organisation-key = Pseudonym

app-consent = Consent of { $session }
app-consent-sheet = Consent of { $person } · form { $form }
app-consent-noted = Consent of { $person } · { $by }, { $at }, form { $form }
app-consent-told = Told: { $item }
app-consent-recording = May be recorded
app-consent-quoting = May be quoted
app-consent-contact = May be contacted again
app-consent-closing = Asked at the end
app-consent-closing-words = At the end: { $words }
app-consent-unknown = unknown
app-consent-given = given
app-consent-no-quote = no quoting
app-consent-after-reading = after reading
app-hidden-edit = This note is left out as the person asked: take it in again first.
app-excluded-now = Left out of { $session }: { $what }
app-readmitted-now = Taken in again in { $session }: { $what }
app-exclude-time = Time to leave out of { $session }
app-exclude-from = From (time of the call, 12:00)
app-exclude-to = To (where the rest goes on)
app-origin-title = { $codes }, note at { $at }: from which words?
app-origin-item = { $n }% { $at }
app-origin-uncoded = This note has no code to carry over to the transcript.
app-origin-none = No passage to propose: { $why }.
app-hidden-code = This passage is left out as the person asked: it cannot be coded.
app-excluded-note = a note
app-excluded-text = { $n } characters of { $document }
app-excluded-time = from { $from } to { $to }
app-consent-withdrawn = withdrawn
app-withdraw = Withdraw the consent of { $session }: its words, notes and codings disappear from tables and exports; the interview is counted apart, aloud. Can be undone. To erase for ever: entretien erase { $session }
app-withdraw-one = Withdraw the consent of { $participant } in { $session }: their turns and codings disappear from tables and exports. Can be undone.
app-withdraw-not = change nothing
app-withdraw-yes = withdraw
app-withdrawn = Consent withdrawn in { $session }: nothing of it is shown or counted any more; what was exported elsewhere stays there

app-identity-which = Whose identity, in { $session }?
app-identity-participant = participant
app-identity-organisation = organisation
app-identity-form = Identity of { $key } (in no table, no export)
app-identity-name = Name
app-identity-telephone = Telephone
app-identity-mail = Mail

app-reference-key = Key of the reference text
app-reference-delete = Remove the reference text { $reference } with { $codings ->
    [0] no coding
    [one] one coding
   *[other] { $codings } codings
}?
app-reference-delete-not = keep the text
app-reference-delete-yes = remove (can be undone)

app-answer-answered = answered
app-answer-partial = in part
app-answer-not-asked = not asked
app-answer-not-applicable = not applicable
app-answer-refused = refused
app-answer-unknown = not known

app-not-bound = { $keys } does nothing here; ? shows the keys of this place
app-not-here = not in this place
app-fault = A fault inside the program: { $fault }. What was saved stays saved.
app-copied = Copied
app-copy-too-long = Too long for this terminal’s clipboard, and no clipboard program was found: export it instead
app-folder-copy = Folder of a colleague’s copy
app-join-elsewhere = In { $study }: { $what }
app-joining = { $folder } comes in…
app-coders-one = Fewer than two coders have coded in this study: there is nothing to compare.
app-coders-which = Between which two coders?
app-coders-nothing = { $coder } has no coding here that could stand
app-coders-why = { $verdict ->
    [one] Why does { $one }’s stand?
    [other] Why does { $other }’s stand?
    [both] Why do both stand?
   *[neither] Why does neither stand?
}
app-coders-no-more = No further disagreement of { $one } and { $other } in this text ({ $here } here, { $elsewhere } elsewhere)
app-coders-end = No further disagreement in this direction
app-conflicts = { $n ->
    [one] One change had no effect: what it was for is no longer there
   *[other] { $n } changes had no effect: what they were for is no longer there
}
app-search = Search
app-find-words = Search the whole study (a & b: in one turn; a ~10 b: ten words apart at most)
app-find-given-up = The search was given up
app-find-no-attributes = No attribute of the study has values to choose from
app-find-where = Only who has this value
app-find-where-form = It takes attribute=value, not "{ $text }"
app-find-chosen = chosen; once more takes it away
app-find-code = Only in passages of this code
app-find-code-any = everywhere, coded or not
app-saved-nothing = There is no search and no query here to keep
app-saved-name = Under which name?
app-saved = Kept under "{ $name }"
app-saved-open = Which one to ask again?
app-saved-remove = Which one to forget?
app-saved-none = Nothing is kept under a name
app-not-found = “{ $text }” is not here
app-undone = Undone: { $what }
app-redone = Redone: { $what }
app-undone-partly = Undone in part: { $what }; { $n ->
    [one] one place was written since and stays
   *[other] { $n } places were written since and stay
}
app-theme = Colours: { $name }
app-keys-choose = Keymap
app-keys-chosen = Keymap { $name }
app-keys-why = Which keys?
app-literally = { $text }

app-note-kind-paraphrase = paraphrase
app-note-kind-verbatim = verbatim
app-note-kind-observation = observation
app-note-kind-interpretation = interpretation
app-note-kind-figure = figure
app-interviewer = Interviewer
app-transcript-version = v{ $n }
app-transcript-notes = notes
app-transcript-coder = coder { $coder }
app-transcript-turn = turn { $at } · { $percent }% read
app-note-empty = A note keeps its words: nothing was changed.
app-coded-already = { $code } is there already: { $place }
app-coded-uncounted = { $what }. These are the interviewer’s words: they do not count.
app-coding-of-other = { $what }. This coding is { $coder }’s.
app-unchanged = { $code } has it already
app-slot-empty = No code in slot { $slot }: give it one in the codebook
app-strength-range = A strength is a digit from 0 to 4
app-strength = strength { $n }
app-no-code = No code is called “{ $text }”
app-no-scenario = No scenario is called { $key }
app-no-more-codings = No more codings this way
app-labels = Type the letters of a sentence, Esc to give up.
app-label-unknown = No sentence has these letters.
app-labels-none = No sentence on the screen.
app-no-question = No question before these words.
app-no-code-here = No code here, and none put before: nothing to follow.
app-memo = Memo on { $code }
app-scenario = Scenario
app-scenario-now = Scenario { $key } { $label }
app-text-missing = This text has no version to read
app-coding-gone = This coding is no longer there
app-suggestion-none = There is no suggestion { $n } here.
app-suggestions-on = Codes are suggested in this study
app-suggestions-off = No codes are suggested in this study any more
app-suggestions-blind = Nothing is suggested while you code blind
app-blind = { $state ->
    [on] You code blind: what the others coded is hidden, here and in every count; nothing is suggested
   *[off] You see again what the others coded
}
app-blind-leave = You code blind. See what the others coded? The log will say that you did.
app-blind-stay = go on blind
app-blind-go = see the others’ work
app-coding-code-pick = Which code?
app-coding-code-new = New code: key and label
app-coding-code-new-offer = new code:
app-coding-code-near = “{ $code }” is near codes that exist. Which one?
app-coding-code-use = use { $code }
app-coding-code-make = make “{ $code }” all the same
app-coding-code-made = New code { $code }
app-coding-code-include = yes: { $text }
app-coding-code-exclude = no: { $text }
app-coding-code-undefined = not defined yet
app-close = close
app-coding-choose = Which coding here?

app-evidence-no-passages = No passage behind this row
app-source-figures = Answers behind which figure?
app-source-all = all
app-source-answers = { $n ->
    [one] One answer behind this row
   *[other] { $n } answers behind this row
}
app-source-interviews = { $n ->
    [one] One interview behind this row
   *[other] { $n } interviews behind this row
}
app-source-none = No interview behind this row
app-evidence-by = Count by
app-evidence-by-none = no groups
app-evidence-stratum = stratum
app-evidence-role = role in the interview
app-evidence-coder = Codings of
app-evidence-coder-all = everybody
app-evidence-gaps-only = Only what has no evidence
app-evidence-gaps-hidden = Only what has evidence
app-evidence-gaps-all = All lines
app-evidence-quote = “{ $quote }” ({ $reference })
app-evidence-no-quote = ({ $reference }: no consent to quote)
app-evidence-nothing-to-quote = Nothing of this row may be quoted
app-table-open = Which table?
app-table-not-so = This table is not counted that way
app-table-scenario = Which scenario?
app-table-scenarios-all = all scenarios
app-table-unit = Compare the coders by
app-table-units-all = every kind of unit
app-table-unit-turn = by turn
app-table-unit-sentence = by sentence
app-table-unit-segment = by segment
app-table-unit-character = by character
app-table-sorted-down = By “{ $column }”, the greatest first
app-table-sorted-up = By “{ $column }”, the smallest first
app-table-sorted-not = In the study’s order
app-table-nothing-written = Nothing is written by hand in this table
app-finding-none-here = No finding under the cursor: the table “findings” lists them
app-finding-new = New finding
app-finding-added = Finding { $key } is stated
app-finding-removed = Finding { $key } is deleted
app-finding-unknown = No finding is called “{ $key }”
app-finding-side = “{ $side }” is no side: for, against or none
app-finding-withdrawn = This interview was withdrawn: its words carry no finding
app-finding-no-findings = No finding yet: the command “finding.add” states one
app-finding-cite = Which finding is this passage for or against?
app-finding-side-for = for
app-finding-side-against = against
app-finding-side-none = take off
app-finding-here = it stands there
app-finding-cited = { $side ->
    [for] For { $key }
    [against] Against { $key }
   *[none] Off { $key }
}
app-finding-inputs = Finding { $key }: { $plus } for, { $minus } against, { $interviews ->
    [one] one interview
   *[other] { $interviews } interviews
}{ $since ->
    [0] {""}
   *[other] {" · "}changed since: { $since }
}
app-finding-statement = Statement
app-finding-scenario = Scenario
app-finding-no-scenario = none
app-finding-none = not judged
app-finding-why = why
app-finding-methodological = Method
app-finding-coherence = Coherence
app-finding-adequacy = Adequacy
app-finding-relevance = Relevance
app-finding-concern-none = no concern
app-finding-concern-minor = minor concern
app-finding-concern-moderate = moderate concern
app-finding-concern-substantial = substantial concern
app-finding-confidence = Confidence
app-finding-confidence-high = high
app-finding-confidence-moderate = moderate
app-finding-confidence-low = low
app-finding-confidence-very-low = very low
app-framework-no-theme = Put the cursor on a theme: its column has the summary
app-framework-summary = { $theme }, in short
app-milestone-name = Name of the milestone
app-milestone-added = Milestone “{ $name }” is set
app-milestone-none = No milestone yet: the command “milestone.add” sets one
app-milestone-view = As of which milestone?
app-milestone-now = as it is now
app-milestone-unknown = No milestone is called “{ $name }”. There is: { $known }
app-milestone-call = A call is running: it has to end first
app-milestone-shown = The study as it was at “{ $name }”, to be read
app-milestone-late = The study as it was at “{ $name }”; { $n } lines arrived late and are left out
app-milestone-diff = Compare with which milestone?
app-milestone-counting = Counting every table twice…
app-milestone-same = No figure moved since { $name }
app-milestone-moved = Since { $name }: { $n ->
    [one] one figure moved
   *[other] { $n } figures moved
}
app-milestone-study = In the study
app-milestone-gone = That is no longer in the study: there is nothing to open
app-milestone-line-gone = That line is no longer in the table
app-milestone-back = The study as it is now
app-quotes-file = Which finished text (Markdown, text, Word)?
app-quotes-reading = Reading the text…
app-quotes-none = The text has no quote and no figure
app-quotes-unread = { $file } cannot be read: { $reason }
app-quotes-found = { $file }: { $n } quotes and figures, { $wrong } to look at
app-quotes-other = another text…
app-quotes-no-place = These words were said nowhere
app-query = Which passages? A and B · A not:interview B · A and:10 B · D8*[size=under10, S2=+]
app-table-evidence = evidence by scenario
app-table-codes = use of the codes
app-table-adherence = adherence to the scenarios
app-table-answers = answers, question by question
app-table-totals = totals for the population
app-table-allocation = how time is shared out
app-table-panorama = the certifications of the register
app-table-mentions = what people name
app-table-choice = answers chosen
app-table-hours = time taken, in days
app-table-sample = sample and targets
app-table-common = common to strata, and their own
app-table-saturation = new codes, interview by interview
app-table-saturation-runs = where new codes cease
app-table-framework = summaries by theme
app-table-coders = agreement of the coders
app-table-matrix = codes by interview
app-table-cooccurrence = codes together
app-table-criteria = criteria one by one
app-table-findings = findings and evidence
app-log-no-passage = Nothing to open behind this line: it touches no coding that is still there

app-export-as = Export this table as
app-export-csv = CSV, for other programs
app-export-excel-fr = CSV for Excel in French
app-export-markdown = Markdown, for a text
app-export-json = JSON, with the passages
app-export-path = Into which file?
app-export-exists = { $path } is there already.
app-export-keep = keep it
app-export-over = overwrite it
app-export-written = Written: { $path }, { $rows ->
    [one] one row
   *[other] { $rows } rows
}
app-export-failed = Nothing was written: { $reason }
app-setting-day-hours = Day (hours)
app-setting-suggestions = Suggest codes
app-debrief = Debrief of { $session }
app-debrief-withdrawn = This interview was withdrawn: it has no debrief
app-problem = Problem
app-problem-new = New problem
app-problem-none = There is no problem under the cursor
app-problem-words = What goes wrong
app-problem-session = Interview
app-problem-settled = How it was settled
app-problem-settle = How it was settled
app-report-out = Write to (.md, .csv or .docx)
app-preview-many = of many files each is read as it is found: open one by itself to say how it is read
app-preview-many-large = too much to read together: open it by itself
app-preview-many-pdf = a PDF is a guess: open it by itself and look at what is read
app-preview-many-refused = refused
app-preview-many-again = the files become something else in the study as it is now: look again, then keep them
app-import-keeping = { $n ->
    [one] One file comes in…
   *[other] { $n } files come in…
 }
app-import-many = { $n ->
    [one] one file kept
   *[other] { $n } files kept
}{ $refused ->
    [0] {""}
   *[other] , { $refused } refused and left out
}
app-report-progress-file = progress
app-report-written = Report written to { $out }
app-report-refused = { $out }: the report was not written, { $reason }

#
# end of app
#
app-version-no-place = Its words are nowhere in the new version: keep it there, choose words, or remove it
app-version-choose = Select the words, then say that the coding stands here
app-version-split = Split the turn
app-version-split-who = Who speaks from there on
app-version-rename = Rename the voice
app-version-rename-to = Name in the whole text
app-version-rename-empty = A name
app-version-nobody = Nobody is named in this turn: there is no name to change
app-version-not-newest = A correction is made to the newest version: open it first
app-version-none-chosen = No coding is being looked for: choose one among those to decide on
app-version-other-text = This text is not the new version of the one that was coded
app-version-none = There is no version { $n }
app-version-which = Version
app-version-not-kept = No, it is another interview
app-version-kept = Keep it as the next version all the same
app-version-arrived = { $document }, version { $number }: { $share } % of the words found again; { $went } codings came along, { $open } to be decided on
label-version-remove = remove a coding whose words changed
app-memo-new = Memo
app-memo-text = Words
app-memo-about = On
app-memo-edit = Memo: { $on }
app-session-recording = Recording
app-recording-no-time = There is no time here to hear
app-recording-none = { $session } names no recording: session set { $session } --recording FILE, or its form
app-recording-missing = There is no recording at { $file }
app-player-unset = No player is set. In { $file }: player = "mpv --start={"{"}t{"}"} {"{"}file{"}"}"
app-player-bad = The player of the configuration is not a command: { $player }
app-player-none = No player
app-player-refused = { $player } cannot be started: { $reason }
app-player-failed = { $player } ended with { $code }: does it know this file?
app-player-started = { $session } at { $at }
app-autocode-code = Code to put on all
app-autocode-title = Autocode { $code }
app-autocode-unit = Each time
app-autocode-unit-hit = the words alone
app-autocode-unit-sentence = their sentence
app-autocode-unit-turn = their whole turn
app-autocode-speaker = Speaker (all when empty)
app-autocode-question = Under the question
app-autocode-what = Say whose words, or under which question; or search words first and autocode their hits
app-autocode-nothing = No passage to code: nothing of the kind is in the study
app-autocoded = { $n ->
    [0] Nothing new coded { $code }
    [one] One passage coded { $code }; it waits for review
   *[other] { $n } passages coded { $code }; they wait for review
}{ $met ->
    [0] {""}
    [one] {"; one was coded so already"}
   *[other] {"; "}{ $met } were coded so already
}
app-autocode-interviewer = { $n ->
    [one] One hit is an interviewer’s words, which do not count: left aside
   *[other] { $n } hits are interviewers’ words, which do not count: left aside
}
app-autocode-left-out = { $n ->
    [one] One passage touches what is left out: not coded
   *[other] { $n } passages touch what is left out: not coded
}
app-autocode-elsewhere = { $n ->
    [one] One hit is in a memo, an answer or a code: no passage
   *[other] { $n } hits are in memos, answers or codes: no passages
}
app-autocode-unlisted = { $n ->
    [one] One hit is not listed and was not coded
   *[other] { $n } hits are not listed and were not coded
}
app-autocode-waiting = made automatically, to be reviewed
app-autocode-reviewed = Nothing waits for review
app-autocode-accept-all = Accept { $n ->
    [one] this coding
   *[other] all { $n } codings
}?
app-autocode-reject-all = Reject { $n ->
    [one] this coding
   *[other] all { $n } codings
}?
app-autocode-accept = accept
app-autocode-reject = reject
app-autocode-keep-waiting = let them wait
app-table-progress = how far each coder is
app-nothing-read = You have read no text of this study yet

### tui

tui-empty-live = Type a line and press Enter: it is noted with the time of its first letter. A mark at the start says its kind: " verbatim, ( observation, [ or * interpretation, # or = figure.
tui-rail-guide = Guide
tui-rail-asked = asked
tui-rail-minutes = min
tui-rail-bare = No evidence yet:
tui-rail-sum = { $what }: { $total } ({ $n } int.)
tui-live-followups = follow up: { $list }
tui-live-watch = watch for: { $list }
tui-live-codes = codes: { $list }
tui-live-sensitive = sensitive
tui-live-begun = begun: { $typed } { $key }
tui-live-digits = { $low } to { $high }
tui-live-forms = 12, ~12, 3-5
tui-live-signs = ? does not know · x refused · n not applicable · { $key } to the note
tui-quoted = “{ $text }”
tui-empty-start = A workbench for interview studies: notes during the call, coding by keyboard, evidence tables.

tui-empty-codebook = The codes of the study stand here, as a tree: what is looked for in the interviews.
tui-codebook-code = code
tui-codebook-codings = codings
tui-codebook-interviews = interviews
tui-codebook-include = yes:
tui-codebook-exclude = no:
tui-codebook-example = example:

tui-empty-guide = The interview guide is written here: its sections with their minutes, its questions. A file guide.toml can be imported too.
tui-guide-minutes = { $minutes } min
tui-guide-minutes-between = { $least } to { $most }
tui-guide-fact = { $name }: { $value }
tui-guide-version = version { $number } · { $minutes } at most
tui-guide-version-used = version { $number }, in use: a change makes a new one · { $minutes } at most
tui-guide-consent = { $n ->
    [0] nothing to say
    [one] one item to say
   *[other] { $n } items to say
}
tui-guide-consent-none = nothing yet: what is said, what is asked at the end
tui-guide-debrief = Debrief
tui-empty-settings = Here the study is set: its name, its rules, its scenarios, its attributes, its targets.
tui-settings-study = Study
tui-settings-scenarios = Scenarios
tui-settings-attributes = Attributes
tui-settings-targets = Targets
tui-settings-adds-scenario = adds a scenario
tui-settings-adds-attribute = adds an attribute
tui-settings-adds-target = adds a target
tui-settings-adds-value = adds a value of “{ $attribute }”; on the head “Attributes”, an attribute
tui-settings-universe = { $n } in the population

tui-files-study = study
tui-files-bytes = { $n } B
tui-files-kilobytes = { $n } kB
tui-files-megabytes = { $n } MB
tui-preview = { $file }: read, not kept yet
tui-preview-many = { $folder }/: { $n } files read, not kept yet
tui-preview-many-kept = { $n ->
    [one] one file would be kept, in one transaction
   *[other] { $n } files would be kept, in one transaction
} · { $refused ->
    [0] none refused
   *[other] { $refused } refused and left out
}
tui-preview-column-file = file
tui-preview-column-format = read as
tui-preview-column-goes = interview
tui-preview-column-rows = turns
tui-preview-column-became = what becomes of it
tui-preview-told = { $n ->
    [one] one warning
   *[other] { $n } warnings
}
tui-files-all = the { $n } files above, together
tui-preview-refused = { $file }: nothing of it will be kept
tui-preview-reading = being read…
tui-preview-fault = cannot be read; nothing is kept
tui-preview-text = { $format } · { $encoding } · { $turns } turns · { $words } words
tui-preview-data = { $kind } · { $n ->
    [0] no row
    [one] one row
   *[other] { $n } rows
}
tui-preview-data-bad = { $kind } · { $n ->
    [0] no row
    [one] one row
   *[other] { $n } rows
} · { $problems ->
    [one] one problem
   *[other] { $problems } problems
}: nothing will be kept
tui-preview-kind-study = settings of the study
tui-preview-kind-codebook = codebook
tui-preview-kind-guide = guide
tui-preview-kind-participants = participants
tui-preview-kind-sessions = interviews
tui-preview-kind-notes = notes
tui-preview-kind-answers = answers
tui-preview-kind-summaries = summaries
tui-preview-kind-codings = codings
tui-preview-kind-excerpts = excerpts
tui-preview-to = → interview { $key }
tui-preview-to-new = → new interview { $key }
tui-preview-to-reference = → reference text { $key }, never counted as an interview
tui-preview-all-read = all of it was read
tui-preview-unread = { $n ->
    [one] one passage was not read
   *[other] { $n } passages were not read
}
tui-preview-turns = { $n ->
    [one] one turn
   *[other] { $n } turns
}
tui-preview-asks = asks the questions
tui-preview-candidate = { $name }? (line { $line }, seen once: taken as text)

tui-start-studies = Studies
tui-start-interviews = { $n ->
    [0] no interview
    [one] one interview
   *[other] { $n } interviews
}

tui-board-key = key
tui-board-state = state
tui-board-consent = consent
tui-board-organisation = organisation
tui-board-codings = codings
tui-board-date = date
tui-board-turns = turns
tui-board-notes = notes
tui-board-minutes = min
tui-board-transcribed = transcribed
tui-board-coded = { $share }% coded
tui-board-sum = { $n ->
    [0] no interview
    [one] one interview
   *[other] { $n } interviews
}
tui-board-sum-withdrawn = { $n ->
    [one] one withdrawn, not counted
   *[other] { $n } withdrawn, not counted
}
tui-board-sum-planned = { $n ->
    [one] one planned
   *[other] { $n } planned
}
tui-board-sum-running = { $n } running
tui-board-sum-done = { $n ->
    [one] one held
   *[other] { $n } held
}
tui-board-sum-transcribed = { $n ->
    [one] one transcribed
   *[other] { $n } transcribed
}
tui-board-sum-codings = { $n ->
    [one] one coding
   *[other] { $n } codings
}
tui-board-sum-turns = { $n ->
    [one] one turn
   *[other] { $n } turns
}
tui-board-sum-notes = { $n ->
    [one] one note
   *[other] { $n } notes
}

tui-pane-withdrawn = The consent is withdrawn: nothing of this interview is shown or counted, but its number. Erasing for ever is done on the command line: entretien erase.
tui-pane-consent = { $at }, by { $by }, form { $form }
tui-pane-minutes = { $n } min
tui-pane-fact = { $name }: { $value }
tui-pane-spent = Time spent
tui-pane-debrief = debrief written
tui-pane-debrief-missing = debrief to be written
tui-pane-debrief-late = debrief missing
tui-pane-planned = planned
tui-pane-started = start
tui-pane-interviewer = asks the questions
tui-pane-document = v{ $version } · { $turns } turns · { $words } words
tui-pane-answers = Answers:
tui-pane-notes = { $n ->
    [one] One note
   *[other] { $n } notes
}

tui-empty-references = Here are the reference texts: certification sheets, job advertisements. They are coded like a transcript and counted apart.
tui-references-key = key
tui-references-words = words
tui-references-codings = codings
tui-references-version = version
tui-references-file = file
tui-references-sum = { $n ->
    [one] one text
   *[other] { $n } texts
} · { $words } words · never counted as interviews

tui-identity = Identity
tui-identity-none = No identity is noted for this interview
tui-identity-read-only = The study is open for reading only: identities are not read there

tui-too-small = Too small: 40×8 at least. Saving goes on.
tui-read-only = read only
tui-blind = blind
tui-as-of = as of “{ $name }”
tui-saving = saving…
tui-saved = saved { $at }
tui-not-saved = NOT SAVED
tui-place-start = Start
tui-place-board = Interviews
tui-place-references = Reference texts
tui-place-find = Search
tui-empty-find = Here words are looked for in the whole study: transcripts, notes, memos, answers, codes. Neither case nor accents count.
tui-find-nothing = Nothing of the kind in the study. What was withdrawn or left out is not searched.
tui-find-count = { $n ->
    [one] one hit
   *[other] { $n } hits
}
tui-find-searching = searching… { $share } % ({ $key } gives up)
tui-find-more = { $n } hits, the first { $most } here
tui-find-total = { $n ->
    [0] no hit
    [one] one hit
   *[other] { $n } hits
}{ $interviews ->
    [0] {""}
    [one] {" "}· one interview
   *[other] {" "}· { $interviews } interviews
}
tui-find-words = "{ $words }"
tui-find-whole = whole words
tui-find-exact = exactly
tui-find-participants = participants
tui-find-interviewers = interviewers
tui-find-code = code { $code }
tui-find-turn = turn { $n }
tui-place-live = Call
tui-place-transcript = Transcript
tui-place-codebook = Codebook
tui-place-evidence = Evidence
tui-place-guide = Guide
tui-place-settings = Settings
tui-place-log = Log
tui-place-messages = Messages
tui-nothing-found = nothing matches
tui-palette = All commands
tui-help = Keys: { $place }
tui-empty-board = The interviews of the study stand here: where each one is, who was asked, what is coded.
tui-empty-log = Every act is kept here with its words, from the first one on.
tui-empty-messages = What the program tells is kept here.
tui-log-erased = (erased)
tui-log-undo = undo: { $what }
tui-log-undone = { $what } (undone)

tui-transcript-nothing = Here interviews are read and coded. Choose one on the board.
tui-transcript-empty = This interview has neither a transcript nor notes yet.
tui-transcript-withdrawn = Consent to this interview was withdrawn: its words are not shown.
tui-transcript-missing = The file of this text is missing or damaged.
tui-transcript-hidden = (consent withdrawn)
tui-transcript-left-out = { $sign } left out as the person asked
tui-left-out = { $sign } left out
tui-beside-none = No note on this interview.
tui-beside-text-untimed = No times here: the { $n } notes in order.
tui-beside-lists = { $n } without a time, in order
tui-beside-untimed = { $n } notes, { $untimed } without a time
tui-transcript-suggested = suggested
tui-transcript-uncoded = no code here
tui-transcript-uncounted = interviewer’s words: not counted
tui-transcript-extends = extending
tui-transcript-of = 1 of { $n } here
tui-transcript-no-slots = No code has a key 1 to 9 yet.
tui-transcript-quote = “{ $words }” { $place }

tui-place-table = Table
tui-place-passages = Passages
tui-empty-evidence = Here, scenario by scenario, stands who speaks for and against it, and in which words. It takes at least one scenario.
tui-empty-passages = Nothing is coded yet. Coding is done in a transcript.
tui-evidence-code = code
tui-evidence-total = total
tui-evidence-best = best quote
tui-evidence-strength = strength +/−
tui-evidence-gap = no evidence
tui-evidence-quote = “{ $quote }”
tui-evidence-interviews = { $n ->
    [one] { $n } interview
   *[other] { $n } interviews
}
tui-evidence-asked = { $n } asked
tui-evidence-not-asked = no question on it
tui-evidence-withdrawn = { $n } withdrawn
tui-evidence-references = { $n ->
    [one] { $n } reference apart
   *[other] { $n } references apart
}
tui-evidence-passages = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
}
tui-evidence-codings = { $n ->
    [one] { $n } coding
   *[other] { $n } codings
}
tui-evidence-coder = coder { $coder }
tui-evidence-scenario = scenario { $scenario }
tui-picture-nothing = This table has no figures to draw
tui-picture-for = for
tui-picture-against = against
tui-picture-mixed = mixed
tui-picture-of-wanted = interviews held / wanted
tui-picture-curve = { $interview } ({ $position }): { $new } new, { $sum } codes known
tui-evidence-by = by { $by }
tui-evidence-gaps-only = gaps only
tui-evidence-gaps-hidden = without gaps
tui-evidence-stale = counting again…
tui-evidence-counting = Counting…
tui-evidence-gone = (these words are no longer there)
tui-evidence-interviewer = interviewer, not counted
tui-evidence-superseded = settled since, not counted
tui-evidence-reference = reference
tui-evidence-no-quote = do not quote
tui-evidence-coded-by = coded by { $coder }
tui-evidence-memo = memo: { $memo }
tui-evidence-rule = rule: { $rule }
tui-evidence-rule-title = How this table is counted
tui-evidence-counts = Counted: { $interviews ->
    [one] one interview
   *[other] { $interviews } interviews
}, { $organisations ->
    [0] no organisation
    [one] one organisation
   *[other] { $organisations } organisations
}. { $withdrawn ->
    [0] No interview withdrawn.
    [one] One interview withdrawn, counted nowhere.
   *[other] { $withdrawn } interviews withdrawn, counted nowhere.
} { $references ->
    [0] No reference excerpt.
    [one] One reference excerpt, apart.
   *[other] { $references } reference excerpts, apart.
}
tui-evidence-filters = Filters: { $filters }
tui-evidence-filter-scenario = scenario
tui-evidence-filter-by = by
tui-evidence-filter-where = where
tui-evidence-filter-coder = coder
tui-evidence-date = Last change of the study: { $date }
tui-evidence-head = head { $head }
tui-board-sum-unasked = { $n ->
    [one] one of unknown consent
   *[other] { $n } of unknown consent
}
tui-board-sum-undebriefed = { $n ->
    [one] one without a debrief
   *[other] { $n } without a debrief
}
tui-place-quotas = Sample
tui-no-debrief = no debrief
tui-quotas-sample = Sample
tui-quotas-missed = Refused, missed, cancelled
tui-quotas-calendar = Calendar
tui-quotas-problems = Problems
tui-quotas-no-problem = none is noted
tui-quotas-hours = Time
tui-quotas-head-wanted = wanted
tui-quotas-head-booked = booked
tui-quotas-head-done = done
tui-quotas-head-coded = coded
tui-quotas-head-agreed = agreed
tui-quotas-head-taken = taken
tui-quotas-head-days = days
tui-quotas-empty = empty
tui-quotas-short = { $n } missing
tui-quotas-booked = booked
tui-quotas-full = full
tui-quotas-past = past: { $at }
tui-quotas-planned = planned { $at }
tui-quotas-held = held { $at }
tui-quotas-open = to settle
tui-quotas-all = all

#
# end of tui
#
tui-place-versions = To decide on
tui-empty-versions = When a corrected transcript arrives, codings whose words changed are listed here, old words beside new ones. None waits now.
tui-versions-count = { $n -> 
    [one] 1 coding waits
   *[other] { $n } codings wait
}
tui-versions-old = version { $n }, as it was coded
tui-versions-new = version { $n }
tui-versions-nowhere = (nowhere)
tui-place-coders = Disagreements
tui-empty-coders-one = What two coders disagree on stands here, to be settled one by one. So far fewer than two have coded in this study: a colleague’s work comes in by her copy of it.
tui-empty-coders-texts = { $one } and { $other } have coded no text in common: there is nothing to compare.
tui-empty-coders-none = Nothing is open between { $one } and { $other }. The same: { $same }; settled: { $settled }.
tui-coders-count = { $n ->
    [one] { $n } to settle
   *[other] { $n } to settle
} · { $settled } settled · { $same } the same
tui-coders-nothing = (nothing here)
tui-coders-agree = Nothing is open here
tui-empty-coders-blind = You code blind: what the others coded is hidden, and so is what you disagree on.
coders-told-alone = { $coder } alone has a code here: { $code }
coders-told-code = Other codes: { $one } { $code }, { $other } { $instead }
coders-told-polarity = For or against: { $marks }
coders-told-ends-somewhere = The ends differ
coders-told-ends = { $coder } { $starts ->
    [later] begins { $start } later
    [sooner] begins { $start } sooner
   *[same] begins at the same place
} and { $ends ->
    [later] ends { $end } later
    [sooner] ends { $end } sooner
   *[same] ends at the same place
}
coders-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
coders-letters = { $n ->
    [one] { $n } letter
   *[other] { $n } letters
}
tui-place-memos = Journal
tui-empty-memos = Here is the dated journal of the analysis, and every memo, on a code, a passage, an interview…
tui-evidence-auto = automatic
tui-empty-review = Nothing waits for review. Search words, then autocode their hits.
tui-pane-read = { $n } % read
tui-pane-read-to = { $n } % read · stopped at turn { $turn }

### cli
cli-usage = Usage:
cli-commands = Verbs
cli-options = Options
cli-everywhere = Everywhere
cli-arguments = Arguments
cli-usage-verb = there is no verb “{ $verb }”
cli-usage-argument = “{ $argument }” is not expected here
cli-usage-missing = missing: { $argument }
cli-usage-conflict = { $argument } and { $other } exclude each other
cli-usage-no-value = { $argument } needs a value
cli-usage-value = { $argument } cannot be “{ $value }”; expected: { $expected }
cli-usage-no-verb = a verb is missing
cli-usage-utf8 = an argument is not UTF-8
cli-usage-other = this cannot be: { $argument } { $value }
cli-usage-meant = did you mean { $meant }?
cli-usage-help = “entretien --help” or “entretien VERB --help” says what there is
cli-bad-name = a study cannot be called “{ $name }”: letters, digits, “-”, “_” and spaces, no dot at the start
cli-no-current = no study is open yet: make one with “entretien new NAME”, see “entretien demo”, or name one with --study
cli-no-study = there is no study { $name }
cli-reading-journals = Reading the study from its journals; this takes a moment.
cli-no-studies = no studies yet
cli-there-is = there is: { $names }
cli-study-made = study { $name } made in { $folder }
cli-no-terminal = the screen needs a terminal; “entretien --help” lists what can be done without one
cli-terminal-refused = the terminal cannot be used: { $reason }
cli-output-refused = the output cannot be written: { $reason }
cli-file-refused = { $file }: { $reason }
cli-no-file = { $file } is not there
cli-is-folder = { $file } is a folder, a file was expected; a study folder is read by “entretien new NAME --from FOLDER”
cli-internal = internal fault: { $reason }
cli-no-session = there is no interview { $key }
cli-no-code = there is no code { $key }
cli-no-scenario = there is no scenario { $key }
cli-no-attribute = there is no attribute { $key }
cli-no-value = there is no value { $key }
cli-no-organisation = there is no organisation { $key }
cli-no-participant = there is no participant “{ $key }” here; name one with --participant
cli-no-note = there is no note { $id }
cli-no-coding = there is no coding { $id }
cli-no-target = there is no target number { $n }
cli-no-context = there is no place “{ $name }”
cli-no-keymap = there is no keymap { $name }
cli-no-format = there is no format “{ $name }”
cli-no-transcript = interview { $session } has no transcript
cli-which-document = interview { $session }: say which document with --document
cli-text-gone = the text of { $document } cannot be read; “entretien check” says more
cli-withdrawn = { $key } is withdrawn: nothing of it is shown or added to
cli-table-withdrawn = { $n ->
    [one] 1 interview was withdrawn: nothing of it is counted
   *[other] { $n } interviews were withdrawn: nothing of them is counted
}
cli-n-withdrawn = { $n ->
    [one] { $n } interview is withdrawn and not shown
   *[other] { $n } interviews are withdrawn and not shown
}
cli-quote-none = these words do not stand in the text; give them exactly, or a --span
cli-quote-twice = these words stand in the text more than once, at { $first } and { $second }; give more of them, or a --span
cli-span-outside = { $start }..{ $end } is outside the text, which has { $n } characters
cli-coding-of-text = this coding is on words already; --propose starts from a coding on a note
cli-coding-nowhere = no passage to propose: { $why }
cli-coding-likeness = { $n }%
cli-code-has-codings = code { $code } has { $n ->
    [one] { $n } coding
   *[other] { $n } codings
}: say what becomes of them with --move-to KEY or --with-codings
cli-note-empty = a note needs words
cli-of-organisation = { $attribute } describes organisations: give the participant one with --organisation
cli-of-participant = { $attribute } describes participants, not organisations
cli-erase-yes = erasing interview { $session } is for ever, no undo brings it back; say it with --yes
cli-join-export = { $folder } is an export, not a study folder; nothing was changed. Its codings come by: entretien join { $file }
cli-join-left-out = { $n ->
    [one] One row was left out: what it speaks of is not here
   *[other] { $n } rows were left out: what they speak of is not here
}
cli-erased = erased: { $parts ->
    [one] { $parts } part of the journals
   *[other] { $parts } parts of the journals
}, { $files ->
    [one] { $files } file
   *[other] { $files } files
}
cli-erase-copy = an export may still hold it; only you can delete it: { $path }
cli-undone = undone: { $what }
cli-redone = done again: { $what }
cli-nothing-to-undo = nothing to undo
cli-nothing-to-redo = nothing to redo
cli-undo-conflicts = { $n ->
    [one] { $n } thing was changed since and stays as it is
   *[other] { $n } things were changed since and stay as they are
}
cli-log-withdrawn = an interview that was withdrawn
cli-log-erased = erased
cli-log-undo = undo:
cli-log-redo = redo:
cli-log-undone = (undone)
cli-check-good = all is as it was written
cli-fault = { $place } { $what }
cli-lint-good = { $file }: no fault
cli-n-codings = { $n ->
    [one] { $n } coding
   *[other] { $n } codings
}
cli-exported = { $n ->
    [one] { $n } file
   *[other] { $n } files
} written to { $folder }
cli-nothing-imported = nothing was imported
cli-text-read = { $file }: { $format }, { $words ->
    [one] { $words } word
   *[other] { $words } words
}, { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}, interview { $session }
cli-reference-read = { $file }: { $format }, { $words ->
    [one] { $words } word
   *[other] { $words } words
}, { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}, reference text { $session }
cli-text-withdrawn = { $file }: { $format }, { $words ->
    [one] { $words } word
   *[other] { $words } words
}, { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}; interview { $session } is withdrawn, nothing is kept
cli-no-speaker = (nobody named)
cli-speaker = { $name }: { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}
cli-unread = line { $line } not read ({ $reason }): { $text }
cli-column-name = name
cli-column-title = title
cli-column-sessions = interviews
cli-column-codings = codings
cli-column-changed = changed
cli-column-session = interview
cli-column-state = state
cli-column-consent = consent
cli-excluded = { $key }: left out as the person asked
cli-exclude-what = What is to be left out? --from and --to, --note, --span or --quote
cli-column-organisation = organisation
cli-column-minutes = minutes
cli-column-turns = turns
cli-column-notes = notes
cli-heading-answers = Answers
cli-heading-notes = Notes
cli-heading-codings = Codings
cli-help-entretien = Live notes, coding by keyboard and evidence tables for interview studies. Without a verb: the screen.
cli-help-entretien-examples =
    Examples:
    {"  "}entretien demo
    {"  "}entretien new "AF 2026" --from sample-sessions/certification-assistance-formation
    {"  "}entretien import E07.vtt
    {"  "}entretien table evidence --scenario S2 --format csv
cli-help-arg-data-dir = Folder of the studies (ENTRETIEN_DATA_DIR)
cli-help-arg-study = The study, by its name in the data folder; else the one used last (ENTRETIEN_STUDY)
cli-help-arg-lang = Language: fr or en (ENTRETIEN_LANG)
cli-help-arg-keymap = Keymap: default, azerty, bepo, qwertz, vim, arrows (ENTRETIEN_KEYMAP)
cli-help-arg-color = Colours: auto, always or never (NO_COLOR)
cli-help-arg-coder = Who codes and writes; in a table, the one whose codings count
cli-help-arg-help = Print this help
cli-help-arg-version = Print the version
cli-help-arg-json = Data for programs (JSON)
cli-help-demo = A fresh copy of the sample study; without a terminal, its evidence tables and an export
cli-help-demo-out = Folder of the export
cli-help-new = Make a study, empty or from a study folder; it becomes the current one
cli-help-new-examples =
    Examples:
    {"  "}entretien new etude-2026
    {"  "}entretien new etude-2026 --from my-folder
cli-help-new-name = Name: letters, digits, “-”, “_”, space
cli-help-new-from = Study folder to read
cli-help-studies = List the studies of the data folder
cli-help-sessions = List the interviews
cli-help-show = Show an interview whole, or one thing by its id or key
cli-help-show-what = Interview, code, reference text, or any id
cli-help-import = Read files of any kind: transcripts, codebook, participants, answers, notes, codings; all or none
cli-help-import-examples =
    Examples:
    {"  "}entretien import transcripts/*.vtt
    {"  "}entretien import audio-12.txt --session E12
    {"  "}entretien import --check --json E07.docx
    {"  "}entretien import advert.txt --reference advert
cli-help-import-files = Files
cli-help-import-session = Interview the transcript belongs to; else the one called like the file
cli-help-import-reference = Key of a text that is no interview
cli-help-import-as = Format or kind, whatever the content looks like
cli-help-import-encoding = Encoding of the text
cli-help-import-check = Read and print, change nothing
cli-help-code = Put a code on words of an interview or a reference text; prints the coding’s id
cli-help-code-examples =
    Examples:
    {"  "}entretien code E07 --quote "trois mois de retard" --code B1.3 --scenario S2=supports --strength 3
    {"  "}entretien code E07 --span 120..164 --code B1.3 --scenario "S1=~"
cli-help-arg-session = Interview
cli-help-arg-document = Document, where the interview has several
cli-help-arg-quote = Words that stand in the text exactly once; not trimmed
cli-help-arg-span = First and after-last character of the words
cli-help-code-code = Code
cli-help-arg-scenario = Polarity for a scenario: supports, contradicts, mixed, neutral or + - ~ = ; may be repeated
cli-help-arg-strength = Strength of the evidence, 0 to 4
cli-help-arg-memo = Memo on the coding
cli-help-arg-star = One of the best passages
cli-help-study = The study’s own settings
cli-help-study-set = Write one setting
cli-help-study-set-key = name, aim, languages, mask-under, count-interviewer, common-strength, common-share, criteria, day-hours or suggestions
cli-help-study-set-value = Its value; an empty one takes it away
cli-help-scenario = Scenarios of the study
cli-help-scenario-add = Add a scenario
cli-help-scenario-set = Edit a scenario
cli-help-scenario-move = Move a scenario in the order
cli-help-scenario-remove = Delete a scenario
cli-help-arg-key = Key
cli-help-arg-key-new = New key
cli-help-arg-label-fr = Label in French
cli-help-arg-label-en = Label in English
cli-help-arg-label = Label in another language
cli-help-arg-summary-fr = Summary in French
cli-help-arg-summary-en = Summary in English
cli-help-arg-up = One place up
cli-help-arg-down = One place down
cli-help-arg-to = To this place, from 1
cli-help-attribute = Attributes of participants and organisations
cli-help-attribute-add = Add an attribute
cli-help-attribute-set = Edit an attribute and its values
cli-help-attribute-move = Move an attribute in the order
cli-help-attribute-remove = Delete an attribute
cli-help-arg-of = What it describes: participant or organisation
cli-help-arg-kind = Type: choice, number or text
cli-help-arg-stratum = Whether tables may be cut by it: yes or no
cli-help-arg-value = Value to add; may be repeated
cli-help-arg-universe = How many of a value there are in the population
cli-help-arg-value-label-fr = Label of a value in French
cli-help-arg-value-label-en = Label of a value in English
cli-help-attribute-set-remove-value = Value to delete
cli-help-attribute-set-rename-value = New key for a value
cli-help-attribute-set-move-value = New place of a value, from 1
cli-help-target = Targets of the sample
cli-help-target-add = Add a target
cli-help-target-add-n = Number of interviews wanted
cli-help-target-add-where = What the participants must have
cli-help-target-remove = Delete a target
cli-help-target-remove-number = Its number in the list
cli-help-target-list = List the targets
cli-help-organisation = Organisations, by pseudonym
cli-help-organisation-set = Make or edit an organisation
cli-help-organisation-remove = Delete an organisation
cli-help-arg-attribute = What it has for an attribute; empty takes it away
cli-help-session = Interviews
cli-help-session-add = Add an interview
cli-help-session-set = Edit an interview
cli-help-session-remove = Delete an interview with all that belongs to it; undo brings it back
cli-help-arg-state = planned, running, done, cancelled, no-show or refused
cli-help-arg-planned-at = When it is to begin (2026-03-12T09:30:00Z)
cli-help-arg-started-at = When the call began
cli-help-arg-ended-at = When it ended
cli-help-arg-zone = Time zone (Europe/Paris)
cli-help-arg-mode = Face to face, video, telephone
cli-help-arg-interviewer = Who asks
cli-help-arg-guide-version = Version of the guide
cli-help-arg-minutes = Length in minutes
cli-help-arg-debrief = Field of the debrief
cli-help-participant = Participants of an interview
cli-help-participant-set = Make or edit a participant
cli-help-participant-remove = Delete a participant
cli-help-arg-participant = Participant, where the interview has several
cli-help-participant-set-speaker = Name in the transcript
cli-help-participant-set-role = Role; “interviewer” marks words that do not count
cli-help-participant-set-organisation = Organisation, by pseudonym
cli-help-arg-consent = given, no-quote, after-reading (quoted only once read again) or withdrawn
cli-help-participant-set-name = Real name; in no table, log or export
cli-help-participant-set-telephone = Telephone
cli-help-participant-set-mail = Mail address
cli-help-note = Notes of an interview
cli-help-note-add = Add a note; prints its id
cli-help-note-set = Edit a note
cli-help-note-remove = Delete a note with the codings on it
cli-help-arg-text = Words
cli-help-note-add-kind = verbatim, paraphrase, observation, interpretation or figure
cli-help-note-set-kind = verbatim, paraphrase, observation, interpretation or figure
cli-help-arg-t-ms = Time in the call, milliseconds
cli-help-arg-question = Question
cli-help-arg-flag = Flag: follow-up, verify, quote, mask, document or one of your own
cli-help-note-set-code = Code to put on the note; may be repeated
cli-help-note-add-code = Code on the note; may be repeated
cli-help-arg-id = Id
cli-help-answer = Write an answer
cli-help-answer-examples =
    Examples:
    {"  "}entretien answer E07 a_certifier 12
    {"  "}entretien answer E07 adhesion 4 --scenario S2
    {"  "}entretien answer E07 effectif --state refused
cli-help-answer-value = Value: 12, ~12, 3-5, a choice, words
cli-help-answer-state = answered, partial, not-asked, not-applicable, refused or unknown
cli-help-answer-scenario = Scenario it is bound to
cli-help-answer-part = Part of an allocation, or item.field of a list
cli-help-answer-unit = Unit of a count
cli-help-coding = Codings, by id
cli-help-coding-set = Edit a coding
cli-help-coding-move = Put a coding on other words; one on a note goes to the transcript, the note stays
cli-help-coding-move-propose = Move nothing: list the passages that the note may have come from, the likeliest first
cli-help-coding-remove = Delete a coding
cli-help-coding-set-code = Another code
cli-help-coding-set-no-scenario = Scenario whose polarity is taken away
cli-help-coding-set-no-strength = Take the strength away
cli-help-coding-set-rank = Place among the quotes picked by hand, from 1
cli-help-coding-set-no-rank = Picks it no longer
cli-help-coding-set-no-star = Take the star away
cli-help-codes = The codebook
cli-help-codes-add = Add a code
cli-help-codes-set = Edit a code
cli-help-codes-move = Move a code in the tree
cli-help-codes-merge = Merge a code into another; no coding is lost
cli-help-codes-remove = Delete a code; say what becomes of its codings
cli-help-codes-add-parent = Code above it
cli-help-codes-add-after = Code after which it stands
cli-help-arg-definition = What it means
cli-help-arg-include = When to use it
cli-help-arg-exclude = When not to
cli-help-arg-example = A passage that shows it
cli-help-arg-colour = Colour of the terminal by name, or #rrggbb
cli-help-arg-slot = Key 1 to 9 that gives it
cli-help-codes-set-no-slot = Take its slot away
cli-help-codes-move-under = Under this code
cli-help-codes-move-root = To the root
cli-help-codes-merge-into = The code that stays
cli-help-codes-remove-move-to = Code that takes its codings
cli-help-codes-remove-with-codings = Delete its codings too
cli-help-consent = What an interview, or one of its participants, allows; with it stand the moment, the coder, the version of the form
cli-help-consent-recording = Whether the call may be recorded: yes, no
cli-help-consent-contact = Whether one may come back to them: yes, no
cli-help-consent-informed = Item of the guide’s form that they were told; several times for several
cli-help-consent-closing = Whether the question at the end was asked: yes, no
cli-help-consent-at = When it was said; now where nothing is given (2026-03-12T09:30:00Z)
cli-help-exclude = Leaves a passage out as the person asked: not counted, quoted, shown or exported
cli-help-exclude-from = First time of the call, 12:00; the notes and words of that time are left out
cli-help-exclude-to = Time of the call at which the rest goes on, 13:30
cli-help-exclude-note = Note to leave out
cli-help-exclude-quote = Words to leave out, which stand there once
cli-help-exclude-reason = Why, in a few words; stays in the study
cli-help-exclude-list = What is left out, without its words
cli-help-exclude-remove = Takes a passage in again
cli-help-exclude-examples =
    Example:
    {"  "}entretien exclude E07 --from 12:00 --to 13:30 --reason "as she asked"
cli-help-erase = Erase an interview for ever; no undo brings it back
cli-help-erase-yes = Yes, for ever
cli-help-join = Bring in a colleague’s work: her study folder, copied, or her excerpts.csv; all or nothing
cli-help-join-examples =
    Examples:
    {"  "}entretien join /media/usb/AF
    {"  "}entretien join ~/received/excerpts.csv
cli-help-suggest = The likeliest codes for a passage, learnt from this study alone; nothing is coded by it
cli-help-suggest-examples =
    Examples:
    {"  "}entretien suggest E01 --quote "trois semaines"
    {"  "}entretien suggest E01 --span 120..310 --json
    {"  "}entretien suggest --evaluate
cli-help-suggest-session = Interview, or reference text
cli-help-suggest-evaluate = How good suggestions are: replay the study’s codings in their order, each guessed from those before it
cli-suggest-off = This study suggests no codes. “entretien study set suggestions yes” switches it on.
cli-suggest-none = Nothing speaks for any code here.
cli-suggest-code = code
cli-suggest-label = label
cli-suggest-score = score
cli-suggest-why = speaks for it
cli-suggest-way = guess
cli-suggest-top = first { $n }
cli-suggest-way-suggested = suggested
cli-suggest-way-alone = suggested, others’ codings of these words aside
cli-suggest-way-recent = put last
cli-suggest-way-frequent = put most often
cli-suggest-nothing = There is no coding to guess.
cli-suggest-told = { $n ->
    [one] One coding guessed
   *[other] { $n } codings guessed
}, each from those before it and from today’s codebook{ $left ->
    [0] .
    [one] ; one taken from a suggestion, autocoded or settled was learnt from, not guessed.
   *[other] ; { $left } taken from suggestions, autocoded or settled were learnt from, not guessed.
}
cli-suggest-missed = Missed most often among the first three: { $codes }
cli-help-search = Look for words in transcripts, notes, memos, answers and codes
cli-help-search-examples =
    Examples:
    {"  "}entretien search "trois semaines"
    {"  "}entretien search "plateforme ~10 perdu" --where size=under10
    {"  "}entretien search --regex "ressaisi\w*" --voice participants --json
cli-help-search-pattern = Words as they are said; a & b both in one turn, a ~10 b with ten words between them at most
cli-help-search-regex = Read the pattern as a regular expression
cli-help-search-exact = Case, accents, apostrophes and spaces as they are typed
cli-help-search-word = Whole words only
cli-help-search-where = Only speakers who have this; may be repeated
cli-help-search-voice = Whose words: all, participants or interviewers
cli-help-search-code = Only in passages with this code
cli-help-search-session = Only in this interview
cli-help-query = Find passages by their codes: one and another, one without another, in a turn, an interview, so many words apart
cli-help-query-examples =
    Examples:
    {"  "}entretien query "D8.frein and B1.3"                 passages of the first that have words in common with the second
    {"  "}entretien query "D8.frein and:turn B1.3"            in the same turn; also :same, :interview, :10 (words at most)
    {"  "}entretien query "(A or B) not:interview C"          where the interview has no passage of C
    {"  "}entretien query "D8*[size=under10, S2=+]" --format csv   D8 and all below it, by attribute and polarity
    {"  "}entretien query "*[coder=am] not:same *[coder=bl]"  what one coded and the other did not
    The French words do as well: et, ou, sauf; :même, :tour, :entretien.
cli-help-query-query = The query, between quotes
cli-help-query-save = Keep it under this name
cli-help-query-saved = The one that is kept under this name
cli-help-search-save = Keep it under this name
cli-help-search-saved = The one that is kept under this name; --where and --session add to it
cli-help-saved = Searches and queries under a name
cli-help-saved-list = Name them
cli-help-saved-remove = Forget a name
cli-help-saved-remove-name = The name
cli-saved-search = search
cli-saved-query = query
cli-saved-other = "{ $name }" is a { $kind ->
    [search] query: query --saved
   *[other] search: search --saved
}
cli-column-kind = kind
cli-column-pattern = pattern
cli-help-query-where = Only speakers who have this; may be repeated
cli-help-query-format = text, csv, json or md
cli-search-outside = Outside of interviews
cli-search-turn = turn
cli-search-reference = reference
cli-search-note = note
cli-search-memo = memo
cli-search-answer = answer
cli-search-code = code
cli-search-found = { $n ->
    [0] Not found.
    [one] One hit.
   *[other] { $n } hits in { $interviews } { $interviews ->
        [one] interview
       *[other] interviews
    }.
}
cli-help-method = Write the method page: rules, who was asked, what was left out and why
cli-help-method-format = md, csv or docx; else as the file is called, md without one
cli-help-method-out = File to write, rather than standard output
cli-help-method-examples =
    Example:
    {"  "}entretien --lang fr method --out methode.md
cli-help-quotes = Check every quote and figure of a finished text against what was said
cli-help-quotes-examples =
    Exit 1 with findings. A figure is checked with its row between brackets, or named in its sentence:
    9 of 13 [S2 D8.levier], 4 of 13 [S2 against], 3 of 8 [D8.levier size=under10]
    Example:
    {"  "}entretien quotes note-opportunite.docx --fold
cli-help-quotes-file = Markdown, text or Word file
cli-help-quotes-fold = Case, accents, apostrophes and kinds of spaces make no difference
cli-quotes-footnotes = { $n ->
    [one] One footnote was not read.
   *[other] { $n } footnotes were not read.
}
cli-quotes-found = { $quotes ->
    [one] One quote
   *[other] { $quotes } quotes
}, { $figures ->
    [one] one figure
   *[other] { $figures } figures
}: { $findings ->
    [0] nothing to mend.
    [one] one to look at.
   *[other] { $findings } to look at.
}
cli-help-table = Print a table with its rule; alone, the names of the tables
cli-help-table-examples =
    Examples:
    {"  "}entretien table evidence --scenario S2
    {"  "}entretien table evidence --by size --format csv
    {"  "}entretien table evidence --where role=rh --format json
cli-help-table-name = Name of the table
cli-help-table-scenario = This scenario alone
cli-help-table-by = Counts by the values of an attribute
cli-help-table-where = Only speakers who have this; may be repeated
cli-help-table-commission = For a commission: nothing that fewer interviews than the study’s threshold stand behind
cli-help-table-presence = In a matrix: 1 where there is a passage, 0 where there is none
cli-help-table-sort = Rows by this column, by its name in CSV; with :desc the greatest first
cli-help-table-seed = Seed of the shuffles of saturation
cli-help-table-unit = Coders are compared over this alone: turn, sentence, segment or character
cli-help-table-overlap = Percent that two segments must share to be one (90)
cli-help-table-format = text, csv, json or md
cli-help-agreement = All coefficients of agreement for a CSV file: one row a unit, one column a coder, empty = missing
cli-help-agreement-file = CSV file; its first line names the coders
cli-help-agreement-level = nominal, ordinal, interval or ratio: what Krippendorff’s α takes the values for
cli-help-agreement-format = text, csv, json or md
cli-agreement-refused = { $file }{ $line ->
    [0] {""}
   *[other] , line { $line }
}: { $reason }. Nothing was counted. Expected: a line with the names of the coders, then one line a unit.
cli-agreement-unit = The first column, “{ $column }”, is taken for the names of the units, not for a coder.
cli-help-export = Write all data files and datapackage.json
cli-help-export-out = Folder
cli-help-export-as = What is written: csv (a folder), xlsx (a workbook), json (everything in one file), iramuteq (a corpus, .txt), study (the study, .docx or .md), infographic (.html or .typ), slides (.pptx), pack (a folder or .zip), qdpx (a REFI-QDA project), qdc (its codebook)
cli-import-head-file = file
cli-import-head-format = read as
cli-import-head-interview = interview
cli-import-head-became = what became of it
cli-import-head-words = words
cli-import-head-rows = turns or rows
cli-import-pdf = { $file } is a PDF: what is read of it is a guess. Look at it first with --check, then import it with --as pdf
cli-report-needs-out = a Word document is no text for the screen: say where it goes with --out FILE
cli-export-ending = { $file }: what is asked for is written as { $endings }
cli-export-written = { $file } written
cli-help-export-profile = data (raw) or excel-fr (for Excel in French)
cli-help-export-shared = For others: pseudonyms, small cells masked, no originals
cli-help-export-force = Into a folder that holds other things
cli-help-summary = Summaries of the framework: what an interview says on a theme
cli-help-summary-set = Write the summary of an interview on a code, over its passages as they are now
cli-help-summary-set-session = Interview
cli-help-summary-set-key = Code
cli-help-summary-set-text = The summary
cli-help-summary-remove = Remove the summary of an interview on a code
cli-help-summary-remove-session = Interview
cli-help-summary-remove-key = Code
cli-help-coders = What two coders disagree on, passage by passage
cli-help-coders-first = One coder
cli-help-coders-second = The other
cli-help-coders-examples =
    Example:
    {"  "}entretien coders ana bob
    {"  "}entretien coders settle 01999… 0199a… --take one --reason "the question names it"
cli-help-coders-settle = Settles a disagreement: what stands counts alone and remembers both; undoable
cli-help-coders-settle-one = Coding of one coder
cli-help-coders-settle-other = Coding of the other; left out where one alone has coded
cli-help-coders-settle-take = What stands: one, other, both or neither
cli-help-coders-settle-reason = Why; stays as the memo of what stands
cli-coders-settle-same = The same coding is named twice; name that of the other coder, or one alone.
cli-coders-settle-alone = With one coding alone, “one” or “neither” can stand; name the other coding for “other” and “both”.
cli-blind-coders = You code blind: what the others coded is hidden. “entretien blind off” shows it, and the log says so.
cli-blind-seen = { $coder } codes blind: what the others coded is neither shown nor counted (“entretien blind off” ends it).
cli-blind-whole = You code blind, but this holds everything, also what the others coded.
cli-blind = { $state ->
    [on] { $coder } codes blind from now on.
   *[off] { $coder } sees again what the others coded.
}
cli-help-blind = Code blind, or see again what the others coded; the log says so. Tables and exports to read (xlsx, study, slides…) hold what you see; those to hand on (csv, json, qdpx, pack) hold everything, and say so
cli-help-blind-state = on or off; without it, which of the two it is
cli-help-blind-examples =
    Examples:
    {"  "}entretien blind on
    {"  "}entretien --coder ana blind off
cli-coders-same = “{ $coder }” is compared with another coder, not with itself.
cli-coders-none = “{ $coder }” has no coding in this study.
cli-coders-no-text = { $first } and { $second } have coded no text in common: there is nothing to compare.
cli-coders-kind = disagreement
cli-coders-interview = interview
cli-coders-quote = words
cli-coders-kind-code-differs = code differs
cli-coders-kind-ends-differ = ends differ
cli-coders-kind-polarity-differs = polarity differs
cli-coders-kind-only-one = only one
cli-coders-summary = { $texts } texts in common; the same: { $same }; code differs: { $code }; ends differ: { $ends }; polarity differs: { $polarity }; only one: { $one }; settled: { $settled }
cli-help-undo = Take back the last transaction, and name it
cli-help-redo = Do again what was taken back last
cli-help-log = The audit trail
cli-help-check = Make sure of the study; exit 1 when something is off
cli-help-check-repair = Put right what can be made again from the journals
cli-guide-head = Guide, version { $number }: { $sections } sections, { $questions } questions, { $n ->
    [0] no interview held with it
    [one] one interview held with it
   *[other] { $n } interviews held with it
}
cli-guide-no-version = there is no version { $number } of the guide
cli-guide-good = { $file }: { $sections } sections, { $questions } questions, no fault
cli-guide-unchanged = Nothing changed
cli-guide-kept = Guide kept, version { $number }
cli-guide-refused = { $n ->
    [one] one fault: the study’s guide stays as it was
   *[other] { $n } faults: the study’s guide stays as it was
}
cli-guide-overtaken = the study’s guide changed in the meantime: it stays as it is now
cli-guide-copy = your text is in { $file }
cli-guide-mend = Go on mending? [Y/n]
cli-guide-no-editor = no editor: name one by VISUAL or EDITOR
cli-guide-editor-failed = the editor “{ $editor }” failed: nothing changed
cli-help-guide = The interview guide
cli-help-guide-show = Shows the guide: sections, minutes, questions
cli-help-guide-show-number = This version; otherwise the newest
cli-help-guide-check = Faults of a guide, with their lines; exit code 1 if there are any
cli-help-guide-check-file = A file guide.toml. skip_if: “6.3 = 0”, “2.2 refused”, “role = rh”, with = != < <= > >=, and, or
cli-help-guide-edit = Opens the guide in the editor (VISUAL, EDITOR), then checks it
cli-help-guide-add = Adds a section or, with --section, an open question
cli-help-guide-add-text = Title of the section, words of the question
cli-help-guide-add-section = Section of the question
cli-help-guide-add-after = Section or question after which it stands
cli-help-guide-set = Writes a field of a question or a section
cli-help-guide-set-field = key, title or minutes of a section; key, kind, text, unit, options, fields, roles, skip_if, scenario, codes, followups, watch or sensitive of a question
cli-help-guide-set-value = Its value; lists with “;”, minutes “8” or “rh=6; direction=8”; nothing takes it out
cli-help-guide-move = Moves a section or a question
cli-help-guide-remove = Takes out a section with its questions, or a question
cli-help-guide-debrief = The debrief: what is written down within the hour after an interview
cli-help-guide-debrief-add = Adds a field to the debrief
cli-help-guide-debrief-add-text = What is asked
cli-help-guide-debrief-add-after = Field after which it stands
cli-help-guide-debrief-set = Writes a part of a field
cli-help-guide-debrief-set-field = key, text, kind (open, scale, choice, count) or options
cli-help-guide-debrief-set-value = Its value; options with “;”; nothing takes it out
cli-help-guide-debrief-move = Moves a field
cli-help-guide-debrief-remove = Takes out a field; what is written in debriefs stays
cli-help-guide-consent = Consent: what is said, what is asked at the end
cli-help-guide-consent-set = Writes a part of the form of consent
cli-help-guide-consent-set-field = version, items (what is said, “key = words”, with “;”) or closing (what is asked at the end)
cli-help-guide-consent-set-value = Its value; nothing takes it out
cli-help-guide-consent-remove = Takes out the form of consent; consents that were given stay
cli-help-keys = Keys of the screen
cli-help-keys-show = The keymap in force
cli-help-keys-show-context = One place alone
cli-help-keys-lint = Faults of a keymap; exit 1 when there are any
cli-help-keys-lint-file = Keymap file; else the one in force
cli-help-keys-why = What a key does, and why
cli-help-keys-why-keys = Keys, as “g g”
cli-help-completions = Completion script of a shell
cli-help-completions-shell = bash, elvish, fish, powershell or zsh
cli-help-man = Manual page
cli-no-problem = there is no problem { $id }
cli-column-id = id
cli-column-met = met on
cli-column-settled = settled on
cli-column-problem = problem
cli-no-finding = there is no finding { $key }
cli-column-finding = finding
cli-column-scenario = scenario
cli-column-for = for
cli-column-against = against
cli-column-confidence = confidence
cli-column-since = since
cli-column-statement = statement
cli-confidence = { $confidence ->
    [high] high
    [moderate] moderate
    [low] low
   *[very-low] very low
}
cli-help-finding = Findings: what the study states, on what evidence, and how far it is trusted
cli-help-finding-add = State a finding; prints its key
cli-help-finding-add-key = Key; else the next F1, F2…
cli-help-finding-add-scenario = Scenario it is about; empty: none
cli-help-finding-add-reason = Why it is trusted that far; a confidence needs it
cli-help-finding-set = Edit or judge a finding, on its evidence as it stands now
cli-help-finding-set-scenario = Scenario it is about; empty: none
cli-help-finding-set-reason = Why it is trusted that far; a confidence needs it
cli-help-finding-for = Put codings for a finding
cli-help-finding-against = Put codings against a finding
cli-help-finding-drop = Take codings off a finding
cli-help-finding-keep = The evidence was read again, and the finding stands
cli-help-finding-remove = Delete a finding; its codings stay
cli-help-finding-list = List the findings; “≠”: codings put on, changed or gone since it was judged
cli-at-reads = A milestone is read, never written: leave out --at “{ $name }”
cli-table-left-out = { $n ->
    [one] One line is left out: fewer than { $under } interviews stand behind it
   *[other] { $n } lines are left out: fewer than { $under } interviews stand behind each
}
cli-table-no-bench = A commission sees figures by strata alone: “{ $attribute }” is none. There is: { $known }
cli-table-no-threshold = The study has no threshold: say with “study set mask-under 3” under how many interviews nothing is shown
cli-no-certification = there is no certification “{ $key }”
cli-no-milestone = there is no milestone “{ $name }”
cli-milestone-late = { $n ->
    [one] one change of a colleague sorts before “{ $name }” and arrived after it: it is left out here
   *[other] { $n } changes of colleagues sort before “{ $name }” and arrived after it: they are left out here
}
cli-milestone-diff = coded { $coded } · recoded { $recoded } · deleted { $removed } · withdrawn { $withdrawn } · new interviews { $interviews } · answers { $answers }
cli-column-milestone = milestone
cli-column-set = set
cli-column-by = by
cli-help-milestone = Milestones: the study as it was known at a moment
cli-help-milestone-add = Set a milestone of what is known now
cli-help-milestone-add-name = Its name, “COPIL 2”
cli-help-milestone-list = List the milestones
cli-help-milestone-diff = What was coded, recoded, withdrawn from A to B, and which figures moved; without B, to now
cli-help-arg-from = The earlier milestone
cli-help-milestone-diff-to = The later milestone; without it, the study as it is
cli-no-question = there is no question { $key }
cli-help-criteria = Dated criteria, and what speaks to each
cli-help-criteria-list = List the lists of criteria; ● the one in force
cli-help-criteria-use = Put a list in force for this study
cli-help-criteria-bind = Bind codes, questions or findings to a criterion of the list in force
cli-help-criteria-unbind = Take them off
cli-help-arg-list = Key of the list
cli-help-arg-criterion = Key of the criterion
cli-help-criteria-bind-code = Code, with those below it; may be repeated
cli-help-criteria-unbind-code = Code; may be repeated
cli-help-arg-finding = Finding; may be repeated
cli-help-arg-codings = Ids of codings
cli-help-arg-rename = New key
cli-help-arg-language = Language of the words; else the study’s first
cli-help-arg-confidence = How far it is trusted, by your own judgement; empty takes it back
cli-help-arg-concern = Concern about methodological, coherence, adequacy or relevance: none, minor, moderate or substantial, and why (coherence=minor:two say the opposite); may be repeated; without a concern it is taken back
cli-help-session-set-field = Field to write: debrief.KEY, spent.STEP, reason or anchor (when the recording began, 3:12)
cli-help-session-set-value = What it is to hold; empty takes it away
cli-help-arg-planned-minutes = Length agreed on, in minutes
cli-help-arg-reason = Why it was refused, missed or cancelled
cli-help-arg-cards = Order in which the scenario cards were shown; empty: that of the study
cli-help-arg-spent = Minutes spent on a step: preparing, call, notes or coding
cli-help-arg-called = Another name by which people call it; may be said several times
cli-help-arg-certifier = Who certifies
cli-help-arg-covers = Code of a competence it covers; may be said several times
cli-help-arg-expires = Last day of its registration
cli-help-arg-level = Its level
cli-help-arg-mention = Code whose passages mention it; may be said several times
cli-help-arg-note = What else is to be known
cli-help-arg-on = The day as of which the panorama is told: what was registered later is left out
cli-help-arg-other = It is not the one under study
cli-help-arg-own = It is the one under study
cli-help-arg-registered = First day of its registration
cli-help-arg-seen = Day on which it was looked up
cli-help-arg-title = Its title
cli-help-arg-uncover = Code of a competence it does not cover
cli-help-arg-unmention = Code whose passages do not mention it
cli-help-arg-unname = Name by which it is not called
cli-help-certification = Register of certifications that the study’s own is compared in
cli-help-certification-add = Add a certification
cli-help-certification-set = Edit a certification
cli-help-certification-remove = Remove a certification
cli-help-certification-list = List the certifications
cli-help-problem = Log of the problems met in the field
cli-help-problem-add = Note a problem; prints its id
cli-help-problem-set = Edit or settle a problem
cli-help-problem-remove = Delete a problem
cli-help-problem-list = List the problems
cli-help-arg-at = As it was known at this milestone; for every verb that reads
cli-help-problem-add-at = When it was met; now where nothing is said
cli-help-problem-set-at = When it was met; now where nothing is said
cli-help-arg-settled = How it was settled
cli-help-arg-settled-at = When it was settled
cli-help-problem-set-open = Open it again
cli-help-report = Reports to read, as Markdown, CSV or Word
cli-help-report-minutes = Minutes of an interview, by pseudonym
cli-help-report-progress = Progress report for a steering committee
cli-help-report-minutes-format = md, csv or docx; else as the file is called, md without one
cli-help-report-progress-format = md, csv or docx; else as the file is called, md without one
cli-help-report-minutes-out = File to write, rather than standard output
cli-help-report-progress-out = File to write, rather than standard output

#
# end of cli
#
cli-no-document = No document is called { $key }
cli-version-speaker = Nobody called { $name } speaks there, or the name is the same
cli-version-split = A turn can only be split between two of its words
cli-version-join = Turn { $turn } has none after it to be joined with; there are { $n }
cli-version-settled = { $coding } does not wait for a decision
cli-version-no-place = { $coding } has no place in the new version; keep it, move it or remove it
cli-version-none = No coding waits for a decision
cli-version-none-alike = No coding differs in case, accents or signs alone
cli-version-made = { $document }: version { $number }, { $open -> 
    [0] every coding came along
    [one] 1 coding to be decided on
   *[other] { $open } codings to be decided on
}
cli-version-summary = { $document }, version { $number }: { $share } % of the words found again; codings: { $kept } kept, { $moved } moved, { $changed } changed, { $lost } lost
cli-version-open = { $id } { $code }: { $why }
cli-version-old = {"  "}v{ $n }: { $words }
cli-version-new = {"  "}new: { $words }
cli-version-codings = { $n -> 
    [one] 1 coding
   *[other] { $n } codings
}
cli-version-turns = { $n -> 
    [one] 1 turn
   *[other] { $n } turns
}
cli-version-words = { $n -> 
    [one] 1 word
   *[other] { $n } words
}
cli-help-import-version-of = Document whose next version the file is: what keeps its words comes along, the rest is listed
cli-help-import-force = Keep it even where hardly a word of the version before is found again
cli-help-version = Versions of a transcript, codings that a new one leaves open, corrections by hand
cli-help-version-examples = 
    Examples:
    {"  "}entretien import E07-corrected.vtt --version-of E07 --check
    {"  "}entretien version open E07
    {"  "}entretien version accept --alike E07
cli-help-version-list = Versions of a document
cli-help-version-open = Codings that wait for a decision, old and new words
cli-help-version-accept = Take the new words
cli-help-version-accept-alike = All of a document that differ in case, accents or signs alone
cli-help-version-keep = Leave codings on the version they have
cli-help-version-rename = Another name for a speaker; with a name that is there, both become one
cli-help-version-rename-old = Name in the transcript
cli-help-version-rename-new = Name from now on
cli-help-version-split = Split a turn in two
cli-help-version-split-quote = Words at which the second turn begins
cli-help-version-split-speaker = Who says the second turn
cli-help-version-join = Join a turn and the next one
cli-help-version-join-turn = Number of the turn, from 1
cli-help-version-list-document = Document
cli-help-version-open-document = Document; without it, all
cli-help-version-rename-document = Document
cli-help-version-split-document = Document
cli-help-version-join-document = Document
cli-help-memo = Memos on anything, and the dated journal of the analysis
cli-help-memo-examples = 
    Examples:
    {"  "}entretien memo add "Two readings of “file”" 
    {"  "}entretien memo add "Merge with B1.3?" --code B1
cli-help-memo-add = Write a memo; without an option, an entry of the journal; prints its id
cli-help-memo-set = Other words for a memo
cli-help-memo-remove = Remove a memo
cli-help-memo-list = All memos, or those on one thing
cli-help-memo-add-session = Interview
cli-help-memo-add-participant = Participant of the interview
cli-help-memo-add-document = Transcript or reference text
cli-help-memo-add-note = Note
cli-help-memo-add-code = Code
cli-help-memo-add-coding = Coding
cli-help-memo-add-scenario = Scenario
cli-help-memo-add-question = Question of the guide
cli-help-memo-add-finding = Finding
cli-help-memo-list-session = Interview
cli-help-memo-list-participant = Participant of the interview
cli-help-memo-list-document = Transcript or reference text
cli-help-memo-list-note = Note
cli-help-memo-list-code = Code
cli-help-memo-list-coding = Coding
cli-help-memo-list-scenario = Scenario
cli-help-memo-list-question = Question of the guide
cli-help-memo-list-finding = Finding
cli-help-memo-list-markdown = As a Markdown document, day by day
cli-memo-title = Journal and memos: { $study }
cli-memo-undated = Without a date
cli-help-arg-recording = File of the recording, as it is to be found: whole path, from ~/, or beside the study
cli-autocode-what = Give --words, --speaker or --question: what is to be coded?
cli-autocode-which = Say --accept or --reject
cli-autocode-none = Name codings by their ids, or all by --all
cli-help-autocode = Put a code on many passages by a rule; each waits for review
cli-help-autocode-examples =
    Examples:
    {"  "}entretien autocode --words "three weeks" --code D8.delay --check
    {"  "}entretien autocode --question q4 --speaker "Ana Roy" --code D8 --unit turn
    {"  "}entretien autocode review --accept --all
cli-help-autocode-words = Where these words are met, as search finds them
cli-help-autocode-regex = Read the pattern as a regular expression
cli-help-autocode-exact = Case, accents, apostrophes and spaces as typed
cli-help-autocode-word = Whole words only
cli-help-autocode-speaker = What this speaker says: a name as the files have it, or a participant’s key
cli-help-autocode-question = What is said after an interviewer asked this question of the guide, up to the next question; one that takes up words of the question or of the answers follows up and ends nothing
cli-help-autocode-session = In this interview alone
cli-help-autocode-unit = How much is coded: hit, sentence or turn (sentence)
cli-help-autocode-code = The code
cli-help-autocode-scenario = For or against a scenario: supports, contradicts, mixed, neutral
cli-help-autocode-check = Print the passages, change nothing
cli-help-autocode-review = Accept, reject or list the codings that wait for review
cli-help-autocode-review-accept = They become codings by hand
cli-help-autocode-review-reject = They are taken away
cli-help-autocode-review-ids = Their ids
cli-help-autocode-review-all = All of them
