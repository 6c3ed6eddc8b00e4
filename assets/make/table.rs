//! Writes `assets/cities.table`, in which the program looks cities up, anew from their readable list `assets/cities.tsv.zst`.
#![expect(clippy::disallowed_methods, reason = "a tool of the developer reads and writes assets")]

use std::io::Read;
use std::path::Path;

use ruzstd::decoding::StreamingDecoder;
use sunwise::world::make_table;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let packed = std::fs::read(assets.join("cities.tsv.zst"))?;
    let mut list = String::new();
    StreamingDecoder::new(packed.as_slice())?.read_to_string(&mut list)?;
    let table = make_table(&list);
    std::fs::write(assets.join("cities.table"), &table)?;
    println!("cities.table: {} bytes", table.len());
    Ok(())
}
