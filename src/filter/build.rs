//! Making a directory ready for many queries.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use super::Index;
use super::bits::Bits;
use super::dates::Dates;
use super::facet::Facet;
use super::facts::Facts;
use super::options;
use super::query::{Counts, Env, Query, Restriction};
use super::restrict;
use crate::directory::{Directory, Status};
use crate::i18n::Language;
use crate::slices;
use crate::taxonomy::{Taxonomy, TypeIndex};

impl Index {
    /// Builds the index once for a list, a language and what the page allows.
    pub fn new(
        directory: Arc<Directory>,
        language: &Language,
        restriction: &Restriction,
        env: &Env,
    ) -> Self {
        slices::finish(Self::new_in_slices(directory, language, restriction, env))
    }

    /// As [`Index::new`], with pauses.
    pub async fn new_in_slices(
        directory: Arc<Directory>,
        language: &Language,
        restriction: &Restriction,
        env: &Env,
    ) -> Self {
        let count = directory.groups.len();
        let mut index = Self::begin(directory, language, env);
        slices::each(count, &mut |place| {
            let (facts, taxonomy) = (&mut index.facts, &index.taxonomy);
            facts.add(place, &index.directory, taxonomy, language);
        })
        .await;
        index.restrict(restriction);
        slices::pause().await;
        index.list_options(language);
        for facet in Facet::ALL {
            let found = index.find_by(facet);
            index.found_by.push(found);
            slices::pause().await;
        }
        let dates = Dates::new(&index, env.now).await;
        index.dates.replace(dates);
        slices::pause().await;
        index.count_options();
        index
    }

    /// An index that knows nothing of the groups yet.
    fn begin(directory: Arc<Directory>, language: &Language, env: &Env) -> Self {
        let mut used = Vec::new();
        let mut resting = Bits::new(directory.groups.len());
        for (place, group) in directory.groups.iter().enumerate() {
            for id in &group.cancer_types {
                used.push(id.as_str());
            }
            if group.status != Status::Active {
                resting.insert(place);
            }
        }
        Self {
            taxonomy: Taxonomy::new(&directory.cancer_types, &used, language),
            facts: Facts::new(&directory),
            shown: Bits::default(),
            resting,
            env: env.clone(),
            dates: RefCell::default(),
            spots: RefCell::default(),
            lang: language.tag().to_owned(),
            closeness: None,
            options: Default::default(),
            found_by: Vec::new(),
            words: OnceCell::new(),
            directory,
        }
    }

    /// Leaves out what may not be shown.
    fn restrict(&mut self, restriction: &Restriction) {
        let (facts, taxonomy) = (&mut self.facts, &self.taxonomy);
        let shown = restrict::restrict(facts, &self.directory, taxonomy, restriction, &self.env);
        (self.shown, self.closeness) = (shown.groups, shown.closeness);
    }

    /// Notes the options of each filter, in the order of [`Facet`].
    fn list_options(&mut self, language: &Language) {
        let (facts, groups) = (&mut self.facts, &self.shown);
        self.options = [
            options::cancer_types(facts, groups, &self.directory, &self.taxonomy),
            options::audiences(facts, groups, &self.directory, language),
            options::fixed(Facet::Kind, "kind.", language),
            options::fixed(Facet::Format, "format.", language),
            options::places(facts, groups),
            options::fixed(Facet::Day, "day.", language),
            options::fixed(Facet::Time, "time-of-day.", language),
            options::fixed(Facet::Soon, "soon.", language),
            options::activities(facts, groups),
            options::fixed(Facet::Region, "region.", language),
        ];
    }

    /// For each option of a filter, the groups that it finds.
    fn find_by(&self, facet: Facet) -> Vec<Bits> {
        let (facts, shown, taxonomy) = (&self.facts, &self.shown, &self.taxonomy);
        let options = &self.options[facet as usize];
        let lists = match facet {
            Facet::CancerType => &facts.types,
            Facet::Audience => &facts.audiences,
            Facet::Kind => &facts.kinds,
            Facet::Activity => &facts.activities,
            Facet::Format
            | Facet::Place
            | Facet::Day
            | Facet::Time
            | Facet::Soon
            | Facet::Region => {
                return Vec::new();
            }
        };
        let is_type = facet == Facet::CancerType;
        // For each number of an id, the options that find a group that has it.
        let mut finders: Vec<Vec<u16>> = Vec::new();
        finders.resize_with(options.of.len(), Vec::new);
        for (option, &number) in options.numbers.iter().enumerate() {
            finders[usize::from(number)].push(option as u16);
            // A type finds the groups of its broader types and is found by them.
            for broader in taxonomy.chain(number as TypeIndex) {
                if is_type && broader != number {
                    finders[usize::from(broader)].push(option as u16);
                    finders[usize::from(number)].push(options.of[usize::from(broader)]);
                }
            }
        }
        let mut empty = shown.clone();
        empty.clear();
        let mut found_by = Vec::new();
        found_by.resize_with(options.list.len(), || empty.clone());
        for group in shown.iter() {
            for &number in lists.of(group) {
                let finders = finders
                    .get(usize::from(number))
                    .map_or(&[][..], Vec::as_slice);
                for &option in finders {
                    if let Some(found) = found_by.get_mut(usize::from(option)) {
                        found.insert(group);
                    }
                }
            }
        }
        if is_type {
            let mut any = shown.clone();
            any.keep(&facts.any);
            for found in &mut found_by {
                found.add(&any);
            }
        }
        found_by
    }

    /// Notes how many groups each option finds alone.
    fn count_options(&mut self) {
        let Counts(counts) = self.count(&self.apply(&Query::default()));
        let total = self.total() as u32;
        for (options, counts) in self.options.iter_mut().zip(counts) {
            for (option, count) in options.list.iter_mut().zip(counts) {
                option.count = count;
                option.useful = count != 0 && count != total;
            }
        }
    }
}
