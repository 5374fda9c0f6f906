// The same job in plain JavaScript, as somebody writes it who knows the language and wants it quick:
// JSON.parse, Map, plain objects of one shape, no dependency. It keeps of each record what the job
// needs, in its canonical form. What it comes to is compared with Tandem's plan, number by number.
//
// It does less than Tandem where the people of this bench do not show it: no case beyond NFC in
// emails, no domains in other scripts, no extensions of telephone numbers, no addresses of two lines.

const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

// eslint-disable-next-line no-control-regex
const isPlain = text => /^[\x20-\x7e]*$/.test(text);
const squeezed = text => {
  if (!text) return '';
  const seen = isPlain(text) ? text : text.normalize('NFC').replace(UNSEEN, '');
  return seen.trim().replace(/\s+/g, ' ');
};
const email = text => squeezed(text).toLowerCase();
const phone = text => (text ? (text.trim().startsWith('+') ? '+' : '') + text.replace(/\D/g, '') : '');
const address = (street, city, postcode, state, country) => {
  const parts = [squeezed(street), squeezed(city), squeezed(postcode).replace(/ /g, '').toUpperCase(),
    squeezed(state), squeezed(country).toUpperCase()];
  return parts.some(part => part) ? parts.join('\n') : '';
};

// The group's number stands for its title: the same on both sides.
const ofPos = one => ({
  id: one.id,
  email: email(one.email),
  name: squeezed(`${one.first_name ?? ''} ${one.last_name ?? ''}`),
  company: squeezed(one.company_name),
  phone: phone(one.phone),
  address: address(one.postal_address_1, one.postal_city, one.postal_postcode, one.postal_state, one.postal_country_id),
  group: String(parseInt(one.customer_group_id.slice(24), 16)),
  consent: one.do_not_email ? 'denied' : 'unknown',
  hasOrdered: false,
  raw: { email: one.email, name: [one.first_name, one.last_name], company: one.company_name, phone: one.phone,
    address: [one.postal_address_1, one.postal_city, one.postal_postcode, one.postal_state, one.postal_country_id] },
  twin: null,
  standing: 'alone',
  outcome: null,
});

const ofEcom = one => {
  const person = one.billingPerson ?? {};
  return {
    id: one.id,
    email: email(one.email),
    name: squeezed(person.name),
    company: squeezed(person.companyName),
    phone: phone(person.phone),
    address: address(person.street, person.city, person.postalCode, person.stateOrProvinceCode, person.countryCode),
    group: String(one.customerGroupId),
    consent: one.acceptMarketing === true ? 'granted' : one.acceptMarketing === false ? 'denied' : 'unknown',
    hasOrdered: one.stats.numberOfOrders > 0,
    raw: { email: one.email, name: person.name, company: person.companyName, phone: person.phone,
      address: [person.street, person.city, person.postalCode, person.stateOrProvinceCode, person.countryCode] },
    twin: null,
    standing: 'alone',
    outcome: null,
  };
};

const TEXTS = ['email', 'name', 'company', 'phone', 'address'];

// What follows for a text: nothing, a copy to one side, or a question.
function text(agreed, pos, ecom) {
  if (pos === ecom) return null;
  if (agreed === undefined) {
    if (pos === '') return 'pos';
    return ecom === '' ? 'ecom' : 'ask';
  }
  if (ecom === agreed) return pos === '' ? 'ask' : 'ecom';
  if (pos === agreed) return ecom === '' ? 'ask' : 'pos';
  return 'ask';
}

function group(agreed, pos, ecom) {
  if (pos === ecom) return null;
  if (agreed === undefined) return 'ask';
  const [wasPos, wasEcom] = agreed;
  if (pos === wasPos && ecom === wasEcom) return null;
  if (pos !== wasPos && ecom !== wasEcom) return 'ask';
  return pos === wasPos ? 'pos' : 'ecom';
}

function consent(agreed, pos, ecom) {
  if ((pos === 'denied') === (ecom === 'denied')) return null;
  if (agreed === undefined) return 'ask';
  const [wasPos, wasEcom] = agreed;
  if (pos === wasPos && ecom === wasEcom) return null;
  if (pos !== wasPos && ecom !== wasEcom) return 'ask';
  if (pos !== wasPos) return pos === 'denied' ? 'ecom' : 'ask';
  return ecom === 'unknown' ? 'ask' : 'pos';
}

export class Peer {
  pos = [];
  ecom = [];
  agreed = new Map();

  read(side, body) {
    const page = JSON.parse(body);
    if (side === 'pos') for (const one of page.data) this.pos.push(ofPos(one));
    else for (const one of page.items) this.ecom.push(ofEcom(one));
  }

  identity() {
    const byEmail = new Map();
    for (const one of this.pos) {
      if (!EMAIL.test(one.email)) continue;
      const others = byEmail.get(one.email);
      if (others) others.push(one); else byEmail.set(one.email, [one]);
    }
    const byId = new Map(this.agreed.size > 0 ? this.pos.map(one => [one.id, one]) : []);
    const known = new Map();
    for (const [id, agreement] of this.agreed) known.set(agreement.ecom, id);
    let pairs = 0;
    for (const one of this.ecom) {
      const found = byId.get(known.get(one.id)) ?? null;
      const same = found ? [found] : byEmail.get(one.email) ?? [];
      if (same.length === 1) {
        one.twin = same[0];
        same[0].twin = one;
        one.standing = same[0].standing = 'paired';
        pairs += 1;
      } else if (same.length > 1) {
        one.standing = 'ambiguous';
        for (const each of same) each.standing = 'ambiguous';
      }
    }
    for (const same of byEmail.values()) {
      if (same.length > 1) for (const each of same) each.standing = 'ambiguous';
    }
    return pairs;
  }

  reconcile() {
    const counts = { customers: 0, in_step: 0, will_sync: 0, waits_for_order: 0, will_be_created: 0, add_by_hand: 0,
      needs_group: 0, needs_decision: 0, ambiguous: 0, no_email: 0 };
    const lonely = (one, otherwise) => {
      if (one.standing === 'ambiguous') return 'ambiguous';
      if (!EMAIL.test(one.email)) return 'no_email';
      return otherwise(one);
    };
    for (const one of this.pos) {
      counts.customers += 1;
      counts[one.twin ? this.pair(one, one.twin) : lonely(one, () => 'waits_for_order')] += 1;
    }
    for (const one of this.ecom) {
      if (one.twin) continue;
      counts.customers += 1;
      one.outcome = lonely(one, () => (one.hasOrdered ? 'will_be_created' : 'add_by_hand'));
      counts[one.outcome] += 1;
    }
    this.counts = counts;
  }

  pair(pos, ecom) {
    const agreed = this.agreed.get(pos.id);
    const copies = [];
    let asks = 0;
    let asksGroup = false;
    const note = (field, outcome) => {
      if (outcome === null) return;
      if (outcome !== 'ask') { copies.push(field, outcome); return; }
      asks += 1;
      if (field === 'group') asksGroup = true;
    };
    note('group', group(agreed?.group, pos.group, ecom.group));
    note('consent', consent(agreed?.consent, pos.consent, ecom.consent));
    for (const field of TEXTS) note(field, text(agreed?.[field], pos[field], ecom[field]));
    pos.outcome = copies.length + asks > 0 ? { copies, asks } : null;
    if (asksGroup) return 'needs_group';
    if (asks > 0) return 'needs_decision';
    return copies.length > 0 ? 'will_sync' : 'in_step';
  }

  plan() {
    const ops = [];
    let withheld = 0;
    for (const pos of this.pos) {
      if (!pos.outcome) continue;
      const { copies, asks } = pos.outcome;
      withheld += asks;
      for (const to of ['pos', 'ecom']) {
        const [source, target] = to === 'pos' ? [pos.twin, pos] : [pos, pos.twin];
        const edits = [];
        for (let at = 0; at < copies.length; at += 2) {
          if (copies[at + 1] !== to) continue;
          const field = copies[at];
          const value = one => (field === 'group' || field === 'consent' ? one[field] : one.raw[field]);
          edits.push({ field, expected: value(target), result: value(source) });
        }
        if (edits.length === 0) continue;
        const isMove = to === 'pos' && edits.length === 1 && edits[0].field === 'group';
        ops.push({ kind: isMove ? 'move' : 'update', on: to, id: target.id, twin: source.id, edits });
      }
    }
    for (const one of this.ecom) {
      if (one.outcome !== 'will_be_created') continue;
      const edits = TEXTS.filter(field => one[field] !== '').map(field => ({ field, result: one.raw[field] }));
      edits.push({ field: 'consent', result: one.consent === 'granted' ? 'unknown' : 'denied' });
      edits.push({ field: 'group', result: one.group });
      ops.push({ kind: 'create', on: 'pos', source: one.id, edits });
    }
    const order = { create: 0, update: 1, move: 2 };
    ops.sort((a, b) => order[a.kind] - order[b.kind] || (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)
      || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    this.ops = ops;
    const count = (kind, on) => ops.reduce((sum, op) => sum + (op.kind === kind && op.on === on), 0);
    return {
      ...this.counts,
      creates: count('create', 'pos') + count('create', 'ecom'),
      updates_in_pos: count('update', 'pos'),
      updates_online: count('update', 'ecom'),
      moves: count('move', 'pos'),
      edits: ops.reduce((sum, op) => sum + op.edits.length, 0),
      withheld,
    };
  }

  // Notes everything that is the same on both sides, and begins anew with the reading.
  agree() {
    for (const pos of this.pos) {
      const ecom = pos.twin;
      if (!ecom) continue;
      const agreement = { ecom: ecom.id, group: undefined, consent: undefined, email: undefined, name: undefined,
        company: undefined, phone: undefined, address: undefined };
      if (pos.group === ecom.group) agreement.group = [pos.group, ecom.group];
      if ((pos.consent === 'denied') === (ecom.consent === 'denied')) agreement.consent = [pos.consent, ecom.consent];
      for (const field of TEXTS) if (pos[field] === ecom[field]) agreement[field] = pos[field];
      this.agreed.set(pos.id, agreement);
    }
    this.pos = [];
    this.ecom = [];
    this.ops = null;
  }
}
