//! What each further choice of how, where and when would find.

use super::{FORMAT, IN_PERSON, NEAR, PLACE, REGION, TIME, WHEN, Wanted};
use crate::filter::facet::Facet;
use crate::filter::{Bits, Index};

impl Index {
    /// Adds to the `counts` of formats, places, days, times, soon and regions how many of the groups each option
    /// would find in place of what is wanted there.
    pub(in crate::filter) fn count_meetings(
        &self,
        wanted: &Wanted,
        groups: &Bits,
        counts: &mut [Vec<u32>],
    ) {
        // The last group that was counted at each place, so that each counts once.
        let mut seen = vec![u32::MAX; counts[Facet::Place as usize].len()];
        for group in groups.iter() {
            let (mut formats, mut days, mut times, mut soon) = (0, 0, 0, 0);
            let mut regions = 0;
            for place in self.facts.meetings.rows_of(group) {
                let row = &self.facts.meetings.rows[place];
                let known = self.known(wanted, place);
                let misses = wanted.misses(row, known);
                // How far away it is matters to those who would go there.
                if misses & !(FORMAT | NEAR) == 0 {
                    let is_too_far = wanted.is_too_far(known);
                    formats |= row.formats & if is_too_far { !IN_PERSON } else { u8::MAX };
                }
                if misses & !TIME == 0 {
                    times |= row.times;
                }
                if misses & !REGION == 0 {
                    regions |= known.region;
                }
                if misses & !WHEN == 0 {
                    days |= wanted.days_of(known.days);
                    if known.days.soon & wanted.days.unwrap_or(u8::MAX) != 0 {
                        soon = 1;
                    }
                }
                if misses & !PLACE == 0
                    && let Some(seen) = seen.get_mut(usize::from(row.place))
                    && *seen != group as u32
                {
                    *seen = group as u32;
                    counts[Facet::Place as usize][usize::from(row.place)] += 1;
                }
            }
            count_bits(formats.into(), &mut counts[Facet::Format as usize]);
            count_bits(days.into(), &mut counts[Facet::Day as usize]);
            count_bits(times.into(), &mut counts[Facet::Time as usize]);
            count_bits(soon, &mut counts[Facet::Soon as usize]);
            count_bits(regions, &mut counts[Facet::Region as usize]);
        }
    }
}

fn count_bits(bits: u16, counts: &mut [u32]) {
    for (bit, count) in counts.iter_mut().enumerate() {
        *count += u32::from(bits >> bit & 1);
    }
}
