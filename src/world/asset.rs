//! The embedded files.

/// Unpacks a zstd file.
#[cfg(test)]
pub(super) fn unpack(packed: &[u8]) -> String {
    use std::io::Read;

    let mut text = String::new();
    ruzstd::decoding::StreamingDecoder::new(packed)
        .expect("an embedded asset is zstd")
        .read_to_string(&mut text)
        .expect("an embedded asset is text");
    text
}

/// The lines of an asset below its header.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#'))
}
