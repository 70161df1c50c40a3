use std::path::PathBuf;
use std::process;
use std::{env, fs};

use peer_support_directory::places::{Grade, Places};

use super::*;

const SHIPPED: &str = include_str!("../../../public/places.txt");

/// A folder of its own for a test, gone after it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Result<Self> {
        let folder = Self(env::temp_dir().join(format!("psd-{name}-{}", process::id())));
        for (file, text) in files {
            crate::project::write(&folder.0.join(file), text)?;
        }
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The table that is made of one file, read as the widget reads it, and the codes left out.
fn made_of(name: &str, text: &str) -> Result<(Places, Vec<String>)> {
    let folder = Folder::new(name, &[("ONSPD_MAY_2026.csv", text)])?;
    let file = folder.0.join("ONSPD_MAY_2026.csv");
    let (table, left_out) = table(SHIPPED, &Postcodes::read(&file)?, year(&file))?;
    match Places::parse(&table) {
        Ok(places) => Ok((places, left_out)),
        Err(fault) => bail!("{fault:?}"),
    }
}

#[test]
fn districts_are_at_the_average_of_their_postcodes() -> Result<()> {
    let onspd = "\
        \"pcd\",\"pcds\",\"doterm\",\"lat\",\"long\"\n\
        \"OX3 7LJ\",\"OX3 7LJ\",\"\",51.7600,-1.2100\n\
        \"OX3 7LK\",\"OX3 7LK\",\"\",51.7640,-1.2180\n\
        \"OX3 9ZZ\",\"OX3 9ZZ\",\"200503\",57.0000,-4.0000\n\
        \"OX3 9ZY\",\"OX3 9ZY\",\"\",99.999999,0.000000\n";
    let (places, left_out) = made_of("average", onspd)?;
    assert_eq!(left_out, Vec::<String>::new());
    let district = places.find("ox3 7lj").ok().context("OX3")?;
    assert_eq!(
        (district.name.as_str(), district.grade),
        ("OX3", Grade::Point)
    );
    let expect = (51.76, -1.21);
    assert_eq!((district.point.latitude, district.point.longitude), expect);
    let oxford = places.find("Oxford").ok().context("Oxford")?;
    assert_eq!(oxford.grade, Grade::Area);
    for words in [
        "OS data © Crown",
        "Royal Mail",
        "National Statistics",
        "right 2026",
        "Licence v3.0",
    ] {
        assert!(places.attribution().contains(words), "{words}");
    }
    Ok(())
}

#[test]
fn metres_on_the_national_grid_become_degrees() -> Result<()> {
    // The water tower at Caister, which Ordnance Survey's guide to coordinates uses.
    let (latitude, longitude) = Grid::new()?.to_degrees(651_409.804, 313_177.450)?;
    assert!((latitude - 52.658_008).abs() < 0.0001, "{latitude}");
    assert!((longitude - 1.716_074).abs() < 0.0001, "{longitude}");
    let code_point = "\
        \"OX3 7LJ\",10,454000,207000,\"E92000001\",\"E19000001\",\"E18000001\",\"\",\"E07000178\",\"E05013115\"\n\
        \"OX3 7LK\",10,454200,207200,\"E92000001\",\"E19000001\",\"E18000001\",\"\",\"E07000178\",\"E05013115\"\n\
        \"OX3 7LL\",90,0,0,\"E92000001\",\"\",\"\",\"\",\"\",\"\"\n";
    let (places, _) = made_of("grid", code_point)?;
    let district = places.find("OX3").ok().context("OX3")?;
    let expect = (51.76, -1.22);
    assert_eq!((district.point.latitude, district.point.longitude), expect);
    Ok(())
}

#[test]
fn districts_that_are_no_places_or_not_open_are_left_out() -> Result<()> {
    let mut onspd = "pcds,lat,long,doterm\n".to_owned();
    for code in ["OX3", "OX10", "OX2", "BT1", "BX1", "GIR", "XX1"] {
        onspd += &format!("{code} 1AA,51.7,-1.2,\n{code} 1AB,51.8,-1.3,\n");
    }
    // Post boxes of one office; no coordinates at all; out of use.
    onspd += "OX98 1AA,51.7,-1.2,\nOX98 1AB,51.7,-1.2,\nOX97 1AA,99.999999,0,\nOX96 1AA,51.7,-1.2,199601\n";
    let (places, left_out) = made_of("rule", &onspd)?;
    assert_eq!(left_out, ["BT1", "BX1", "GIR", "OX98", "XX1"]);
    for (typed, expect) in [
        ("OX10 1AA", "OX10"),
        ("OX97 1AA", "OX"),
        ("OX98", "OX"),
        ("BT1 1AA", "BT"),
    ] {
        let found = places.find(typed).map(|place| place.name);
        assert_eq!(found.as_deref(), Ok(expect));
    }
    assert!(in_order("OX2", "OX10").is_lt() && in_order("OX10", "RG1").is_lt());
    assert!(in_order("E1", "E1W").is_lt() && in_order("E1W", "E2").is_lt());
    let only_boxes = "pcds,lat,long,doterm\nOX98 1AA,51.7,-1.2,\n";
    assert!(made_of("boxes", only_boxes).is_err());
    Ok(())
}

/// As many districts as the UK has, spread as wide as a county.
#[test]
fn a_table_of_all_districts_stays_under_the_limit() -> Result<()> {
    let mut onspd = "pcds,lat,long,doterm\n".to_owned();
    // A simple generator of numbers from -1 to 1 that are the same each time.
    let mut state = 1_u64;
    let mut random = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as f64 / f64::from(u32::MAX >> 1) * 2.0 - 1.0
    };
    let areas = SHIPPED
        .lines()
        .filter_map(|line| line.strip_prefix("area "));
    let mut count = 0;
    for area in areas.filter(|area| !["BT", "GY", "IM", "JE"].contains(&parts_of(area).0)) {
        let (code, [north, east]) = parts_of(area);
        for number in 1..=24 {
            let (latitude, longitude) = (
                north / 100.0 + random() * 0.3,
                east / 100.0 + random() * 0.4,
            );
            onspd += &format!("{code}{number} 1AA,{latitude},{longitude},\n");
            onspd += &format!("{code}{number} 1AB,{latitude},{},\n", longitude + 0.001);
            count += 1;
        }
    }
    assert!((2_850..=2_950).contains(&count), "{count}");
    let folder = Folder::new("all", &[("all.csv", &onspd)])?;
    let (table, left_out) = table(SHIPPED, &Postcodes::read(&folder.0)?, 2026)?;
    assert_eq!(left_out, Vec::<String>::new());
    assert!(Places::parse(&table).is_ok());
    check(&sizes::brotli(table.as_bytes())?)?;
    assert!(check(&vec![0; LIMIT + 1]).is_err());
    Ok(())
}

/// The code of a line of the table, and its coordinates in hundredths.
fn parts_of(area: &str) -> (&str, [f64; 2]) {
    let parts: Vec<&str> = area.split(' ').collect();
    (
        parts[0],
        [1, 2].map(|at: usize| parts[at].parse().unwrap_or_default()),
    )
}

#[test]
fn writes_the_table_with_its_copies_into_dist() -> Result<()> {
    let onspd = "pcds,lat,long,doterm\nOX3 1AA,51.7,-1.2,\nOX3 1AB,51.8,-1.3,\n";
    let folder = Folder::new(
        "dist",
        &[("public/places.txt", SHIPPED), ("postcodes.csv", onspd)],
    )?;
    let project = Project {
        root: folder.0.clone(),
        target: folder.0.join("target"),
        version: "1.0.0".into(),
    };
    let source = folder.0.join("postcodes.csv");
    let error = places(&project, &source).err().context("no dist/")?;
    assert!(error.to_string().contains("cargo xtask build"));
    fs::create_dir(project.dist())?;
    places(&project, &source)?;
    for ending in ["", ".br", ".gz"] {
        assert!(project.dist().join(format!("places.txt{ending}")).is_file());
    }
    assert!(read(&project.dist().join(TABLE))?.contains("\ndistrict OX3 5175 -125\n"));
    Ok(())
}

#[test]
fn the_year_is_that_of_the_data() {
    assert_eq!(year(Path::new("x/ONSPD_MAY_2026_UK.csv")), 2026);
    assert_eq!(year(Path::new("ONSPD_2019/")), 2019);
    assert!(year(Path::new("codepo_gb")) > 2020);
}
