//! What is drawn.
use super::fixtures::*;
use crate::{panel::state::*, protocol::view::*};
use tandem_core::*;

#[test]
fn dump() {
    use std::fs;
    let put = |name: &str, html: String| {
        let page = format!("<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><link rel=stylesheet href=/work/main/static/css/panel.css><div id=app>{html}</div></html>");
        fs::create_dir_all("/tmp/look").unwrap();
        fs::write(format!("/tmp/look/{name}.html"), page).unwrap();
    };
    put("groups", draw_view(everything()));
    let tab = |view: View| after(showing(view), [Action::Show(Tab::Overview)]);
    put("overview", draw(tab(everything()), true));
    let mut out = connected();
    out.connections = Sides { pos: trouble(FaultKind::SignedOut), ecom: trouble(FaultKind::PlanLacks) };
    put("signedout", draw_view(out.clone()));
    out.connections.pos = Connection::Checking;
    out.connections.ecom = trouble(FaultKind::NoHostAccess);
    put("access", draw_view(out));
    let mut two = unpinned();
    two.stores.pos.seen.push(store("harbourcafe2", "harbourcafe2.retail.lightspeed.app", None));
    two.stores.ecom.seen.clear();
    put("choose", draw_view(two));
    let mut running: Vec<_> = (0..17).map(|_| applied()).collect();
    running.extend((0..21).map(|_| None));
    put("running", draw_view(run(Phase::Running, running)));
    put("finished", draw_view(run(Phase::Finished, every_end())));
    put("done", draw_view(run(Phase::Finished, vec![applied(), applied()])));
    put("paused", draw_view(run(Phase::Paused { fault: Fault::of(FaultKind::SignedOut) }, every_end())));
    put("nothing", draw_view(compared(&["VIP"], &["VIP"])));
    put("a2", draw_view(compared(&["VIP", "Staff"], &[])));
    put("problem", draw(after(State::default(), [Action::Struck(Problem::NoAnswer)]), true));
    put("bones", draw(State::default(), true));
}
