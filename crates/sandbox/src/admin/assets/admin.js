// The script of both admins: which view an address shows, and moving between views without
// loading the page again.
import { el, greet, heading, rerender, side } from './ui.js';
import { groups } from './groups.js';
import { customer, customers } from './customers.js';

const app = document.getElementById('app');
const view = document.getElementById('view');
const own = new Set([document.head, document.body]);
let drawing = 0;

const GOODS = ['Atlas', 'Notebook', 'Gift card', 'Poster', 'Tea towel', 'Bookmark'];
const sell = async () => [heading('Sell'), el('div', { class: 'tiles' }, GOODS.map((name) => el('div', { class: 'tile' }, name)))];
const orders = async () => [heading('Orders'), el('p', { class: 'empty' }, 'There are no open orders.')];
const listens = async () => [heading('This page listens to every key'),
  el('label', null, 'A field', el('input', { id: 'field' })), el('button', { type: 'button', id: 'button' }, 'A button')];

/** The view's name and what draws it, by the address. */
function route() {
  if (side === 'pos') {
    const [, first, second] = location.pathname.split('/');
    if (first === 'customers' && second) return ['customers', () => customer(go, second === 'new' ? null : decodeURIComponent(second))];
    const known = { customer_groups: ['groups', () => groups(draw)], sell: ['sell', sell], listens: ['listens', listens] };
    return known[first] || ['customers', () => customers(go, new URLSearchParams(location.search))];
  }
  const [name, rest] = location.hash.slice(1).split(/[:?](.*)/s);
  const params = new URLSearchParams(rest || '');
  if (name === 'customer') return ['customers', () => customer(go, params.get('id'))];
  const known = { 'customer-groups': ['groups', () => groups(draw)], orders: ['orders', orders] };
  return known[name] || ['customers', () => customers(go, params)];
}

// What some frameworks do when they draw anew: whatever they did not make is gone.
function wipe() {
  if (rerender !== 'hostile') return;
  for (const node of [...document.documentElement.children]) if (!own.has(node)) node.remove();
  for (const node of [...document.body.children]) if (node !== app) node.remove();
}

async function draw() {
  const mine = ++drawing;
  const [name, parts] = route();
  wipe();
  for (const link of document.querySelectorAll('nav.side a')) {
    if (link.dataset.view === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const drawn = await parts();
  if (mine !== drawing) return;
  wipe();
  view.replaceChildren(...drawn.filter(Boolean));
  document.documentElement.dataset.route = name;
}

/** Goes to another view, as a click does, and leaves the focus on its heading. */
async function go(address) {
  if (side === 'pos') history.pushState(null, '', address);
  else history.pushState(null, '', location.pathname + address);
  await draw();
  scrollTo(0, 0);
  view.querySelector('h1')?.focus();
}

addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('nav.side a, a[data-go]') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});
addEventListener('popstate', draw);
if (side === 'ecom') addEventListener('hashchange', draw);
greet();
draw();
