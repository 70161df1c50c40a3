//! The list that ships.

use peer_support_directory::directory::{Directory, Kind};

use super::*;

/// The entries of the list that ships, as far as matching looks at them.
pub fn ten_entries() -> Directory {
    let towns = [
        "Blackpool",
        "Lincolnshire",
        "Milton Keynes",
        "Torbay",
        "Worcester",
    ];
    let swallows = group("The Swallows")
        .types("head-and-neck")
        .activities("guest-speakers")
        .meets(Online, "", "2WE");
    let swallows = towns
        .iter()
        .fold(swallows, |group, town| group.meets(InPerson, town, "2WE"));
    let groups = vec![
        group("Heads2gether")
            .types("head-and-neck")
            .kinds(&[Kind::Group, Kind::Helpline])
            .summary("Monthly meetings online, in Oxford, Southampton and Swindon.")
            .meets(Online, "", "3WE")
            .meets(InPerson, "Oxford", "")
            .meets(InPerson, "Southampton", "")
            .meets(InPerson, "Swindon", ""),
        group("Mouth Cancer Foundation")
            .types("mouth")
            .audiences("carers")
            .kinds(&[Kind::Group, Kind::Helpline, Kind::OnlineCommunity])
            .meets(Online, "", "MO"),
        group("OUTpatients")
            .formerly("Live Through This")
            .types("any")
            .audiences("lgbtq")
            .summary("Support and advocacy for LGBTIQ+ people affected by cancer."),
        group("Salivary Gland Cancer UK")
            .types("salivary-gland")
            .audiences("carers")
            .meets(OnlineAndInPerson, "Manchester", "")
            .meets(OnlineAndInPerson, "London", ""),
        group("Shine Cancer Support")
            .types("any")
            .ages(20, 49)
            .summary("For adults in their 20s, 30s and 40s."),
        group("The National Association of Laryngectomee Clubs (NALC)")
            .types("larynx")
            .summary("Clubs for people who have had a laryngectomy."),
        swallows,
        group("Young Tongues").types("tongue").audiences("young"),
        group("My Silver Linings")
            .types("head-and-neck")
            .kinds(&[Kind::Resource])
            .audiences("carers")
            .summary("Karen's account of a diagnosis that changes how a person looks and sounds."),
        group("Cancer Care Map")
            .types("any")
            .kinds(&[Kind::Resource])
            .summary("Finds cancer support services near you."),
    ];
    Directory {
        audiences: vec![
            audience(
                "lgbtq",
                "LGBTQ+ people",
                (None, None),
                &["gay", "lesbian", "bisexual", "trans", "queer", "LGBTIQ"],
            ),
            audience(
                "20s-40s",
                "People in their 20s, 30s and 40s",
                (Some(20), Some(49)),
                &["twenties", "thirties", "forties", "young adult"],
            ),
            audience(
                "young",
                "Young people",
                (None, None),
                &["teenager", "young adult"],
            ),
            audience(
                "carers",
                "Carers, family and friends",
                (None, None),
                &["partner", "wife", "husband", "relative"],
            ),
        ],
        ..list(groups)
    }
}
