//! Calendar files: what is written is what the core works out, by the crate `rrule`; their clocks are those
//! of the crate `jiff`.
#![cfg(not(target_arch = "wasm32"))]

mod ical;

use std::collections::BTreeSet;

use ical::{difference, lines, parts, unescaped, value};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use peer_support_directory::calendar::{Event, Reading, answer};
use peer_support_directory::directory::{Date, Id, Time};
use peer_support_directory::schedule::{ByDay, DAY, Freq, Instant, Schedule, Weekday, Zone};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use rrule::RRuleSet;

const ZONES: [&str; 7] = [
    "Europe/London",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "America/St_Johns",
];

/// Noon of 22 November 2026.
const NOW: Instant = 20_779 * DAY + 12 * 60;

/// How long the occurrences are followed, in days.
const SPAN: i32 = 6 * 365;

fn jiff_offset(zone: &TimeZone, at: Instant) -> i32 {
    let at = Timestamp::from_second(at * 60).expect("an instant of these years");
    zone.to_offset(at).seconds() / 60
}

/// A zone as far as a browser is asked for it.
fn zone(id: &str) -> Zone {
    let oracle = TimeZone::get(id).expect("a zone of the bundled database");
    Zone::new(NOW - 2 * DAY, NOW + 3 * 366 * DAY, &|at| {
        jiff_offset(&oracle, at)
    })
}

fn event<'a>(schedule: &'a Schedule, zone: &'a Zone) -> Event<'a> {
    Event {
        group: "heads",
        meeting: 1,
        title: "Heads together",
        place: "",
        details: "",
        url: "",
        schedule,
        valid_to: None,
        offsets: zone.offsets(),
        now: NOW,
    }
}

/// The days of a file's events up to a day, by rrule.
fn written_days(lines: &[String], end: i32) -> Vec<Date> {
    let end = Date::from_day_number(end).expect("a day").iso();
    let mut days = Vec::new();
    for event in parts(lines, "VEVENT") {
        let mut text = String::new();
        let names = ["DTSTART", "RRULE", "EXDATE", "RDATE"];
        for name in names {
            for line in event.iter().filter(|line| line.starts_with(name)) {
                // It knows no days without times.
                let line = line.replace(";VALUE=DATE:", ":");
                text += &line;
                if line.len() - line.rfind(':').expect("a value") == 9 {
                    text += "T000000Z";
                }
                text += "\n";
            }
        }
        if !text.contains("RRULE") {
            // Without a rule, it would leave out the first day.
            text += "RRULE:FREQ=DAILY;COUNT=1\n";
        }
        if !text.contains("TZID") {
            text = with_time_in_until(&text);
        }
        let set: RRuleSet = text
            .parse()
            .unwrap_or_else(|error| panic!("{text}: {error}"));
        let dates = set.into_iter().map(|at| at.format("%Y-%m-%d").to_string());
        let dates = dates.take_while(|date| *date < end);
        days.extend(dates.filter_map(|date| Date::parse(&date)));
    }
    days.sort();
    days
}

fn with_time_in_until(text: &str) -> String {
    let Some(at) = text.find("UNTIL=") else {
        return text.to_owned();
    };
    let (before, after) = text.split_at(at + 14);
    [before, "T000000Z", after].concat()
}

/// The days on which a schedule is held, from a day to another.
fn days(schedule: &Schedule, zone: &Zone, from: i32, to: i32) -> Vec<Date> {
    let mut days = Vec::new();
    let mut now = i64::from(from) * DAY;
    while let Some(next) = schedule.next(now, zone, Weekday::EVERY) {
        if next.date.day_number() >= to {
            break;
        }
        days.push(next.date);
        now = next.ends.max(next.starts + 1);
    }
    days
}

const TODAY: i32 = (NOW / DAY) as i32;

fn date(from: i32, to: i32) -> impl Strategy<Value = Date> {
    (TODAY + from..TODAY + to).prop_filter_map("a day", Date::from_day_number)
}

/// Any weekdays with numbers or without; rrule refuses -5.
fn byday(freq: Freq) -> impl Strategy<Value = ByDay> {
    let ordinal = of(prop_oneof![1_i8..=5, -4_i8..=-1]);
    vec((ordinal, 0..7_usize), 1..4).prop_filter_map("days", move |days| {
        let code = |(ordinal, day): &(Option<i8>, usize)| {
            let ordinal = ordinal.filter(|_| freq == Freq::Monthly);
            ordinal.map_or(String::new(), |ordinal| ordinal.to_string()) + Weekday::ALL[*day].code()
        };
        ByDay::parse(&days.iter().map(code).collect::<Vec<_>>().join(","))
    })
}

fn time() -> impl Strategy<Value = Option<Time>> {
    // Not among the hours that clocks skip: what is held then is another thing to each program.
    of((4..24_u8, 0..60_u8).prop_filter_map("a time", |(hour, minute)| Time::new(hour, minute)))
}

fn schedule() -> impl Strategy<Value = Schedule> {
    let freq = prop_oneof![
        4 => Just(Some(Freq::Weekly)),
        4 => Just(Some(Freq::Monthly)),
        1 => Just(None),
    ];
    freq.prop_flat_map(|freq| {
        let month_day = of(prop_oneof![1_i8..=31, -31_i8..=-1]);
        let start = of(date(-900, 200));
        let dates = (start, of(date(-50, 1500)), vec(date(-40, 700), 0..4));
        let rule = (of(1..=5_u8), of(byday(freq.unwrap_or(Freq::Monthly))));
        let times = (time(), time(), select(&ZONES[..]));
        let hits = (any::<bool>(), any::<bool>());
        (
            rule,
            month_day,
            dates,
            vec(date(-40, 700), 0..3),
            times,
            hits,
        )
            .prop_map(
                move |((interval, byday), bymonthday, dates, excepted, times, hits)| {
                    let (dtstart, valid_to, extra_dates) = dates;
                    let (opens_at, closes_at, timezone) = times;
                    let mut schedule = Schedule {
                        freq,
                        interval,
                        byday,
                        bymonthday: bymonthday.filter(|day| day % 3 == 0),
                        dtstart,
                        valid_to,
                        opens_at,
                        closes_at,
                        timezone: Id::new(timezone),
                        except_dates: excepted,
                        extra_dates,
                        description: None,
                    };
                    let zone = Zone::new(0, 0, &|_| 0);
                    let held = days(&schedule, &zone, TODAY, TODAY + 900);
                    // Most exceptions are days on which it would be held, the first among them; so are
                    // some of the dates outside the rule.
                    if hits.0 {
                        schedule.except_dates.extend(held.iter().step_by(3).take(3));
                    }
                    if hits.1 {
                        schedule
                            .extra_dates
                            .extend(held.iter().skip(1).step_by(2).take(3));
                    }
                    schedule
                },
            )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_occurrence_is_written(schedule in schedule()) {
        let zone = zone(schedule.zone());
        let lines = lines(&event(&schedule, &zone).request());
        let Some(next) = schedule.next(NOW, &zone, Weekday::EVERY) else {
            prop_assert_eq!(lines, Vec::<String>::new());
            return Ok(());
        };
        let from = next.date.day_number();
        let written = written_days(&lines, TODAY + SPAN);
        let to_come: Vec<_> = written.iter().copied().filter(|day| *day >= next.date).collect();
        // A meeting that goes on past midnight is no second one.
        let mut expected = days(&schedule, &zone, from - 2, TODAY + SPAN);
        expected.retain(|day| *day >= next.date);
        prop_assert_eq!(difference(&to_come, &expected), None, "{:#?}", lines);
        // What is over already was held too.
        let all: BTreeSet<_> = days(&schedule, &zone, TODAY - 1000, from).into_iter().collect();
        for day in written.iter().filter(|day| **day < next.date) {
            prop_assert!(all.contains(day), "{} {:#?}", day, lines);
        }
    }

    #[test]
    fn a_request_is_read_as_it_was_meant(
        schedule in schedule(),
        texts in vec("[^\\n]{0,40}", 3),
        id in "[a-z0-9-]{1,12}",
        details in ".{0,40}(\\n.{0,40}){0,3}",
        valid_to in of(date(0, 1500)),
    ) {
        let zone = zone(schedule.zone());
        let [title, place, url] = texts.as_slice() else { unreachable!() };
        let event = Event {
            group: &id, title, place, url, details: &details, valid_to, ..event(&schedule, &zone)
        };
        let request = event.request();
        let reading = Reading::new(&request).expect("a request");
        prop_assert_eq!(
            (reading.group, reading.meeting, reading.title, reading.place, reading.url),
            (id.as_str(), 1, title.as_str(), place.as_str(), url.as_str())
        );
        prop_assert_eq!((reading.details, reading.now), (details.as_str(), NOW));
        prop_assert_eq!(&reading.zone, &zone);
        let mut expected = schedule.clone();
        expected.valid_to = expected.valid_to.into_iter().chain(valid_to).min();
        expected.extra_dates.retain(|date| valid_to.is_none_or(|last| *date <= last));
        prop_assert_eq!(reading.schedule, expected);
    }

    #[test]
    fn texts_come_through(title in "\\PC{0,200}", details in "[\\PC\\n\\t]{0,300}", url in "https://[a-zé/]{0,90}") {
        let (schedule, zone) = (weekly("WE", "18:30", "20:00"), zone("Europe/London"));
        let event = Event { title: &title, details: &details, url: &url, ..event(&schedule, &zone) };
        let lines = lines(&event.request());
        let event = parts(&lines, "VEVENT")[0];
        prop_assert_eq!(unescaped(value(event, "SUMMARY").unwrap_or_default()), title);
        let details = details.trim_end();
        let gap = if details.is_empty() { "" } else { "\n\n" };
        let body = details.replace('\t', " ") + gap + &url;
        prop_assert_eq!(unescaped(value(event, "DESCRIPTION").unwrap_or_default()), body);
        prop_assert_eq!(value(event, "URL"), Some(url.as_str()));
    }

    #[test]
    fn nothing_that_a_text_holds_begins_a_line(title in any::<String>(), details in any::<String>()) {
        let (schedule, zone) = (weekly("WE", "18:30", "20:00"), zone("Europe/London"));
        let title = title.replace('\n', "\r");
        let event = Event { title: &title, details: &details, ..event(&schedule, &zone) };
        let names: Vec<_> = lines(&event.request())
            .iter()
            .map(|line| line.split([':', ';']).next().unwrap_or_default().to_owned())
            .collect();
        let zone = ["DTSTART", "RRULE", "TZOFFSETFROM", "TZOFFSETTO"];
        let mut expected = vec!["BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "BEGIN", "TZID"];
        for _ in 0..2 {
            expected.push("BEGIN");
            expected.extend(zone);
            expected.push("END");
        }
        expected.extend(["END", "BEGIN", "UID", "DTSTAMP", "DTSTART", "DTEND", "RRULE"]);
        expected.extend(names.iter().map(String::as_str).filter(|name| ["SUMMARY", "DESCRIPTION"].contains(name)));
        expected.extend(["END", "END"]);
        prop_assert_eq!(&names, &expected);
    }

    #[test]
    fn any_request_has_an_answer(request in "([A-Z0-9 -]{0,9}\\n){0,16}") {
        answer(&request);
    }
}

fn weekly(byday: &str, opens: &str, closes: &str) -> Schedule {
    Schedule {
        freq: Some(Freq::Weekly),
        byday: ByDay::parse(byday),
        opens_at: Time::parse(opens),
        closes_at: Time::parse(closes),
        ..Schedule::default()
    }
}

#[test]
fn the_last_day_is_written_though_its_offset_is_not_known() {
    // Ramadan begins on that day, and Morocco's clocks have gone back; browsers are asked of three years.
    let (last, zone) = (Date::parse("2030-12-26"), zone("Africa/Casablanca"));
    let schedule = Schedule {
        valid_to: last,
        timezone: Id::new("Africa/Casablanca"),
        ..weekly("TH", "04:00", "05:00")
    };
    let lines = lines(&event(&schedule, &zone).request());
    assert_eq!(written_days(&lines, TODAY + SPAN).last().copied(), last);
}

/// From when on which offset holds, as a file tells it; by rrule.
fn offsets_of(lines: &[String]) -> Vec<(Instant, i32)> {
    let minutes = |text: &str| {
        let (hours, minutes) = (&text[1..3], &text[3..]);
        let number = |text: &str| text.parse::<i32>().expect("a number");
        let sign = if text.starts_with('-') { -1 } else { 1 };
        sign * (number(hours) * 60 + number(minutes))
    };
    let mut offsets = Vec::new();
    for part in ["STANDARD", "DAYLIGHT"] {
        for observance in parts(lines, part) {
            let field = |name| value(observance, name).expect(name);
            let (from, to) = (minutes(field("TZOFFSETFROM")), minutes(field("TZOFFSETTO")));
            let start = format!("DTSTART:{}Z", field("DTSTART"));
            let rule = value(observance, "RRULE").unwrap_or("FREQ=YEARLY;COUNT=1");
            let set: RRuleSet = format!("{start}\nRRULE:{rule}").parse().expect(rule);
            let onsets = set
                .into_iter()
                .map(|at| at.timestamp() / 60 - i64::from(from));
            offsets.extend(onsets.take(100).map(|onset| (onset, to)));
        }
    }
    offsets.sort_unstable();
    offsets
}

#[test]
fn clocks_are_those_of_jiff() {
    let years = |from: i64, to: i64| ((from - 1970) * 365 * DAY, (to - 1970) * 365 * DAY);
    let span = (NOW - DAY, NOW + 3 * 365 * DAY);
    // Where clocks change by the same rule every year, other years are right too.
    let long = years(2012, 2060);
    for (id, (from, to)) in [
        ("Europe/London", long),
        ("America/New_York", long),
        ("Pacific/Auckland", long),
        ("Australia/Lord_Howe", long),
        ("America/St_Johns", long),
        ("Asia/Kolkata", long),
        ("Africa/Casablanca", span),
    ] {
        let mut schedule = weekly("WE", "18:30", "20:00");
        schedule.timezone = Id::new(id);
        let zone = zone(id);
        let lines = lines(&event(&schedule, &zone).request());
        assert_eq!(value(&lines, "TZID"), Some(id));
        let offsets = offsets_of(&lines);
        let oracle = TimeZone::get(id).expect(id);
        for at in (from..to).step_by(97) {
            let found = offsets.iter().rfind(|(from, _)| *from <= at);
            let found = found.map(|(_, offset)| *offset);
            assert_eq!(found, Some(jiff_offset(&oracle, at)), "{id} at {at}");
        }
    }
}

/// The parts of the file and the links of a schedule, with all texts.
fn full(schedule: &Schedule) -> (Vec<String>, String, String) {
    let zone = zone(schedule.zone());
    let event = Event {
        title: "Tea, talk & more",
        place: "The Hall, Oxford",
        details: "Bring a friend.\nAnd a cake; or two.",
        url: "https://charity.example/a?b=c",
        ..event(schedule, &zone)
    };
    let request = event.request();
    let answer = answer(&request);
    let mut links = answer.split('\n').skip(1).map(str::to_owned);
    let (google, outlook) = (links.next(), links.next());
    assert_eq!(links.next(), None);
    (
        lines(&request),
        google.expect("a link"),
        outlook.expect("a link"),
    )
}

#[test]
fn a_whole_file() {
    let mut schedule = weekly("WE", "18:30", "20:00");
    schedule.interval = Some(2);
    schedule.dtstart = Date::parse("2026-05-01");
    schedule.valid_to = Date::parse("2027-06-16");
    schedule.except_dates.extend(Date::parse("2026-12-23"));
    schedule.except_dates.extend(Date::parse("2026-12-24"));
    schedule.extra_dates.extend(Date::parse("2026-12-21"));
    let (lines, google, outlook) = full(&schedule);
    let expected = "BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Peer Support Directory//Add to calendar//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19700329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:heads-1@peer-support-directory.invalid
DTSTAMP:20261122T120000Z
DTSTART;TZID=Europe/London:20260513T183000
DTEND;TZID=Europe/London:20260513T200000
RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;UNTIL=20270616T203000Z;WKST=MO
EXDATE;TZID=Europe/London:20261223T183000
RDATE;TZID=Europe/London:20261221T183000
SUMMARY:Tea\\, talk & more
LOCATION:The Hall\\, Oxford
DESCRIPTION:Bring a friend.\\nAnd a cake\\; or two.\\n\\nhttps://charity.example/a?b=c
URL:https://charity.example/a?b=c
END:VEVENT
END:VCALENDAR";
    assert_eq!(lines.join("\n"), expected);
    assert_eq!(
        google,
        "https://calendar.google.com/calendar/render?action=TEMPLATE\
        &text=Tea%2C%20talk%20%26%20more&dates=20261125T183000%2F20261125T200000&ctz=Europe%2FLondon\
        &recur=RRULE%3AFREQ%3DWEEKLY%3BINTERVAL%3D2%3BBYDAY%3DWE%3BUNTIL%3D20270616T203000Z%3BWKST%3DMO\
        &location=The%20Hall%2C%20Oxford\
        &details=Bring%20a%20friend.%0AAnd%20a%20cake%3B%20or%20two.%0A%0Ahttps%3A%2F%2Fcharity.example%2Fa%3Fb%3Dc"
    );
    assert_eq!(
        outlook,
        "https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent\
        &subject=Tea%2C%20talk%20%26%20more&startdt=2026-11-25T18%3A30%3A00Z&enddt=2026-11-25T20%3A00%3A00Z\
        &location=The%20Hall%2C%20Oxford\
        &body=Bring%20a%20friend.%0AAnd%20a%20cake%3B%20or%20two.%0A%0Ahttps%3A%2F%2Fcharity.example%2Fa%3Fb%3Dc"
    );
}

#[test]
fn ends_and_days_without_times() {
    let check = |opens: &str, closes: &str, expected: [&str; 2]| {
        let (lines, google, outlook) = full(&weekly("WE", opens, closes));
        let event = parts(&lines, "VEVENT")[0];
        let found = ["DTSTART", "DTEND"].map(|name| value(event, name).unwrap_or_default());
        assert_eq!(found, expected);
        let dates = format!("&dates={}%2F{}&", expected[0], expected[1]);
        assert!(google.contains(&dates), "{google}");
        (lines, outlook)
    };
    check("18:30", "", ["20261125T183000", "20261125T193000"]);
    check("23:30", "", ["20261125T233000", "20261126T003000"]);
    check("23:00", "01:30", ["20261125T230000", "20261126T013000"]);
    check("18:30", "18:30", ["20261125T183000", "20261125T193000"]);
    let (lines, outlook) = check("", "", ["20261125", "20261126"]);
    assert_eq!(parts(&lines, "VTIMEZONE"), Vec::<&[String]>::new());
    assert!(outlook.contains("&startdt=2026-11-25&enddt=2026-11-26&allday=true&"));
}

#[test]
fn dates_before_the_rule_are_events_of_their_own() {
    let mut schedule = weekly("WE", "18:30", "");
    schedule.dtstart = Date::parse("2027-01-06");
    schedule.extra_dates.extend(Date::parse("2026-12-10"));
    schedule.extra_dates.extend(Date::parse("2026-12-03"));
    schedule.extra_dates.extend(Date::parse("2027-02-04"));
    let (lines, google, _) = full(&schedule);
    let events = parts(&lines, "VEVENT");
    let values = |name| -> Vec<_> { events.iter().map(|event| value(event, name)).collect() };
    assert_eq!(
        values("UID"),
        [
            Some("heads-1@peer-support-directory.invalid"),
            Some("heads-1-20261210@peer-support-directory.invalid"),
            Some("heads-1-20261203@peer-support-directory.invalid"),
        ]
    );
    assert_eq!(
        values("DTSTART"),
        [
            Some("20270106T183000"),
            Some("20261210T183000"),
            Some("20261203T183000")
        ]
    );
    assert_eq!(values("RDATE"), [Some("20270204T183000"), None, None]);
    // A rule begins on a day of its own.
    assert!(google.contains("dates=20270106T183000"), "{google}");
}

#[test]
fn what_is_no_request_or_has_no_date_has_no_answer() {
    assert_eq!(answer(""), "");
    assert_eq!(answer("nonsense"), "");
    let zone = zone("Europe/London");
    let mut schedule = weekly("WE", "18:30", "20:00");
    schedule.interval = Some(2);
    assert_eq!(answer(&event(&schedule, &zone).request()), "");
    schedule.interval = None;
    let over = Event {
        valid_to: Date::parse("2026-11-24"),
        ..event(&schedule, &zone)
    };
    assert_eq!(answer(&over.request()), "");
}
