//! A chart that can be edited: its drawing, and the workbook that its figures stand in.

use super::Chart;
use crate::export::ooxml::{HEAD, escape};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use std::fmt::Write;

/// The part that draws the chart; its workbook is the relation `rId1`.
pub(super) fn part(chart: &Chart) -> String {
    let stacked = chart.series.len() > 1;
    let mut series = String::new();
    let rows = chart.labels.len() + 1;
    for (at, (name, grey, values)) in chart.series.iter().enumerate() {
        let column = letter(at + 1);
        let shade = 255 - u32::from(*grey) * 255 / 100;
        let _ = write!(
            series,
            "<c:ser><c:idx val=\"{at}\"/><c:order val=\"{at}\"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{}</c:v></c:pt></c:strCache></c:strRef></c:tx>\
             <c:spPr><a:solidFill><a:srgbClr val=\"{shade:02X}{shade:02X}{shade:02X}\"/></a:solidFill><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"262626\"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val=\"0\"/>\
             <c:dLbls><c:numFmt formatCode=\"0;;\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1200\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang=\"fr-FR\"/></a:p></c:txPr>{position}<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>",
            escape(name),
            if stacked && *grey > 50 {
                "FFFFFF"
            } else {
                "000000"
            },
            position = if stacked {
                ""
            } else {
                "<c:dLblPos val=\"outEnd\"/>"
            }
        );
        let _ = write!(
            series,
            "<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${rows}</c:f><c:strCache><c:ptCount val=\"{}\"/>",
            chart.labels.len()
        );
        for (at, label) in chart.labels.iter().enumerate() {
            let _ = write!(
                series,
                "<c:pt idx=\"{at}\"><c:v>{}</c:v></c:pt>",
                escape(label)
            );
        }
        let _ = write!(
            series,
            "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${rows}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"{}\"/>",
            values.len()
        );
        for (at, value) in values.iter().enumerate() {
            if let Some(value) = value {
                let _ = write!(series, "<c:pt idx=\"{at}\"><c:v>{value}</c:v></c:pt>");
            }
        }
        series.push_str("</c:numCache></c:numRef></c:val></c:ser>");
    }
    let (direction, cross) = if chart.lying {
        ("bar", "l")
    } else {
        ("col", "b")
    };
    let grouping = if stacked { "stacked" } else { "clustered" };
    let overlap = if stacked {
        "<c:overlap val=\"100\"/>"
    } else {
        ""
    };
    let legend = if stacked {
        "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>"
    } else {
        ""
    };
    // lying bars are read from above to below
    let order = if chart.lying { "maxMin" } else { "minMax" };
    let title = format!(
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"0\"/></a:pPr><a:r><a:rPr sz=\"1200\" b=\"0\"/><a:t>{}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>",
        escape(&chart.description)
    );
    let values_at = if chart.lying { "t" } else { "l" };
    format!(
        "{HEAD}<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <c:roundedCorners val=\"0\"/><c:chart>{title}<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"{direction}\"/><c:grouping val=\"{grouping}\"/><c:varyColors val=\"0\"/>{series}<c:gapWidth val=\"50\"/>{overlap}<c:axId val=\"111\"/><c:axId val=\"222\"/></c:barChart>\
         <c:catAx><c:axId val=\"111\"/><c:scaling><c:orientation val=\"{order}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{cross}\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:crossAx val=\"222\"/></c:catAx>\
         <c:valAx><c:axId val=\"222\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling><c:delete val=\"1\"/><c:axPos val=\"{values_at}\"/><c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"111\"/></c:valAx></c:plotArea>{legend}<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>\
         <c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1200\"/></a:pPr><a:endParaRPr lang=\"fr-FR\"/></a:p></c:txPr><c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>"
    )
}

/// The workbook behind the chart.
pub(super) fn workbook(chart: &Chart) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // one date for all: the same figures give the same bytes
    book.set_properties(
        &DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    let sheet = book.add_worksheet().set_name("Sheet1")?;
    for (row, label) in (1u32..).zip(&chart.labels) {
        sheet.write_string(row, 0, label)?;
    }
    for (column, (name, _, values)) in (1u16..).zip(&chart.series) {
        sheet.write_string(0, column, name)?;
        for (row, value) in (1u32..).zip(values) {
            if let Some(value) = value {
                sheet.write_number(row, column, *value as f64)?;
            }
        }
    }
    book.save_to_buffer()
}

/// The letter of a column, of the first twenty-six.
fn letter(at: usize) -> char {
    char::from(b'A' + u8::try_from(at.min(25)).unwrap_or(0))
}
