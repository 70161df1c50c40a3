//! What the directory is to reach, and whether it does.

use anyhow::{Result, ensure};

use super::measures::{
    FIRST_CARD, LAYOUT_SHIFT, LONGEST_TASK, MEMORY, Measure, SEARCH_PAUSE, SEARCH_WORK, TICK,
};
use super::report::{number, thousands};
use super::results::{OURS, Results, Setting};

/// What one measure is to be.
struct Goal {
    measure: Measure,
    setting: Setting<'static>,
    limit: Limit,
    /// Whether the worst of all visits counts, and not the median.
    is_for_all: bool,
}

enum Limit {
    /// Less than this, in the unit of the report.
    Below(f64),
    /// No more than this.
    UpTo(f64),
    /// Less than any peer's, or any that renders the same cards: others have a third of the elements.
    Peers { with_our_card: bool },
}

const EVERY_PEER: Limit = Limit::Peers {
    with_our_card: false,
};
const WITH_OUR_CARD: Limit = Limit::Peers {
    with_our_card: true,
};

const GOALS: [Goal; 14] = [
    goal(FIRST_CARD, 1_000, Limit::Below(400.0)),
    goal(FIRST_CARD, 10_000, Limit::Below(700.0)),
    goal(SEARCH_WORK, 10_000, Limit::UpTo(50.0)),
    goal(SEARCH_WORK, 10_000, WITH_OUR_CARD),
    goal(SEARCH_WORK, 10_000, EVERY_PEER),
    goal(SEARCH_PAUSE, 10_000, Limit::Below(100.0)),
    goal(TICK, 10_000, Limit::UpTo(50.0)),
    goal(TICK, 10_000, WITH_OUR_CARD),
    goal(TICK, 10_000, EVERY_PEER),
    goal(LONGEST_TASK, 1_000, Limit::UpTo(50.0)).for_all(),
    goal(LONGEST_TASK, 1_000, Limit::UpTo(50.0)).slowed(),
    goal(LONGEST_TASK, 10_000, Limit::UpTo(50.0)).slowed(),
    goal(LAYOUT_SHIFT, 10_000, Limit::UpTo(0.0)).for_all(),
    goal(MEMORY, 10_000, Limit::Below(40.0)),
];

const fn goal(measure: Measure, groups: u64, limit: Limit) -> Goal {
    let setting = Setting {
        condition: "unthrottled",
        groups,
    };
    Goal {
        measure,
        setting,
        limit,
        is_for_all: false,
    }
}

/// The goals with what was measured and whether it is enough, with a heading. Those whose setting was not
/// visited are left out.
pub fn rows(results: &Results) -> Result<Vec<Vec<String>>> {
    let heading = ["", "groups", "machine", "goal", "measured", ""];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    let visited = results.settings();
    for goal in GOALS.iter().filter(|goal| visited.contains(&goal.setting)) {
        rows.push(goal.row(results)?);
    }
    Ok(rows)
}

impl Goal {
    /// The worst visit counts.
    const fn for_all(mut self) -> Self {
        self.is_for_all = true;
        self
    }

    /// Also where the processor and the network are slow, and there in every visit.
    const fn slowed(mut self) -> Self {
        self.setting.condition = "slowed";
        self.for_all()
    }

    fn row(&self, results: &Results) -> Result<Vec<String>> {
        let own = self.value(results, OURS)?;
        let number = |value| number(self.measure, value);
        let (goal, is_met) = match self.limit {
            Limit::Below(limit) => (format!("under {limit}"), own < limit),
            Limit::UpTo(limit) => (format!("at most {limit}"), own <= limit),
            Limit::Peers { with_our_card } => {
                let least = self.least_of_peers(results, with_our_card)?;
                let kind = if with_our_card { " with our card" } else { "" };
                (
                    format!("under every peer{kind}, {} at least", number(least)),
                    own < least,
                )
            }
        };
        let visits = if self.is_for_all {
            ", in any visit"
        } else {
            ""
        };
        Ok(vec![
            self.measure.title.into(),
            thousands(self.setting.groups),
            self.setting.condition.into(),
            goal + visits,
            number(own),
            if is_met { "met" } else { "**missed**" }.into(),
        ])
    }

    /// The least that any peer took, or any with our card; an error where there is none to compare with.
    fn least_of_peers(&self, results: &Results, with_our_card: bool) -> Result<f64> {
        let mut least = f64::INFINITY;
        for peer in results.candidates() {
            if peer.id != OURS && (peer.has_our_card || !with_our_card) {
                least = least.min(self.value(results, peer.id)?);
            }
        }
        ensure!(least.is_finite(), "no peer to compare with was visited");
        Ok(least)
    }

    fn value(&self, results: &Results, id: &str) -> Result<f64> {
        let summary = results.summary(id, self.setting, self.measure)?;
        Ok(if self.is_for_all {
            summary.most
        } else {
            summary.median
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::results::tests::results;
    use super::*;

    #[track_caller]
    fn check(goal: &Goal, ours: [f64; 3], peer: [f64; 3], measured: &str, verdict: &str) {
        let results = results(
            goal.measure.id,
            goal.setting,
            &[(OURS, ours), ("list-js", peer)],
        );
        let row = goal.row(&results).expect("a row");
        assert_eq!(row[4..], [measured, verdict]);
    }

    #[test]
    fn compares_with_limits() {
        let below = goal(FIRST_CARD, 1_000, Limit::Below(400.0));
        check(&below, [300.0, 399.0, 900.0], [1.0; 3], "399", "met");
        check(&below, [300.0, 400.0, 900.0], [1.0; 3], "400", "**missed**");
        let up_to = goal(LAYOUT_SHIFT, 10_000, Limit::UpTo(0.0)).for_all();
        check(&up_to, [0.0; 3], [1.0; 3], "0.000", "met");
        check(&up_to, [0.0, 0.0, 0.014], [1.0; 3], "0.014", "**missed**");
    }

    #[test]
    fn compares_with_peers() {
        let goal = goal(TICK, 10_000, EVERY_PEER);
        check(&goal, [20.0; 3], [21.0; 3], "20", "met");
        check(&goal, [21.0; 3], [21.0; 3], "21", "**missed**");
    }

    #[test]
    fn compares_with_those_that_render_the_same_card() -> Result<()> {
        let goal = goal(TICK, 10_000, WITH_OUR_CARD);
        let plain = ("minisearch", [10.0; 3]);
        let whole = ("minisearch-whole-card", [30.0; 3]);
        let measured = [(OURS, [20.0; 3]), plain, whole];
        let row = goal.row(&results("tick", goal.setting, &measured))?;
        assert_eq!(
            row[3..],
            ["under every peer with our card, 30 at least", "20", "met"]
        );
        assert!(
            goal.row(&results("tick", goal.setting, &measured[..2]))
                .is_err()
        );
        Ok(())
    }

    #[test]
    fn leaves_out_what_was_not_visited() {
        let setting = goal(TICK, 100, EVERY_PEER).setting;
        let rows = rows(&results("tick", setting, &[(OURS, [1.0; 3])]));
        assert_eq!(rows.expect("the heading").len(), 1);
    }
}
