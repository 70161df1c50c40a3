//! Which words a text has, and how well a group's fit a query.

use std::collections::BTreeSet;

use peer_support_directory::directory::Group;
use peer_support_directory::filter::Facet;

use super::{Plain, chain, kinds};
use crate::lists::{id, name};

impl Plain<'_> {
    /// How well the text fits: the sum over its words of the least that any of the group's words
    /// costs; nothing where a word fits none.
    pub fn text_fit(&self, group: &Group, text: &str) -> Option<usize> {
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
