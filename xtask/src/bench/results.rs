//! What `tests/bench` has measured.

use anyhow::{Context, Result};
use serde_json::Value;

use super::measures::{Measure, Summary};

/// The id of the directory among the candidates.
pub const OURS: &str = "peer-support-directory";

/// What was measured, as `tests/bench/main.ts` writes it.
pub struct Results(Value);

/// Where the machine was slowed down or not, and how long the list was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting<'a> {
    /// `unthrottled` or `slowed`.
    pub condition: &'a str,
    pub groups: u64,
}

/// One of those that were visited.
pub struct Candidate<'a> {
    pub id: &'a str,
    /// The npm packages that it is made of, with their versions.
    pub packages: Vec<&'a str>,
    /// Whether it shows the directory's own card, element by element.
    pub has_our_card: bool,
}

impl Results {
    pub fn read(text: &str) -> Result<Self> {
        Ok(Self(serde_json::from_str(text).context("the results")?))
    }

    /// What stands under `machine`, by name.
    pub fn machine(&self, name: &str) -> &Value {
        &self.0["machine"][name]
    }

    /// All candidates, the directory among them.
    pub fn candidates(&self) -> Vec<Candidate<'_>> {
        let candidates = self.0["candidates"].as_array().into_iter().flatten();
        candidates
            .map(|candidate| {
                let packages = candidate["packages"].as_array().into_iter().flatten();
                Candidate {
                    id: candidate["id"].as_str().unwrap_or_default(),
                    packages: packages.filter_map(Value::as_str).collect(),
                    has_our_card: candidate["hasOurCard"] == true,
                }
            })
            .collect()
    }

    /// The settings in which pages were visited: each once, in the order of the visits.
    pub fn settings(&self) -> Vec<Setting<'_>> {
        let mut settings = Vec::new();
        for visit in self.visits() {
            let setting = setting(visit);
            if !settings.contains(&setting) {
                settings.push(setting);
            }
        }
        settings
    }

    /// How many visits a candidate had in a setting.
    pub fn rounds(&self, at: Setting<'_>) -> usize {
        let is_meant = |visit: &&Value| visit["candidate"] == OURS && setting(visit) == at;
        self.visits().filter(is_meant).count()
    }

    /// All measurements of a candidate in a setting, summed up in the unit of the report; an error where one is
    /// missing or no number.
    pub fn summary(&self, id: &str, at: Setting<'_>, measure: Measure) -> Result<Summary> {
        let is_meant = |visit: &&Value| visit["candidate"] == id && setting(visit) == at;
        let mut values = Vec::new();
        for visit in self.visits().filter(is_meant) {
            let measured = visit["measures"][measure.id].as_array();
            let measured = measured.filter(|measured| !measured.is_empty());
            let measured = measured.with_context(|| missing(id, at, measure))?;
            for value in measured {
                let value = value.as_f64();
                values.push(value.with_context(|| missing(id, at, measure))? * measure.scale);
            }
        }
        Summary::of(&values).with_context(|| missing(id, at, measure))
    }

    fn visits(&self) -> impl Iterator<Item = &Value> {
        self.0["visits"].as_array().into_iter().flatten()
    }
}

fn setting(visit: &Value) -> Setting<'_> {
    Setting {
        condition: visit["condition"].as_str().unwrap_or_default(),
        groups: visit["groups"].as_u64().unwrap_or_default(),
    }
}

fn missing(id: &str, setting: Setting<'_>, measure: Measure) -> String {
    format!(
        "{id} has no `{}` with {} groups, {}",
        measure.id, setting.groups, setting.condition
    )
}

#[cfg(test)]
pub mod tests {
    use serde_json::json;

    use super::super::measures::{BYTES, FIRST_CARD, MEMORY};
    use super::*;

    const FAST: Setting<'static> = Setting {
        condition: "unthrottled",
        groups: 1000,
    };

    /// What a run gives that visited each candidate three times in a setting and measured one thing. Those whose
    /// id ends in `-whole-card` have the directory's card.
    pub fn results(measure: &str, at: Setting<'_>, measured: &[(&str, [f64; 3])]) -> Results {
        let visit = |id, value: f64| {
            json!({
                "candidate": id,
                "groups": at.groups,
                "condition": at.condition,
                "measures": { measure: [value] },
            })
        };
        let visits: Vec<Value> = measured
            .iter()
            .flat_map(|(id, values)| values.map(|value| visit(id, value)))
            .collect();
        let candidate =
            |(id, _): &(&str, _)| json!({ "id": id, "hasOurCard": id.ends_with("-whole-card") });
        let candidates: Vec<Value> = measured.iter().map(candidate).collect();
        Results(json!({ "candidates": candidates, "visits": visits }))
    }

    fn visited(measures: [Value; 2]) -> Results {
        let visits = measures.map(|measures| {
            json!({ "candidate": OURS, "groups": 1000, "condition": "unthrottled", "measures": measures })
        });
        Results(json!({ "visits": visits }))
    }

    #[test]
    fn takes_all_visits_together() -> Result<()> {
        let measured = |bytes, times: [u32; 2]| json!({ "bytes": [bytes], "firstCard": times });
        let results = visited([measured(1000, [10, 20]), measured(3000, [30, 40])]);
        assert_eq!(results.summary(OURS, FAST, FIRST_CARD)?.median, 25.0);
        assert_eq!(results.summary(OURS, FAST, BYTES)?.median, 2.0);
        assert_eq!(results.rounds(FAST), 2);
        assert_eq!(results.settings(), [FAST]);
        Ok(())
    }

    #[test]
    fn misses_what_is_not_there() {
        let results = visited([
            json!({ "bytes": [1], "memory": [null] }),
            json!({ "bytes": [], "memory": [1] }),
        ]);
        assert!(results.summary(OURS, FAST, FIRST_CARD).is_err());
        assert!(results.summary(OURS, FAST, BYTES).is_err());
        assert!(results.summary(OURS, FAST, MEMORY).is_err());
        let slowed = Setting {
            condition: "slowed",
            ..FAST
        };
        assert!(results.summary(OURS, slowed, BYTES).is_err());
        assert!(results.summary("list-js", FAST, BYTES).is_err());
    }
}
