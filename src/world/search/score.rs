//! How well what was found fits.

/// How well a city fits: more is better. The population counts as its binary logarithm, so that a worse match wins
/// only where the city is many times larger: `tok` is rather Tokyo than a town of that name.
pub(super) type Score = f32;

/// The binary logarithm of the population; that of a small town for a station, so that its name finds it first.
pub(super) fn weight(population: u32) -> Score {
    (population.max(15_000) as Score).log2()
}
