//! Benchmarks: `cargo bench`. Ratios between them are what counts; seconds depend on the machine.

#[cfg(feature = "window")]
mod feel;
mod hire;
#[cfg(feature = "window")]
mod map;
mod meet;
mod overlap;
mod rota;
mod world;

fn main() {
    #[cfg(feature = "window")]
    if std::env::args().any(|argument| argument == "feel") {
        feel::run();
        return;
    }
    if std::env::args().any(|argument| argument == "ratios") {
        overlap::ratios();
        hire::ratios();
        meet::ratios();
        #[cfg(feature = "window")]
        map::ratios();
        rota::ratios();
        return;
    }
    divan::main();
}
