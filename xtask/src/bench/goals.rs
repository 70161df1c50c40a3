//! What the directory is to reach, and whether it does.

use anyhow::Result;

use super::measures::{
    FIRST_CARD, LAYOUT_SHIFT, LONGEST_TASK, MEMORY, Measure, SEARCH_PAUSE, SEARCH_WORK, Summary,
    TICK,
};
use super::report::{number, table};
use super::results::{OURS, Results, Setting};

/// What one goal is about.
struct Goal {
    words: &'static str,
    measure: Measure,
    condition: &'static str,
    groups: u64,
    /// What of all measurements counts.
    take: fn(Summary) -> f64,
    limit: Limit,
}

enum Limit {
    /// It is less than this, in the unit of the report.
    Below(f64),
    /// It is no more than this.
    UpTo(f64),
    /// It is less than any peer's. All of them render the same cards.
    Peers,
}

const MEDIAN: fn(Summary) -> f64 = |summary| summary.median;
const MOST: fn(Summary) -> f64 = |summary| summary.most;

const GOALS: [Goal; 12] = {
    const fn goal(words: &'static str, measure: Measure, groups: u64, limit: Limit) -> Goal {
        Goal {
            words,
            measure,
            condition: "unthrottled",
            groups,
            take: MEDIAN,
            limit,
        }
    }
    use Limit::{Below, Peers, UpTo};
    [
        goal(
            "first card at 1,000 groups under 400 ms",
            FIRST_CARD,
            1_000,
            Below(400.0),
        ),
        goal(
            "first card at 10,000 groups under 700 ms",
            FIRST_CARD,
            10_000,
            Below(700.0),
        ),
        goal(
            "search to painted cards at 10,000 within 50 ms after the typing pause",
            SEARCH_WORK,
            10_000,
            UpTo(50.0),
        ),
        goal("the same, less than every peer", SEARCH_WORK, 10_000, Peers),
        goal(
            "tick to painted cards at 10,000 within 50 ms",
            TICK,
            10_000,
            UpTo(50.0),
        ),
        goal("the same, less than every peer", TICK, 10_000, Peers),
        goal(
            "typing pause under 100 ms",
            SEARCH_PAUSE,
            10_000,
            Below(100.0),
        ),
        Goal {
            take: MOST,
            ..goal(
                "no task over 50 ms at 1,000 groups, in any visit",
                LONGEST_TASK,
                1_000,
                UpTo(50.0),
            )
        },
        Goal {
            condition: "slowed",
            take: MOST,
            ..goal(
                "no task over 50 ms at 1,000 groups, four times slower",
                LONGEST_TASK,
                1_000,
                UpTo(50.0),
            )
        },
        Goal {
            condition: "slowed",
            take: MOST,
            ..goal(
                "no task over 50 ms at 10,000 groups, four times slower",
                LONGEST_TASK,
                10_000,
                UpTo(50.0),
            )
        },
        Goal {
            take: MOST,
            ..goal(
                "layout shift 0 at 10,000 groups, in any visit",
                LAYOUT_SHIFT,
                10_000,
                UpTo(0.0),
            )
        },
        goal(
            "memory at 10,000 groups under 40 MB",
            MEMORY,
            10_000,
            Below(40.0),
        ),
    ]
};

/// The goals with what was measured and whether it is enough. Those whose setting was not visited are left out.
pub fn table_of(results: &Results) -> Result<String> {
    let heading = ["goal", "measured", ""].map(str::to_owned).to_vec();
    let mut rows = vec![heading];
    for goal in &GOALS {
        let setting = Setting {
            condition: goal.condition,
            groups: goal.groups,
        };
        if results.settings().contains(&setting) {
            rows.push(goal.row(results, setting)?);
        }
    }
    Ok(table(&rows))
}

impl Goal {
    fn row(&self, results: &Results, setting: Setting<'_>) -> Result<Vec<String>> {
        let own = (self.take)(results.summary(OURS, setting, self.measure)?);
        let mut measured = number(self.measure, own);
        let is_met = match self.limit {
            Limit::Below(limit) => own < limit,
            Limit::UpTo(limit) => own <= limit,
            Limit::Peers => {
                let mut least = f64::INFINITY;
                for (id, _) in results
                    .candidates()
                    .into_iter()
                    .filter(|(id, _)| *id != OURS)
                {
                    least = least.min((self.take)(results.summary(id, setting, self.measure)?));
                }
                measured += &format!(", the fastest peer {}", number(self.measure, least));
                own < least
            }
        };
        let verdict = if is_met { "met" } else { "**missed**" };
        Ok(vec![self.words.into(), measured, verdict.into()])
    }
}
