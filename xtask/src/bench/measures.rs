//! What is measured, and what several measurements say together.

/// A measure by its name in the results of `tests/bench`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    pub id: &'static str,
    /// The heading of its column.
    pub title: &'static str,
    /// What one of its own units is in the unit of the report.
    pub scale: f64,
    /// Digits after the point.
    pub digits: usize,
    /// Whether it is done many times in a visit, so that the slowest say something too.
    pub is_repeated: bool,
}

const fn time(id: &'static str, title: &'static str) -> Measure {
    Measure {
        id,
        title,
        scale: 1.0,
        digits: 0,
        is_repeated: false,
    }
}

const fn repeated(id: &'static str, title: &'static str) -> Measure {
    Measure {
        is_repeated: true,
        ..time(id, title)
    }
}

const fn scaled(id: &'static str, title: &'static str, scale: f64, digits: usize) -> Measure {
    Measure {
        scale,
        digits,
        ..time(id, title)
    }
}

pub const FIRST_CARD: Measure = time("firstCard", "first card, ms");
pub const BUSY: Measure = time("busy", "main thread busy, ms");
pub const LONGEST_TASK: Measure = time("longestTask", "longest task, ms");
pub const BYTES: Measure = scaled("bytes", "KB until usable", 1e-3, 0);
pub const BYTES_IN_ALL: Measure = scaled("bytesInAll", "KB in all", 1e-3, 0);
pub const LAYOUT_SHIFT: Measure = scaled("layoutShift", "layout shift", 1.0, 3);
pub const SEARCH: Measure = repeated("search", "search to cards, ms");
pub const SEARCH_WORK: Measure = repeated("searchWork", "the same without the pause");
pub const SEARCH_PAUSE: Measure = time("searchPause", "pause, ms");
pub const SEARCH_EVENT: Measure = repeated("searchEvent", "Event Timing of it");
pub const KEY: Measure = repeated("key", "key to frame, ms");
pub const TICK: Measure = repeated("tick", "tick to cards, ms");
pub const TICK_EVENT: Measure = repeated("tickEvent", "Event Timing of it");
pub const MEMORY: Measure = scaled("memory", "memory, MB", 1e-6, 1);
pub const NODES: Measure = time("nodes", "DOM nodes");

/// From navigation until a visitor can do anything.
pub const LOADING: [Measure; 5] = [BYTES, FIRST_CARD, BUSY, LONGEST_TASK, LAYOUT_SHIFT];

/// What a visitor waits for then, and what it holds after that.
pub const USING: [Measure; 6] = [SEARCH, SEARCH_PAUSE, SEARCH_WORK, SEARCH_EVENT, KEY, TICK];

/// The rest of it.
pub const HOLDING: [Measure; 4] = [TICK_EVENT, MEMORY, NODES, BYTES_IN_ALL];

/// What several measurements say together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    pub median: f64,
    /// Between these lies the middle half.
    pub quartiles: (f64, f64),
    /// Nineteen of twenty are no more than this.
    pub p95: f64,
    pub most: f64,
}

impl Summary {
    /// Sums up measurements; nothing where there are none, or one is no finite number.
    pub fn of(values: &[f64]) -> Option<Self> {
        if values.is_empty() || !values.iter().all(|value| value.is_finite()) {
            return None;
        }
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        Some(Self {
            median: quantile(&sorted, 0.5),
            quartiles: (quantile(&sorted, 0.25), quantile(&sorted, 0.75)),
            p95: quantile(&sorted, 0.95),
            most: quantile(&sorted, 1.0),
        })
    }
}

/// The value below which a share of sorted values lies, with a straight line between neighbours.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (below, above) = (place.floor() as usize, place.ceil() as usize);
    sorted[below] + (sorted[above] - sorted[below]) * (place - place.floor())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_up() {
        let summary = Summary::of(&[40.0, 10.0, 20.0, 30.0, 50.0]).expect("numbers");
        assert_eq!(summary.median, 30.0);
        assert_eq!(summary.quartiles, (20.0, 40.0));
        assert_eq!(summary.p95, 48.0);
        assert_eq!(summary.most, 50.0);
    }

    #[test]
    fn takes_the_middle_of_an_even_number() {
        let summary = Summary::of(&[1.0, 9.0, 3.0, 5.0]).expect("numbers");
        assert_eq!(summary.median, 4.0);
        assert_eq!(summary.quartiles, (2.5, 6.0));
    }

    #[test]
    fn one_number_says_everything() {
        let summary = Summary::of(&[7.0]).expect("a number");
        assert_eq!((summary.median, summary.p95), (7.0, 7.0));
    }

    #[test]
    fn sums_up_nothing_else() {
        assert_eq!(Summary::of(&[]), None);
        assert_eq!(Summary::of(&[1.0, f64::NAN]), None);
        assert_eq!(Summary::of(&[f64::INFINITY]), None);
    }
}
