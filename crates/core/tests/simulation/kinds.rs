//! The kinds of schedules: who is there, and what goes wrong.

/// What there is in a schedule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    pub tandems: usize,
    pub has_acts: bool,
    pub has_people: bool,
    pub has_vendor: bool,
    pub has_faults: bool,
    pub has_kills: bool,
    pub has_half_lists: bool,
    pub has_opponents: bool,
}

const QUIET: Kind = Kind {
    tandems: 1,
    has_acts: false,
    has_people: false,
    has_vendor: false,
    has_faults: false,
    has_kills: false,
    has_half_lists: false,
    has_opponents: false,
};

/// The kinds of schedules, in turn.
pub(crate) const KINDS: [Kind; 8] = [
    Kind {
        has_kills: true,
        ..QUIET
    },
    Kind {
        has_acts: true,
        has_people: true,
        ..QUIET
    },
    Kind {
        has_acts: true,
        has_people: true,
        has_faults: true,
        has_kills: true,
        ..QUIET
    },
    Kind {
        tandems: 2,
        has_acts: true,
        has_people: true,
        ..QUIET
    },
    Kind {
        tandems: 2,
        has_acts: true,
        has_people: true,
        has_faults: true,
        has_kills: true,
        ..QUIET
    },
    Kind {
        has_acts: true,
        has_people: true,
        has_vendor: true,
        ..QUIET
    },
    Kind {
        has_people: true,
        has_opponents: true,
        ..QUIET
    },
    Kind {
        tandems: 2,
        has_acts: true,
        has_people: true,
        has_vendor: true,
        has_faults: true,
        has_kills: true,
        has_half_lists: true,
        has_opponents: false,
    },
];
