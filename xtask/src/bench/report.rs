//! The report: tables of what was measured, the goals, and how it was done.

use anyhow::Result;

use super::goals;
use super::measures::{HOLDING, LOADING, LONGEST_TASK, Measure, Summary, USING};
use super::results::{Candidate, OURS, Results, Setting};

/// What does not change from one run to the next.
const METHOD: &str = include_str!("../../../tests/bench/method.md");

/// The whole report, as Markdown.
pub fn report(results: &Results) -> Result<String> {
    let goals = goals(results)?;
    let machine = machine(results);
    let tables = tables(results)?;
    Ok(format!(
        "# Benchmarks\n\n\
         `cargo xtask bench` measures this and writes this file; nothing in it is written by hand. What counts is \
         the ratio between two rows of a table, which one run measured in one browser on one machine. The \
         milliseconds are of that machine.\n\n\
         ## The goals\n\n{goals}\n\
         ## The machine\n\n{machine}\n\
         ## What was measured\n\n\
         Each cell has the median. In brackets is the middle half of what was measured, or how slow the slowest \
         of twenty was (p95) where a visit did it several times; then how many times ours it is.\n\n\
         {tables}\n{METHOD}"
    ))
}

/// The goals and whether they are met.
pub fn goals(results: &Results) -> Result<String> {
    Ok(table(&goals::rows(results)?))
}

/// For each setting, what everyone took to load and what it took to use.
pub fn tables(results: &Results) -> Result<String> {
    let mut text = String::new();
    for setting in results.settings() {
        text += &format!("### {}\n\n", title(results, setting));
        for measures in [&LOADING[..], &USING, &HOLDING] {
            text += &table(&rows(results, setting, measures)?);
            text.push('\n');
        }
    }
    Ok(text)
}

fn title(results: &Results, setting: Setting<'_>) -> String {
    let how = match setting.condition {
        "slowed" => "the processor four times slower, Slow 4G",
        _ => "as the machine is",
    };
    let groups = thousands(setting.groups);
    let rounds = results.rounds(setting);
    format!("{groups} groups, {how} (visits each: {rounds})")
}

/// A heading, and a row for each candidate.
fn rows(results: &Results, setting: Setting<'_>, measures: &[Measure]) -> Result<Vec<Vec<String>>> {
    let heading = measures.iter().map(|measure| measure.title.to_owned());
    let mut rows = vec![[String::new()].into_iter().chain(heading).collect()];
    for Candidate {
        id,
        packages,
        has_our_card,
    } in results.candidates()
    {
        let mut row = vec![match id {
            OURS => "**this directory**".to_owned(),
            _ if has_our_card => packages.join(" + ") + ", our card",
            _ => packages.join(" + "),
        }];
        for measure in measures {
            let ours = results.summary(OURS, setting, *measure)?;
            let own = results.summary(id, setting, *measure)?;
            row.push(cell(*measure, own, (id != OURS).then_some(ours)));
        }
        rows.push(row);
    }
    Ok(rows)
}

/// What was measured, with how far it is spread, and how many times ours it is.
fn cell(measure: Measure, own: Summary, ours: Option<Summary>) -> String {
    let number = |value| number(measure, value);
    let mut cell = number(own.median);
    let (low, high) = (number(own.quartiles.0), number(own.quartiles.1));
    if measure.is_repeated {
        cell += &format!(" (p95 {})", number(own.p95));
    } else if low != high {
        cell += &format!(" ({low} to {high})");
    }
    match ours {
        Some(ours) if ours.median > 0.0 => {
            format!("{cell} {:.1}×", own.median / ours.median)
        }
        _ => cell,
    }
}

/// A number in the unit of its measure.
pub fn number(measure: Measure, value: f64) -> String {
    // Browsers tell of a task from 50 ms on.
    if measure == LONGEST_TASK && value < 50.0 {
        return "under 50".into();
    }
    format!("{value:.*}", measure.digits)
}

/// A table whose columns line up; the first row is the heading.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or(0).max(3)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |cells: &[String]| {
        let cells = cells.iter().zip(&widths);
        let cells = cells.map(|(cell, width)| format!(" {cell:width$} |"));
        format!("|{}\n", cells.collect::<String>())
    };
    let mut text = String::new();
    for (place, row) in rows.iter().enumerate() {
        text += &line(row);
        if place == 0 {
            let dashes: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
            text += &line(&dashes);
        }
    }
    text
}

fn machine(results: &Results) -> String {
    let text = |name| results.machine(name).as_str().unwrap_or("unknown");
    let gigabytes = results.machine("memory").as_f64().unwrap_or_default() / 1e9;
    let busy = results.machine("busy").as_f64().unwrap_or_default();
    format!(
        "{}, {} cores, {gigabytes:.0} GB; {}; Chromium {} without a window or a graphics card; Node {}. Before \
         the run {busy:.1} programs were waiting for a core or using one: above 1 the milliseconds are too many.\n",
        text("processor"),
        results.machine("cores"),
        text("system"),
        text("chromium"),
        text("node"),
    )
}

/// "10,000".
pub fn thousands(number: u64) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{},{:03}", thousands(number / 1000), number % 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::super::measures::{FIRST_CARD, LAYOUT_SHIFT, SEARCH};
    use super::*;

    fn summary(values: &[f64]) -> Summary {
        Summary::of(values).expect("numbers")
    }

    #[test]
    fn lines_a_table_up() {
        let rows = [["", "a, ms"], ["ours", "1×"], ["theirs", "10"]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        let expect = "\
            |        | a, ms |\n\
            | ------ | ----- |\n\
            | ours   | 1×    |\n\
            | theirs | 10    |\n";
        assert_eq!(table(&rows), expect);
    }

    #[test]
    fn compares_with_ours() {
        let ours = summary(&[100.0, 200.0, 300.0]);
        let own = summary(&[400.0, 500.0, 600.0]);
        assert_eq!(cell(FIRST_CARD, own, Some(ours)), "500 (450 to 550) 2.5×");
        assert_eq!(cell(FIRST_CARD, ours, None), "200 (150 to 250)");
        assert_eq!(cell(SEARCH, own, Some(ours)), "500 (p95 590) 2.5×");
    }

    #[test]
    fn compares_with_nothing_where_ours_is_none() {
        let none = summary(&[0.0]);
        let own = summary(&[0.25]);
        assert_eq!(cell(LAYOUT_SHIFT, own, Some(none)), "0.250");
        assert_eq!(cell(LONGEST_TASK, none, None), "under 50");
    }

    #[test]
    fn writes_large_numbers() {
        assert_eq!(thousands(100), "100");
        assert_eq!(thousands(1_000), "1,000");
        assert_eq!(thousands(1_234_056), "1,234,056");
    }
}
