// The customers of either admin: the list with its search and pages, and one of them to be edited.
import { side, chip, choice, day, el, field, form, heading, read, table, text, write } from './ui.js';

const PAGE = 50;
const POS = side === 'pos';

/** The address of a view: paths in POS, fragments in eCom. */
export const to = {
  list: (query, offset) => {
    const params = new URLSearchParams();
    if (query) params.set('q', query);
    if (offset) params.set('offset', offset);
    const tail = params.size ? '?' + params : '';
    return (POS ? '/customers' : '#customers') + tail;
  },
  one: (id) => (POS ? '/customers/' : '#customer:id=') + encodeURIComponent(id),
  fresh: () => (POS ? '/customers/new' : '#customer:mode=new'),
};

export async function customers(go, params) {
  const query = params.get('q') || '';
  const offset = Number(params.get('offset')) || 0;
  const page = await read('customers', { q: query, offset, limit: PAGE });
  const search = el('form', { class: 'search', role: 'search' },
    el('input', { type: 'search', name: 'q', value: query, placeholder: POS ? 'Name, email, phone or code' : 'Name, email or phone', 'aria-label': 'Search customers', autocomplete: 'off' }),
    el('button', { type: 'submit' }, 'Search'));
  search.addEventListener('submit', (event) => {
    event.preventDefault();
    go(to.list(new FormData(search).get('q').trim(), 0));
  });
  const headings = [['Name'], ['Email'], ['Group'], ['Marketing'], POS ? ['Year to date', 'number'] : ['Orders', 'number'], [POS ? 'Changed' : 'Registered', 'number']];
  return [
    heading('Customers', el('span', { class: 'count' }, page.total.toLocaleString('en')),
      el('a', { class: 'button primary', href: to.fresh(), 'data-go': '' }, 'Add customer')),
    search,
    page.rows.length ? table(headings, page.rows.map(line), 'Customers')
      : el('p', { class: 'empty' }, query ? 'Nobody fits “' + query + '”.' : 'There are no customers yet.'),
    pages(page, query, offset),
  ];
}

function line(person) {
  return el('tr', null,
    el('td', { class: 'person' }, el('a', { href: to.one(person.id), 'data-go': '', dir: 'auto' }, person.name || 'No name'),
      person.company ? el('span', { class: 'under', dir: 'auto' }, person.company) : null),
    el('td', { class: 'mail', dir: 'auto' }, person.email || el('span', { class: 'muted' }, 'No email')),
    el('td', null, chip(person.group)), el('td', null, marketing(person.marketing)),
    el('td', { class: 'number' }, person.spent), el('td', { class: 'number muted' }, day(person.at)));
}

function marketing(state) {
  if (state === 'unknown') return chip(POS ? 'Not opted out' : 'Never asked', 'plain');
  return state === 'yes' ? chip('Accepts', 'good') : chip(POS ? 'Do not email' : 'Declines', 'bad');
}

function pages(page, query, offset) {
  if (page.total <= PAGE && !offset) return null;
  const link = (words, at, there) => (there
    ? el('a', { class: 'button', href: to.list(query, at), 'data-go': '' }, words)
    : el('span', { class: 'button off', 'aria-disabled': 'true' }, words));
  const last = offset + page.rows.length;
  const number = (n) => n.toLocaleString('en');
  return el('nav', { class: 'pages', 'aria-label': 'Pages' },
    el('span', { class: 'muted' }, page.rows.length ? number(offset + 1) + '–' + number(last) + ' of ' + number(page.total) : ''),
    link('Previous', Math.max(0, offset - PAGE), offset > 0), link('Next', offset + PAGE, last < page.total));
}

/** One customer, or a new one where there is no id. */
export async function customer(go, id) {
  const [person, groups] = await Promise.all([id ? read('customer', { id }) : {}, read('groups')]);
  const back = el('a', { class: 'back', href: to.list('', 0), 'data-go': '' }, '← Customers');
  if (!person) return [back, heading('There is no such customer')];
  // Only what somebody changed is sent; a form shows some texts otherwise than the store has them.
  let before = {};
  const send = async (body) => {
    const changed = Object.fromEntries(Object.entries(body).filter(([name, value]) => !id || before[name] !== value));
    if (!Object.keys(changed).length) return { words: 'Nothing was changed.' };
    const got = await write('customers', { ...changed, ...(id ? { id } : {}) });
    if (got.error) return got;
    if (!id) await go(to.one(got.id));
    before = body;
    return { words: 'Saved.' };
  };
  const fields = form({ class: 'fields' }, id ? 'Save' : 'Add customer', send, ...inputs(person, groups));
  before = Object.fromEntries(new FormData(fields));
  return [back, heading(id ? person.name || 'No name' : 'New customer'),
    el('div', { class: 'columns' }, fields, id ? facts(person) : null)];
}

function inputs(person, groups) {
  const titles = groups.map((group) => [group.id, group.title]);
  const names = POS
    ? [field('First name', text('first_name', person.first_name)), field('Last name', text('last_name', person.last_name))]
    : [field('Name', text('name', person.name))];
  const asked = POS
    ? [['false', 'May be emailed'], ['true', 'Do not email (opted out)']]
    : [...(typeof person.accept_marketing === 'boolean' ? [] : [['', 'Never asked']]), ['true', 'Accepts'], ['false', 'Declines']];
  return [
    el('div', { class: 'pair' }, names),
    field('Company', text('company', person.company)),
    field('Email', text('email', person.email, POS ? { inputmode: 'email' } : { inputmode: 'email', required: '' }),
      POS ? null : 'The shopper signs in with it.'),
    field('Phone', text('phone', person.phone, { inputmode: 'tel' })),
    el('div', { class: 'pair' },
      field('Group', choice('group', person.group_id, titles)),
      field('Marketing by email', POS
        ? choice('do_not_email', person.do_not_email ?? false, asked)
        : choice('accept_marketing', person.accept_marketing ?? '', asked))),
  ];
}

function facts(person) {
  const pairs = person.facts.map(([words, value, kind]) => [el('dt', null, words), el('dd', null, kind === 'day' ? day(value) : String(value ?? '–'))]);
  return el('aside', { class: 'facts', 'aria-label': 'More about this customer' }, el('dl', null, pairs));
}
