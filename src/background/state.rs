//! What the background knows at one moment, and the view of it. Pure: no calls, no storage.

use tandem_core::{Fault, Side, Sides, journal::Run, plan};
use tandem_engine::{Reading, reading};

use super::{memory::Stores, stores::Store};
use crate::protocol::view::{
    Connection, CopyView, GroupsView, ItemView, Phase, PlannedTitle, RunView, RungView, StoreView,
    StoresView, View,
};
use crate::protocol::{automatic::AutomaticView, customers::CustomersView};

/// What is known.
#[derive(Debug, Default)]
pub(super) struct State {
    /// Grows with every published view.
    pub revision: u64,
    /// The stores.
    pub stores: Stores,
    /// The stores' own names, once asked.
    pub names: Sides<Option<String>>,
    /// How each store is reached.
    pub connections: Sides<Connection>,
    /// Every way to each store.
    pub rungs: Sides<Vec<RungView>>,
    /// The groups, as last read.
    pub groups: Groups,
    /// The run, and where it stands.
    pub run: Option<(Run, Phase)>,
    /// The customers, as they were last told of.
    pub customers: CustomersView,
    /// What happens without being asked for.
    pub automatic: AutomaticView,
}

/// The groups of both sides, as last read.
#[derive(Debug, Default)]
pub(super) enum Groups {
    /// Nothing was read.
    #[default]
    NotRead,
    /// They are being read for the first time.
    Reading,
    /// At least one side could not be read.
    Unreadable(Sides<Option<Fault>>),
    /// Both sides.
    Ready(Box<Sides<Reading>>),
}

impl State {
    /// Everything there is to show.
    #[must_use]
    pub(super) fn view(&self) -> View {
        View {
            revision: self.revision,
            stores: Sides::from_fn(|side| self.stores_view(side)),
            pinned: self.stores.pair.is_some(),
            addresses: self.stores.addresses.clone(),
            connections: self.connections.clone(),
            rungs: self.rungs.clone(),
            groups: self.groups.view(),
            run: self.run.as_ref().map(|(run, phase)| run_view(run, phase)),
            customers: self.customers.clone(),
            automatic: self.automatic.clone(),
        }
    }

    /// Whether writes are being sent or read back at this moment.
    #[must_use]
    pub(super) const fn is_running(&self) -> bool {
        matches!(&self.run, Some((_, Phase::Running | Phase::Checking)))
    }

    fn stores_view(&self, side: Side) -> StoresView {
        let view = |store: &Store, name| StoreView {
            key: store.key.clone(),
            host: store.host(),
            name,
        };
        StoresView {
            chosen: self
                .stores
                .chosen(side)
                .map(|store| view(store, self.names.get(side).clone())),
            seen: self
                .stores
                .seen
                .get(side)
                .iter()
                .map(|store| view(store, None))
                .collect(),
        }
    }
}

impl Groups {
    fn view(&self) -> GroupsView {
        match self {
            Self::NotRead => GroupsView::NotRead,
            Self::Reading => GroupsView::Reading,
            Self::Unreadable(faults) => GroupsView::Unreadable {
                faults: faults.clone(),
            },
            Self::Ready(readings) => ready(readings),
        }
    }
}

fn ready(readings: &Sides<Reading>) -> GroupsView {
    let board = reading::board(readings);
    let copy = Sides::from_fn(|to| {
        let plan = plan::copy_titles(&board, to);
        CopyView {
            titles: plan.ops.into_iter().filter_map(PlannedTitle::of).collect(),
            withheld: plan.withheld,
        }
    });
    let unreadable = Sides::from_fn(|side| readings.get(side).unreadable());
    GroupsView::Ready {
        board,
        copy,
        unreadable,
    }
}

fn run_view(run: &Run, phase: &Phase) -> RunView {
    let items = run.ops.iter().zip(&run.ends);
    RunView {
        to: run.to,
        phase: phase.clone(),
        items: items
            .map(|(op, end)| ItemView {
                op: op.clone(),
                end: end.clone(),
            })
            .collect(),
    }
}
