use super::line::district;
use super::*;

#[track_caller]
fn check_district(postcode: &str, expect: Option<&str>) {
    assert_eq!(district(postcode).as_deref(), expect, "{postcode:?}");
}

/// What is read of one file.
fn read(text: &[u8]) -> Result<Option<Postcodes>> {
    let mut reading = Reading::default();
    Ok(match reading.read("file.csv", text)? {
        true => Some(reading.finish()?),
        false => None,
    })
}

#[test]
fn cuts_postcodes_to_districts() {
    check_district("OX3 7LJ", Some("OX3"));
    check_district("ox37lj", Some("OX3"));
    check_district("M1  1AE", Some("M1"));
    check_district("SW1A1AA", Some("SW1A"));
    check_district("GIR 0AA", Some("GIR"));
    for none in [
        "",
        "OX3",
        "OX3 LJ7",
        "OXX3 7LJ",
        "OX3É7LJ",
        "O3A3 7LJ",
        "AB101 1AA",
    ] {
        check_district(none, None);
    }
}

#[test]
fn tells_the_products_apart() -> Result<()> {
    let onspd = "\u{feff}PCDS,LONG,LAT,DOTERM\nOX3 7LJ,-1.2,51.7,\n";
    let product =
        |text: &str| Ok::<_, anyhow::Error>(read(text.as_bytes())?.map(|read| read.product));
    assert_eq!(product(onspd)?, Some(Product::Onspd));
    assert_eq!(
        product("OX3 7LJ,10,454000,207000\n")?,
        Some(Product::CodePoint)
    );
    for other in [
        "",
        "PC,PQ,EA,NO\n",
        "town,lat,long\nOxford,51.7,-1.2\n",
        "OX3 7LJ,10\n",
    ] {
        assert_eq!(product(other)?, None, "{other:?}");
    }
    assert_eq!(read(b"PK\x03\x04\xff\xfe")?.map(|read| read.product), None);
    let error = product("pcds,lat,long\n")
        .err()
        .context("a column is missing")?;
    assert!(
        format!("{error:#}").contains("file.csv, line 1")
            && format!("{error:#}").contains("doterm")
    );
    Ok(())
}

#[test]
fn bad_lines_are_counted_and_named() -> Result<()> {
    let mut text = b"pcds,lat,long,doterm\n".to_vec();
    for _ in 0..1000 {
        text.extend(b"OX3 7LJ,51.7,-1.2,\n");
    }
    text.extend(b"nowhere,51.7,-1.2,\nOX3 7LJ,here,-1.2,\nOX3 7LJ,-1.2,51.7,\nOX3 7LJ,51.7\n");
    text.extend(b"OX3 \xff,51.7,-1.2,\nOX3 7LJ,51.7,-1.2,\n");
    let postcodes = read(&text)?.context("a list")?;
    assert_eq!(postcodes.count, 1001);
    let expect = [
        "Left out: file.csv, line 1002: its postcode is none",
        "Left out: file.csv, line 1003: its coordinates are no numbers",
        "Left out: file.csv, line 1004: its coordinates are not in the UK",
        "Left out: file.csv, line 1005: columns are missing",
        "Left out: file.csv, line 1006: it is no UTF-8 text",
        "Lines left out as bad: 5 of 1006.",
    ];
    assert_eq!(postcodes.notes, expect);
    let off_grid = "OX3 7LJ,10,454000,207000\nOX3 7LJ,10,0,0\n";
    let error = read(off_grid.as_bytes()).err().context("half is bad")?;
    assert!(
        error
            .to_string()
            .contains("line 2: its coordinates are not in the UK")
    );
    Ok(())
}

#[test]
fn a_folder_holds_one_product_and_what_comes_with_it() -> Result<()> {
    let mut reading = Reading::default();
    assert!(reading.read("ab.csv", &b"AB10 1AA,10,394000,806000\n"[..])?);
    assert!(!reading.read("headers.csv", &b"PC,PQ,EA,NO\n"[..])?);
    assert!(reading.read("ox.csv", &b"OX3 7LJ,10,454000,207000\nOX3 7LK,90,0,0\n"[..])?);
    let mixed = reading
        .read("onspd.csv", &b"pcds,lat,long,doterm\n"[..])
        .err();
    assert!(
        mixed
            .context("two products")?
            .to_string()
            .contains("onspd.csv")
    );
    let postcodes = reading.finish()?;
    assert_eq!(postcodes.count, 2);
    assert_eq!(
        postcodes.districts.keys().collect::<Vec<_>>(),
        ["AB10", "OX3"]
    );
    Ok(())
}

#[test]
fn a_folder_without_postcodes_and_a_missing_file_say_so() {
    let none = Postcodes::read(Path::new("src")).err();
    assert!(none.is_some_and(|error| format!("{error:#}").contains("unpack the whole download")));
    let missing = Postcodes::read(Path::new("missing.csv")).err();
    assert!(missing.is_some_and(|error| error.to_string().contains("missing.csv")));
    let other = Postcodes::read(Path::new("Cargo.toml")).err();
    assert!(other.is_some_and(|error| error.to_string().contains("Code-Point Open")));
}
