//! Benchmarks: `cargo bench`. Ratios between them are what counts; seconds depend on the machine.

mod world;

fn main() {
    divan::main();
}
