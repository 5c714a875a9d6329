//! Reading the file of the preview, on a worker.

use crate::app::intake::Kept;
use crate::app::layer::Layer;
use crate::app::layer::preview::{Content, Preview};
use crate::app::{App, Work};
use crate::i18n::Message;
use crate::import::data::Kind;
use crate::import::plan::stem;
use crate::import::qda::without_media;
use crate::import::transcript::name_and_content;
use crate::import::{
    Belongs, FolderError, Input, LARGEST_TEXT, Plan, Read, Report, plan_files, read_transcript,
};
use crate::message;
use crate::store::SystemMint;
use crate::study::Study;
use crate::study::people::INTERVIEWER;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Reads the file from the disk, then what is in it.
pub(super) fn load(app: &mut App) {
    begin(app, true);
}

/// Reads what is in the file again, as it is to be read now.
pub(super) fn again(app: &mut App) {
    begin(app, false);
}

/// The plan of files for a study as it was when asked; made on a worker.
pub(in crate::app::act) struct Planning {
    study: std::sync::Arc<Study>,
    texts: Arc<crate::store::StoredTexts>,
    originals: Kept,
    coder: String,
}

impl Planning {
    pub(in crate::app::act) fn of(work: &Work) -> Self {
        Self {
            study: work.store.whole_shared(),
            texts: work.texts(),
            originals: Kept(work.store.originals()),
            coder: work.coder.clone(),
        }
    }

    pub(in crate::app::act) fn plan(&self, input: Input) -> Result<Plan, Report> {
        self.plan_all(vec![input])
    }

    pub(super) fn plan_all(&self, inputs: Vec<Input>) -> Result<Plan, Report> {
        plan_files(
            inputs,
            &self.study,
            &*self.texts,
            &self.originals,
            &mut SystemMint::default(),
            &self.coder,
        )
    }
}

/// The file of the preview as importers take it.
pub(super) fn input(preview: &Preview) -> Input {
    Input::find(
        &preview.name,
        preview.bytes.to_vec(),
        preview.belongs.clone(),
        preview.options.clone(),
    )
}

fn begin(app: &mut App, from_disk: bool) {
    let Some(work) = &app.work else { return };
    let planning = Planning::of(work);
    let Some(Layer::Preview(preview)) = app.layers.last_mut() else {
        return;
    };
    app.readings += 1;
    let reading = app.readings;
    preview.begin(reading);
    let path = preview.path.clone();
    let (held, belongs, options) = (
        preview.bytes.clone(),
        preview.belongs.clone(),
        preview.options.clone(),
    );
    let name = preview.name.clone();
    app.job(move || {
        let bytes = if from_disk {
            read_file(&path)
        } else {
            Ok(held)
        };
        let session = match &belongs {
            Belongs::Session(key) => key.clone(),
            Belongs::ByName => stem(&name),
            Belongs::VersionOf { session, .. } => session.clone().unwrap_or_default(),
            Belongs::Reference(_) => String::new(),
        };
        let known = people(&planning.study, &session);
        let (bytes, content) = match bytes {
            Ok(bytes) => {
                let input = Input::find(&name, bytes.to_vec(), belongs, options);
                (bytes, read(&planning, input, &known))
            }
            Err(why) => (Arc::from(Vec::new()), Content::Fault(vec![why])),
        };
        Box::new(move |app| {
            // Another file, or the same one read otherwise since: what comes late is dropped.
            if let Some(preview) = shown(app, reading) {
                preview.bytes = bytes;
                preview.known = known;
                preview.arrived(content);
            }
        })
    });
}

/// The preview that shows what a reading found, if it is still there.
pub(super) fn shown(app: &mut App, reading: u64) -> Option<&mut Preview> {
    app.layers.iter_mut().rev().find_map(|layer| match layer {
        Layer::Preview(preview) if preview.reading == reading => Some(&mut **preview),
        _ => None,
    })
}

/// Closes the preview of a reading; what lies over it by now stays.
pub(super) fn close(app: &mut App, reading: u64) {
    app.layers
        .retain(|layer| !matches!(layer, Layer::Preview(preview) if preview.reading == reading));
}

/// The bytes of a file, if it is one and not too long.
pub(super) fn read_file(path: &Path) -> Result<Arc<[u8]>, Message> {
    let disk = |reason| {
        FolderError::Disk {
            path: path.to_owned(),
            reason,
        }
        .message()
    };
    let meta = std::fs::metadata(path).map_err(disk)?;
    if !meta.is_file() {
        return Err(message!(
            "app-not-a-file",
            path = path.display().to_string()
        ));
    }
    if meta.len() > LARGEST_TEXT as u64 {
        if let Some(texts) = without_media(path) {
            return texts.map(Arc::from).map_err(disk);
        }
        let bytes = meta.len();
        return Err(FolderError::TooLarge {
            path: path.to_owned(),
            bytes,
        }
        .message());
    }
    std::fs::read(path).map(Arc::from).map_err(disk)
}

fn read(planning: &Planning, input: Input, known: &BTreeMap<String, bool>) -> Content {
    match &input.read {
        Read::Data(kind, _) => {
            let kind = *kind;
            match planning.plan(input) {
                Ok(plan) => Content::Data(kind, Box::new(plan.report), true),
                Err(report) => Content::Data(kind, Box::new(report), false),
            }
        }
        Read::Project(_) => match planning.plan(input) {
            Ok(plan) => Content::Data(Kind::Excerpts, Box::new(plan.report), true),
            Err(report) => Content::Data(Kind::Excerpts, Box::new(report), false),
        },
        Read::Transcript(_, options) => {
            // People that the study knows are speakers, also where they speak once.
            let mut options = options.clone();
            options.confirmed_speakers.extend(known.keys().cloned());
            match read_transcript(&input.bytes, &options) {
                Ok(mut transcript) => {
                    let odd = name_and_content(&input.name, transcript.format);
                    transcript.warnings.extend(odd);
                    Content::Text(Box::new(transcript))
                }
                Err(error) => Content::Fault(vec![error.message()]),
            }
        }
    }
}

/// Names under which people speak in an interview, and whether they ask.
fn people(study: &Study, key: &str) -> BTreeMap<String, bool> {
    let Some((id, _)) = study.session_by_key(key) else {
        return BTreeMap::new();
    };
    let mut known = BTreeMap::new();
    for (_, participant) in study.participants_of(id) {
        for name in [&participant.speaker, &participant.key] {
            if !name.is_empty() {
                known.insert(name.clone(), participant.role == INTERVIEWER);
            }
        }
    }
    known
}
