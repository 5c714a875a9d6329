//! A slide as its parts: the drawing, its charts with their workbooks, its notes.

use super::chart;
use super::package::{Frame, SlidesError};
use super::{Content, Slide};
use crate::export::ooxml::{HEAD, Part, escape};
use crate::text::sanitise::harmless;
use std::fmt::Write;

const SPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// The parts of slide `number` (from 1); charts are numbered through `charts`.
pub(super) fn parts(
    slide: &Slide,
    number: usize,
    frame: &Frame,
    charts: &mut usize,
) -> Result<Vec<Part>, SlidesError> {
    let mut parts = Vec::new();
    let mut shapes = title(&slide.title, frame);
    let mut relations: Vec<(String, &str, String)> = vec![
        (
            "rId1".to_owned(),
            "slideLayout",
            format!("../{}", frame.layout),
        ),
        (
            "rId2".to_owned(),
            "notesSlide",
            format!("../notesSlides/notesSlide{number}.xml"),
        ),
    ];
    let whole = slide.right == Content::Nothing;
    for (at, content) in [&slide.left, &slide.right].into_iter().enumerate() {
        let place = frame.place(at, whole);
        let id = at + 3;
        match content {
            Content::Nothing => {}
            Content::Text(lines) => shapes.push_str(&text(id, lines, place)),
            Content::Table { head, rows } => shapes.push_str(&table(id, head, rows, place)),
            Content::Chart(chart) => {
                *charts += 1;
                let n = *charts;
                let relation = format!("rId{}", relations.len() + 1);
                shapes.push_str(&framed(
                    id,
                    &chart.description,
                    place,
                    &format!(
                        "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"{relation}\"/></a:graphicData>"
                    ),
                ));
                relations.push((relation, "chart", format!("../charts/chart{n}.xml")));
                parts.push(Part::text(
                    format!("ppt/charts/chart{n}.xml"),
                    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                    chart::part(chart),
                ));
                parts.push(Part::relations(
                    format!("ppt/charts/_rels/chart{n}.xml.rels"),
                    &[(
                        "rId1",
                        "package",
                        &format!("../embeddings/workbook{n}.xlsx"),
                    )],
                ));
                parts.push(Part::bytes(
                    format!("ppt/embeddings/workbook{n}.xlsx"),
                    "",
                    chart::workbook(chart)?,
                ));
            }
        }
    }
    if !slide.foot.is_empty() {
        shapes.push_str(&box_of(
            9,
            &paragraph(&slide.foot, 1_000, false),
            frame.foot(),
        ));
    }
    parts.push(Part::text(
        format!("ppt/slides/slide{number}.xml"),
        "application/vnd.openxmlformats-officedocument.presentationml.slide+xml",
        format!("{HEAD}<p:sld {SPACES}><p:cSld><p:spTree>{GROUP}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"),
    ));
    let relations: Vec<(&str, &str, &str)> = relations
        .iter()
        .map(|(id, kind, target)| (id.as_str(), *kind, target.as_str()))
        .collect();
    parts.push(Part::relations(
        format!("ppt/slides/_rels/slide{number}.xml.rels"),
        &relations,
    ));
    parts.push(Part::text(
        format!("ppt/notesSlides/notesSlide{number}.xml"),
        "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml",
        format!(
            "{HEAD}<p:notes {SPACES}><p:cSld><p:spTree>{GROUP}<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
            slide.notes.lines().fold(String::new(), |out, line| out + &paragraph(line, 0, false))
        ),
    ));
    parts.push(Part::relations(
        format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels"),
        &[
            ("rId1", "notesMaster", &format!("../{}", frame.notes)),
            ("rId2", "slide", &format!("../slides/slide{number}.xml")),
        ],
    ));
    Ok(parts)
}

const GROUP: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

/// Left, top, width, height.
type Place = (u64, u64, u64, u64);

fn offset((x, y, w, h): Place, of: &str) -> String {
    format!("<{of}:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{w}\" cy=\"{h}\"/></{of}:xfrm>")
}

fn title(words: &str, frame: &Frame) -> String {
    // a long message is set smaller, so that it stays on two lines
    let size = if words.chars().count() > 70 {
        2_000
    } else {
        2_600
    };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr>{}</p:spPr><p:txBody><a:bodyPr anchor=\"ctr\"><a:normAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody></p:sp>",
        offset(frame.title(), "a"),
        paragraph(words, size, true)
    )
}

fn text(id: usize, lines: &[(bool, String)], place: Place) -> String {
    let long: usize = lines.iter().map(|(_, line)| line.chars().count()).sum();
    let size = match long {
        0..=350 => 1_800,
        351..=650 => 1_500,
        _ => 1_200,
    };
    let body = lines.iter().fold(String::new(), |out, (bold, line)| {
        out + &paragraph(line, size, *bold)
    });
    box_of(id, &body, place)
}

fn box_of(id: usize, body: &str, place: Place) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Text {id}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap=\"square\"><a:normAutofit/></a:bodyPr><a:lstStyle/>{body}</p:txBody></p:sp>",
        offset(place, "a")
    )
}

fn framed(id: usize, description: &str, place: Place, graphic: &str) -> String {
    format!(
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"{description}\" descr=\"{description}\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{}<a:graphic>{graphic}</a:graphic></p:graphicFrame>",
        offset(place, "p"),
        description = escape(description)
    )
}

fn table(id: usize, head: &[String], rows: &[Vec<String>], place: Place) -> String {
    let (_, _, width, height) = place;
    // a column of figures is narrow and stands at the right
    let is_figure =
        |cell: &String| cell.starts_with(|c: char| c.is_ascii_digit() || "<…".contains(c));
    let figures: Vec<bool> = (0..head.len())
        .map(|at| {
            let mut cells = rows.iter().filter_map(|row| row.get(at));
            !rows.is_empty() && cells.all(|cell| cell.is_empty() || is_figure(cell))
        })
        .collect();
    let narrow = width / (head.len().max(1) as u64 + 2);
    let few = figures.iter().filter(|is| **is).count() as u64;
    let words = (head.len() as u64).saturating_sub(few).max(1);
    let wide = width.saturating_sub(narrow * few) / words;
    let mut grid = String::new();
    for is_figure in &figures {
        let own = if *is_figure { narrow } else { wide };
        let _ = write!(grid, "<a:gridCol w=\"{own}\"/>");
    }
    let tall = (height / (rows.len() as u64 + 1)).clamp(250_000, 420_000);
    let mut body = String::new();
    for (at, cells) in std::iter::once(head)
        .chain(rows.iter().map(Vec::as_slice))
        .enumerate()
    {
        let _ = write!(body, "<a:tr h=\"{tall}\">");
        for (cell, is_figure) in cells.iter().zip(&figures) {
            let words = paragraph(cell, 1_400, at == 0);
            let words = if *is_figure {
                words.replace("<a:pPr>", "<a:pPr algn=\"r\">")
            } else {
                words
            };
            let _ = write!(
                body,
                "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody><a:tcPr marT=\"30000\" marB=\"30000\"/></a:tc>"
            );
        }
        body.push_str("</a:tr>");
    }
    framed(
        id,
        &head.join(", "),
        place,
        &format!(
            "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr firstRow=\"1\" bandRow=\"1\"><a:tableStyleId>{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl></a:graphicData>"
        ),
    )
}

/// A paragraph; size in hundredths of a point, 0 for the template's own.
fn paragraph(words: &str, size: u32, bold: bool) -> String {
    let size = if size == 0 {
        String::new()
    } else {
        format!(" sz=\"{size}\"")
    };
    let bold = if bold { " b=\"1\"" } else { "" };
    format!(
        "<a:p><a:pPr><a:spcAft><a:spcPts val=\"500\"/></a:spcAft></a:pPr><a:r><a:rPr{size}{bold}/><a:t>{}</a:t></a:r></a:p>",
        escape(&harmless(words))
    )
}
