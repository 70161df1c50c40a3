//! A plain implementation of the rules of matching, to compare the index with.
//!
//! It looks at every group for every question.

use std::collections::BTreeSet;

use peer_support_directory::directory::*;
use peer_support_directory::filter::{Facet, Query, Restriction};
use peer_support_directory::schedule::{ByDay, DAY, Instant, Schedule, Weekday};
use peer_support_directory::taxonomy::Taxonomy;

use crate::lists::*;

/// The towns that the lists of this test may have.
pub const TOWNS: [&str; 3] = ["Leeds", "Bath", "Mouthwick"];

/// The rules of matching, group by group; nothing is kept but the words that are no typos.
pub struct Plain<'a> {
    pub directory: &'a Directory,
    pub restriction: &'a Restriction,
    pub tested: &'a Tested,
    /// The words that are no typos.
    pub known: BTreeSet<String>,
}

/// Ids that are wanted of one filter; nothing means that nothing is wanted.
type Wanted = Option<Vec<String>>;

impl Plain<'_> {
    pub fn shown(&self) -> Vec<u32> {
        let groups = self.directory.groups.iter().enumerate();
        let today = env(self.directory).today;
        let shown = groups.filter(|(_, group)| {
            group.status != Status::Closed
                && group.valid_to.is_none_or(|last| last >= today)
                && self.fits(group, &|_| None)
        });
        shown.map(|(place, _)| place as u32).collect()
    }

    pub fn find(&self, query: &Query) -> Vec<u32> {
        let wanted = |facet| self.chosen(query, facet);
        let fits = |place: &u32| {
            let group = &self.directory.groups[*place as usize];
            self.fits(group, &wanted) && self.text_fit(group, &query.text).is_some()
        };
        let mut found: Vec<u32> = self.shown().into_iter().filter(fits).collect();
        let types = wanted(Facet::CancerType).or_else(|| self.only(Facet::CancerType));
        let types = types.filter(|types| !types.iter().any(|id| id == "any"));
        let ranks = env(self.directory).name_ranks;
        found.sort_by_key(|&place| {
            let group = &self.directory.groups[place as usize];
            let by_type = types.as_ref().map(|types| self.closeness(group, types));
            let dates = self.fitting(group, &wanted);
            let soonest = dates.into_iter().min().unwrap_or(i64::MAX);
            (
                group.status != Status::Active,
                by_type,
                self.text_fit(group, &query.text),
                soonest,
                ranks[place as usize],
            )
        });
        found
    }

    fn chosen(&self, query: &Query, facet: Facet) -> Wanted {
        let chosen = query.choices.iter().filter(|choice| choice.facet == facet);
        let options = self.tested.index.options(facet);
        let ids: Vec<_> = chosen
            .map(|choice| options[choice.option as usize].id.clone())
            .collect();
        (!ids.is_empty()).then_some(ids)
    }

    fn only(&self, facet: Facet) -> Wanted {
        let only = self
            .restriction
            .only
            .iter()
            .filter(|(named, _)| *named == facet);
        let ids: Vec<_> = only.map(|(_, id)| id.clone()).collect();
        (!ids.is_empty()).then_some(ids)
    }

    /// Whether the group is what the page and the visitor want, text aside.
    fn fits(&self, group: &Group, chosen: &dyn Fn(Facet) -> Wanted) -> bool {
        let both = |facet| [self.only(facet), chosen(facet)].into_iter().flatten();
        let has = |facet, own: Vec<String>| {
            both(facet).all(|wanted| wanted.iter().any(|id| own.contains(id)))
        };
        let types_fit =
            both(Facet::CancerType).all(|wanted| self.closeness(group, &wanted) < usize::MAX);
        let strings = |ids: &[Id]| ids.iter().map(|id| id.as_str().to_owned()).collect();
        let wants_meeting = OF_MEETINGS
            .into_iter()
            .any(|facet| both(facet).next().is_some());
        types_fit
            && has(Facet::Audience, self.audiences(group))
            && has(Facet::Kind, kinds(group))
            && has(Facet::Activity, strings(&group.activities))
            && (!wants_meeting
                || meetings(group)
                    .iter()
                    .any(|meeting| self.fitting_days(meeting, chosen).is_some()))
    }

    /// On which days a meeting is held as wanted; nothing where it is not. A meeting that is held on no
    /// day at all has none.
    fn fitting_days(
        &self,
        meeting: &Held,
        chosen: &dyn Fn(Facet) -> Wanted,
    ) -> Option<Vec<Weekday>> {
        let both = |facet| [self.only(facet), chosen(facet)].into_iter().flatten();
        let has = |facet, own: &[String]| {
            both(facet).all(|wanted| wanted.iter().any(|id| own.contains(id)))
        };
        let wants_day = both(Facet::Day).next().is_some();
        let wants_soon = both(Facet::Soon).next().is_some();
        let mut days = meeting.days.clone();
        if wants_soon {
            let soon = now() + 7 * DAY;
            days = meeting
                .dates
                .iter()
                .filter(|date| date.1 < soon)
                .map(|date| date.0)
                .collect();
        }
        days.retain(|day| has(Facet::Day, &[day.id().to_owned()]));
        let fits = has(Facet::Format, &meeting.formats)
            && has(Facet::Place, &meeting.towns)
            && has(Facet::Time, &meeting.times)
            // Nobody has asked where the venues are.
            && has(Facet::Region, &[])
            && !((wants_day || wants_soon) && days.is_empty());
        fits.then_some(days)
    }

    /// When the group's fitting meetings begin, on the fitting days.
    fn fitting(&self, group: &Group, chosen: &dyn Fn(Facet) -> Wanted) -> Vec<Instant> {
        let mut starts = vec![];
        for meeting in meetings(group) {
            if let Some(days) = self.fitting_days(&meeting, chosen) {
                let dates = meeting.dates.iter().filter(|date| days.contains(&date.0));
                starts.extend(dates.map(|date| date.1));
            }
        }
        starts
    }

    /// The fewest steps between the group's types and those wanted; 100 for a group for any cancer.
    fn closeness(&self, group: &Group, wanted: &[String]) -> usize {
        let taxonomy = self.tested.index.taxonomy();
        let mut best = usize::MAX;
        let is_any = group.cancer_types.is_empty() || group.cancer_types.contains(&id("any"));
        if is_any {
            best = 100;
        }
        for wanted in wanted {
            if wanted == "any" {
                return 0;
            }
            for own in &group.cancer_types {
                let up = chain(taxonomy, wanted)
                    .iter()
                    .position(|id| id == own.as_str());
                let down = chain(taxonomy, own.as_str())
                    .iter()
                    .position(|id| id == wanted);
                best = best.min(up.unwrap_or(best)).min(down.unwrap_or(best));
            }
        }
        best
    }

    fn audiences(&self, group: &Group) -> Vec<String> {
        let mut own: Vec<String> = group
            .audiences
            .iter()
            .map(|id| id.as_str().into())
            .collect();
        let (Some(youngest), Some(oldest)) = (group.minimum_age, group.maximum_age) else {
            return own;
        };
        for audience in &self.directory.audiences {
            let has_ages = audience.minimum_age.is_some() || audience.maximum_age.is_some();
            let (from, to) = (
                audience.minimum_age.unwrap_or(0),
                audience.maximum_age.unwrap_or(255),
            );
            if has_ages && (from..=to).any(|age| (youngest..=oldest).contains(&age)) {
                own.push(audience.id.as_str().into());
            }
        }
        own
    }

    /// How well the text fits: the sum over its words of the least that any of the group's words
    /// costs; nothing where a word fits none.
    fn text_fit(&self, group: &Group, text: &str) -> Option<usize> {
        let own = self.words(group);
        let asked: BTreeSet<String> = asked(text).into_iter().collect();
        let costs = asked.iter().map(|word| {
            let is_known = self.known.iter().any(|known| known.starts_with(word));
            let cost = |(own, tier): &(String, usize)| {
                let errors = if is_known {
                    own.starts_with(word).then_some(0)
                } else {
                    errors(word, own)
                };
                Some(tier * 3 + errors?)
            };
            own.iter().filter_map(cost).min()
        });
        let costs: Option<Vec<usize>> = costs.collect();
        // Texts that fit worse than that all count the same.
        Some(costs?.iter().sum::<usize>().min(31))
    }

    /// The group's words, with 0 for names, 1 for what it is and 2 for its summary.
    fn words(&self, group: &Group) -> Vec<(String, usize)> {
        let taxonomy = self.tested.index.taxonomy();
        let mut texts = vec![(name(group).to_owned(), 0)];
        let former = group.alternate_names.iter();
        texts.extend(former.map(|name| (name.get("en").into(), 0)));
        if group.cancer_types.is_empty() || group.cancer_types.contains(&id("any")) {
            texts.push((taxonomy.any_words().into(), 1));
        }
        for own in &group.cancer_types {
            for broader in chain(taxonomy, own.as_str()) {
                let index = taxonomy.find(&broader).expect("a type of the chain");
                texts.extend(taxonomy.words(index).lines().map(|line| (line.into(), 1)));
            }
        }
        for own in self.audiences(group) {
            let audiences = self.directory.audiences.iter();
            for audience in audiences.filter(|audience| audience.id.as_str() == own) {
                let words = audience.name.iter().chain(&audience.synonyms);
                texts.extend(words.map(|word| (word.get("en").into(), 1)));
            }
            let options = self.tested.index.options(Facet::Audience).iter();
            texts.extend(
                options
                    .filter(|option| option.id == own)
                    .map(|option| (option.name.clone(), 1)),
            );
        }
        for kind in kinds(group) {
            let options = self.tested.index.options(Facet::Kind).iter();
            texts.extend(
                options
                    .filter(|option| option.id == kind)
                    .map(|option| (option.name.clone(), 1)),
            );
        }
        for venue in group
            .meetings
            .iter()
            .filter_map(|meeting| meeting.venue.as_ref())
        {
            texts.extend(venue.town.iter().map(|town| (town.get("en").into(), 1)));
        }
        texts.extend(
            group
                .summary
                .iter()
                .map(|summary| (summary.get("en").into(), 2)),
        );
        let words = texts.iter().flat_map(|(text, tier)| {
            let words = has(text).into_iter();
            words.map(|word| (word, *tier))
        });
        words.collect()
    }

    /// The words of all shown groups, of all types and audiences that could be asked for, and of the kinds.
    pub fn known_words(&self) -> BTreeSet<String> {
        let taxonomy = self.tested.index.taxonomy();
        let types = (0..taxonomy.len()).map(|index| taxonomy.words(index as u16));
        let mut known: BTreeSet<String> = types
            .chain([taxonomy.any_words()])
            .flat_map(str::lines)
            .flat_map(has)
            .collect();
        for facet in [Facet::Audience, Facet::Kind] {
            for option in self.tested.index.options(facet) {
                known.extend(has(&option.name));
            }
        }
        for audience in &self.directory.audiences {
            known.extend(
                audience
                    .synonyms
                    .iter()
                    .flat_map(|word| has(word.get("en"))),
            );
        }
        for place in self.shown() {
            let group = &self.directory.groups[place as usize];
            known.extend(self.words(group).into_iter().map(|(word, _)| word));
        }
        known
    }
}

fn chain(taxonomy: &Taxonomy, id: &str) -> Vec<String> {
    let index = taxonomy.find(id).into_iter();
    let chain = index.flat_map(|index| taxonomy.chain(index));
    chain.map(|index| taxonomy.id(index).to_owned()).collect()
}

fn kinds(group: &Group) -> Vec<String> {
    let id = |kind: &Kind| match kind {
        Kind::Group => "group",
        Kind::OneToOne => "one-to-one",
        Kind::Helpline => "helpline",
        Kind::OnlineCommunity => "online-community",
        Kind::Resource => "resource",
    };
    let kinds = if group.kinds.is_empty() {
        &[Kind::Group][..]
    } else {
        &group.kinds
    };
    kinds.iter().map(|kind| id(kind).to_owned()).collect()
}

/// The filters that look at single meetings.
const OF_MEETINGS: [Facet; 6] = [
    Facet::Format,
    Facet::Place,
    Facet::Day,
    Facet::Time,
    Facet::Soon,
    Facet::Region,
];

/// What is known of a meeting, as ids, and when it is held in the weeks to come.
#[derive(Default)]
struct Held {
    formats: Vec<String>,
    towns: Vec<String>,
    times: Vec<String>,
    days: Vec<Weekday>,
    dates: Vec<(Weekday, Instant)>,
}

/// Each meeting, with what helplines and communities stand for.
fn meetings(group: &Group) -> Vec<Held> {
    let strings = |ids: &[&str]| -> Vec<String> { ids.iter().map(|id| (*id).into()).collect() };
    let mut all = vec![];
    for meeting in &group.meetings {
        let formats = match meeting.attending_type.expect("always one here") {
            Online => strings(&["online"]),
            InPerson => strings(&["in-person"]),
            OnlineAndInPerson => strings(&["online", "in-person"]),
            AttendingType::Phone => strings(&["phone"]),
        };
        let town = meeting.venue.as_ref().and_then(|venue| venue.town.as_ref());
        let town = town.map(|town| town.get("en").to_lowercase());
        let town = TOWNS
            .iter()
            .filter(|known| town == Some(known.to_lowercase()));
        // As spelt here and, for the option's own id, as spelt first.
        let towns = town
            .flat_map(|town| strings(&[town, &town.to_uppercase()]))
            .collect();
        let mut held = Held {
            formats,
            towns,
            ..Held::default()
        };
        if let Some(schedule) = &meeting.schedule {
            let opens = schedule.opens_at.map(|time| (time.hour(), time.minute()));
            held.times = match opens {
                None => vec![],
                Some(time) if time < (12, 0) => strings(&["morning"]),
                Some(time) if time < (17, 0) => strings(&["afternoon"]),
                Some(_) => strings(&["evening"]),
            };
            let rule = schedule.byday.as_ref().map_or(&[][..], ByDay::days);
            held.days = rule.iter().map(|day| day.weekday).collect();
            if group.status != Status::Paused {
                held.dates = dates(schedule, group.valid_to);
            }
            if !held.dates.is_empty() {
                held.days = held.dates.iter().map(|date| date.0).collect();
            }
        }
        all.push(held);
    }
    if group.kinds.contains(&Kind::Helpline) {
        all.push(Held {
            formats: strings(&["phone"]),
            ..Held::default()
        });
    }
    if group.kinds.contains(&Kind::OnlineCommunity) {
        all.push(Held {
            formats: strings(&["online"]),
            ..Held::default()
        });
    }
    all
}

/// The days of the year to come on which it is held, and when it begins.
fn dates(schedule: &Schedule, last: Option<Date>) -> Vec<(Weekday, Instant)> {
    let (zone, mut now) = (london(), now());
    let mut dates = vec![];
    while let Some(next) = schedule.next(now, &zone, Weekday::EVERY) {
        if dates.len() == 60 || last.is_some_and(|last| next.date > last) {
            break;
        }
        dates.push((Weekday::of(next.date.day_number()), next.starts));
        now = next.ends;
    }
    dates
}

/// The runs of letters or digits of a text, and whether each stands right after the one before.
fn runs(text: &str) -> Vec<(String, bool)> {
    let mut runs: Vec<(String, bool)> = vec![];
    let mut last = ' ';
    for c in text.to_lowercase().replace(['\'', '`'], "").chars() {
        if c.is_alphanumeric() {
            if last.is_alphanumeric() && last.is_ascii_digit() == c.is_ascii_digit() {
                runs.last_mut()
                    .expect("the run of the last letter")
                    .0
                    .push(c);
            } else {
                runs.push((c.into(), last.is_alphanumeric()));
            }
        }
        last = c;
    }
    runs
}

/// The words that a text has: its runs, and runs of letters joined with neighbours of digits.
fn has(text: &str) -> Vec<String> {
    let runs: Vec<String> = runs(text).into_iter().map(|(run, _)| run).collect();
    let is_digits = |run: &str| run.starts_with(|c: char| c.is_ascii_digit());
    let neighbours = runs
        .windows(2)
        .filter(|pair| is_digits(&pair[0]) != is_digits(&pair[1]));
    let joined: Vec<String> = neighbours.map(|pair| pair.concat()).collect();
    [runs, joined].concat()
}

/// The words that a query asks for: what is written as one must be found as one, pair by pair.
fn asked(text: &str) -> Vec<String> {
    let runs = runs(text);
    let mut asked = vec![];
    for (at, (run, attached)) in runs.iter().enumerate() {
        let goes_on = runs.get(at + 1).is_some_and(|(_, attached)| *attached);
        if *attached {
            asked.push([runs[at - 1].0.as_str(), run].concat());
        } else if !goes_on {
            asked.push(run.clone());
        }
    }
    asked
}

fn errors(typed: &str, word: &str) -> Option<usize> {
    let letters = typed.chars().filter(|c| !c.is_ascii_digit()).count();
    let allowed = match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    let is_short = word.chars().count() + allowed < typed.chars().count();
    if allowed == 0 || is_short || typed.chars().next() != word.chars().next() {
        return None;
    }
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    if !digits(word).starts_with(&digits(typed)) {
        return None;
    }
    // A beginning that is much shorter or longer is too far.
    let typed_length = typed.chars().count();
    let lengths = typed_length.saturating_sub(allowed)..=typed_length + allowed;
    let beginnings = lengths.map(|length| word.chars().take(length).collect::<String>());
    let least = beginnings
        .map(|beginning| strsim::osa_distance(typed, &beginning))
        .min()?;
    (least <= allowed).then_some(least)
}
