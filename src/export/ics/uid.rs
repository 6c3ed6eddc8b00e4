//! UIDs: the same for the same event whenever it is written, and for no other.

use super::line::basic;
use crate::plan::rota::RotaPlan;
use crate::team::Team;
use crate::time::Span;

/// The UID of a duty: the same for the same duty of the same rota, whoever holds it.
pub fn duty(team: &Team, plan: &RotaPlan, span: Span, tier: usize) -> String {
    let rota = fingerprint(&[&team.name, &plan.name]);
    format!("{}-{}-{rota:016x}@sunwise", basic(span.start), tier + 1)
}

/// FNV-1a of texts, with a byte between them that no text holds.
pub fn fingerprint(texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
