//! Acts of every place.

use crate::app::layer::help::HelpRow;
use crate::app::layer::{Help, Layer, Palette, Pick, PickItem, Picker, Prompt};
use crate::app::{App, At, Effect, layer};
use crate::command::{GeneralAct, Invocation};
use crate::i18n::Lang;
use crate::keymap;
use crate::message;

pub(super) fn run(app: &mut App, act: GeneralAct, invocation: &Invocation) {
    match act {
        GeneralAct::Palette => {
            let palette =
                Palette::new(app.places.get(app.at).context(), app.situation(), app.words);
            app.layers.clear();
            app.push(Layer::Palette(palette));
        }
        GeneralAct::Help => help(app),
        GeneralAct::Undo => undo(app, false),
        GeneralAct::Redo => undo(app, true),
        GeneralAct::Enter => enter(app),
        GeneralAct::Back => back(app),
        GeneralAct::PaneNext => app.places.get_mut(app.at).pane(true),
        GeneralAct::PanePrevious => app.places.get_mut(app.at).pane(false),
        GeneralAct::SidePane => app.side_pane = !app.side_pane,
        GeneralAct::SearchOpen => match &invocation.arg {
            Some(text) => search(app, text.clone(), true),
            None => app.push(Layer::Prompt(Prompt::search(
                message!("app-search"),
                "",
                |app, text| {
                    search(app, text, true);
                },
            ))),
        },
        GeneralAct::SearchNext => search(app, app.pattern.clone(), true),
        GeneralAct::SearchPrevious => search(app, app.pattern.clone(), false),
        GeneralAct::SearchClear => app.pattern.clear(),
        GeneralAct::Copy => match app.places.get(app.at).copied(&app.eye()) {
            Some(text) => app.effect(Effect::Copy(text)),
            None => app.warn(message!("command-need-item")),
        },
        GeneralAct::KeysChoose => keys_choose(app, invocation.arg.as_deref()),
        GeneralAct::KeysWhy => match &invocation.arg {
            Some(keys) => why(app, keys),
            None => app.push(Layer::Prompt(Prompt::new(
                message!("app-keys-why"),
                "",
                |app, text| why(app, &text),
            ))),
        },
        GeneralAct::Lang => {
            let other = if app.words.lang() == Lang::Fr {
                Lang::En
            } else {
                Lang::Fr
            };
            app.set_lang(other);
        }
        GeneralAct::Theme => {
            use crate::config::Theme;
            let at = Theme::ALL
                .iter()
                .position(|theme| *theme == app.loaded.settings.theme.value)
                .unwrap_or(0);
            let next = Theme::ALL[(at + 1) % Theme::ALL.len()];
            app.loaded.settings.theme.value = next;
            app.effect(Effect::Theme(next.name().to_owned()));
            app.inform(message!("app-theme", name = next.name()));
        }
        GeneralAct::Redraw => app.effect(Effect::Redraw),
        GeneralAct::Suspend => app.effect(Effect::Suspend),
        GeneralAct::Quit => {
            app.keep_reading(true);
            app.effect(Effect::Quit(0));
        }
    }
}

fn enter(app: &mut App) {
    if app.layers.is_empty() {
        super::place::enter(app);
    } else {
        layer::enter(app);
    }
}

fn back(app: &mut App) {
    if let Some(Layer::Preview(preview)) = app.layers.last_mut()
        && let Some(keeping) = preview.keeping.take()
        && let Some(what) = app.give_up(&keeping)
    {
        return app.inform(message!("app-away-given-up", what = what));
    }
    if let Some(layer) = app.layers.pop() {
        if let Layer::Form(form) = layer
            && form.leave(app)
        {
            app.inform(message!("app-form-unsent"));
        }
        return;
    }
    if let Some(name) = app.give_up_opening() {
        return app.inform(message!("app-study-given-up", name = name));
    }
    if let Some(told) = app.give_up_away() {
        if app.places.coders.give_up() && app.at == At::Coders {
            app.go_back();
        }
        return app.inform(told);
    }
    if !app.places.get_mut(app.at).back() {
        app.go_back();
    }
}

fn undo(app: &mut App, redo: bool) {
    let Some(work) = &mut app.work else { return };
    work.revision += 1;
    work.evidence_revision += 1;
    let done = if redo {
        work.store.redo()
    } else {
        work.store.undo()
    };
    match done {
        Ok(Some(undone)) if undone.conflicts.is_empty() => {
            let label = undone.label;
            app.inform(if redo {
                message!("app-redone", what = label)
            } else {
                message!("app-undone", what = label)
            });
        }
        Ok(Some(undone)) => {
            app.warn(message!(
                "app-undone-partly",
                what = undone.label,
                n = undone.conflicts.len()
            ));
        }
        Ok(None) => {}
        Err(error) => app.fail(error.message()),
    }
}

fn search(app: &mut App, text: String, forward: bool) {
    if text.is_empty() {
        return;
    }
    app.pattern = text;
    let pattern = app.pattern.clone();
    let at = app.at;
    let mut places = std::mem::take(&mut app.places);
    let found = places.get_mut(at).search(&app.eye(), &pattern, forward);
    app.places = places;
    if !found {
        app.warn(message!("app-not-found", text = pattern));
    }
}

/// All keys of this place, with what they do.
fn help(app: &mut App) {
    let context = app.context();
    let words = app.words;
    let rows = app
        .keymap
        .bindings(context)
        .into_iter()
        .map(|binding| HelpRow {
            keys: binding
                .chords
                .iter()
                .map(|chord| chord.label(words))
                .collect::<Vec<_>>()
                .join("  "),
            words: binding.entry.words(words),
            name: binding
                .entry
                .command()
                .map_or("", crate::command::CommandId::name)
                .to_owned(),
        })
        .collect();
    app.push(Layer::Help(Help::new(context, rows)));
}

fn why(app: &mut App, keys: &str) {
    let text = match keymap::why(&app.keymap, keys, app.words) {
        Ok(text) => text,
        Err(error) => error.to_string(),
    };
    app.inform(message!("app-literally", text = text));
}

fn keys_choose(app: &mut App, name: Option<&str>) {
    let Some(name) = name else {
        let items = keymap::SHIPPED
            .iter()
            .map(|(name, _)| PickItem {
                id: (*name).to_owned(),
                key: (*name).to_owned(),
                ..PickItem::default()
            })
            .collect();
        let picker = Picker::new(message!("app-keys-choose"), items, |app, pick| {
            if let Pick::Item(name) = pick {
                keys_choose(app, Some(&name));
            }
        });
        app.push(Layer::Picker(picker));
        return;
    };
    let file = app.loaded.paths.keymap_file.display().to_string();
    let user = app.loaded.user_keymap.clone();
    let (keymap, faults) = keymap::Keymap::load(
        Some(name),
        user.as_deref().map(|text| (file.as_str(), text)),
    );
    app.keymap = keymap;
    app.inform(message!("app-keys-chosen", name = app.keymap.name.clone()));
    for fault in faults {
        app.warn(fault.message);
    }
}
