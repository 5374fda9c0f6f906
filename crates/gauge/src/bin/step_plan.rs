//! Everything up to this step, for counting its instructions.

fn main() {
    tandem_gauge::work::up_to(tandem_gauge::work::Step::Plan);
}
