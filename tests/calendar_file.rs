//! Calendar files as they are written, line by line, and the links beside them.
#![cfg(not(target_arch = "wasm32"))]

mod events;
mod ical;

use events::{event, weekly, zone};
use ical::{lines, parts, value};
use peer_support_directory::calendar::{Event, answer};
use peer_support_directory::directory::Date;
use peer_support_directory::schedule::{ByDay, Freq, Schedule};

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
fn a_rule_that_falls_first_after_ages_is_written_from_then() {
    // The 23rd is the last Thursday in some Februaries alone, and of those every 62 months meet few: the first is
    // further from the start than rules are followed, and nearer to today.
    let schedule = Schedule {
        freq: Some(Freq::Monthly),
        interval: Some(62),
        byday: ByDay::parse("-1TH"),
        bymonthday: Some(23),
        dtstart: Date::parse("0829-04-13"),
        ..Schedule::default()
    };
    let (lines, google, _) = full(&schedule);
    let [event] = parts(&lines, "VEVENT")[..] else {
        panic!("{lines:#?}");
    };
    assert_eq!(value(event, "DTSTART"), Some("32730223"));
    let rule = "FREQ=MONTHLY;INTERVAL=62;BYDAY=-1TH;BYMONTHDAY=23";
    assert_eq!(value(event, "RRULE"), Some(rule));
    assert!(google.contains("dates=32730223%2F32730224"), "{google}");
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
