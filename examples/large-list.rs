//! Writes a large invented list: `cargo run --example large-list -- 10000 > large.json`.

#[path = "../tests/fixtures/large.rs"]
mod large;

fn main() {
    let groups = std::env::args().nth(1).and_then(|text| text.parse().ok());
    print!("{}", large::large_list(groups.unwrap_or(10_000)));
}
