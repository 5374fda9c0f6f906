// The script of both admins: routes, tables and forms. Text becomes text nodes, never markup.
'use strict';
(() => {
  const { side, rerender } = document.body.dataset;
  const app = document.getElementById('app');
  const view = document.getElementById('view');
  const own = new Set([document.head, document.body]);
  let drawing = 0;

  const ROUTES = side === 'pos'
    ? { '/sell': 'sell', '/customers': 'customers', '/customer_groups': 'groups', '/listens': 'listens' }
    : { '#orders': 'orders', '#customers': 'customers', '#customer-groups': 'groups' };

  function el(name, attributes, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
  }

  function route() {
    return side === 'pos' ? ROUTES[location.pathname] : ROUTES[location.hash] || 'customers';
  }

  function secret() {
    const cookie = document.cookie.split('; ').find((part) => part.split('=')[0].endsWith('_csrf'));
    return cookie ? cookie.slice(cookie.indexOf('=') + 1) : '';
  }

  async function rows(what) {
    const answer = await fetch('/page/' + what, { cache: 'no-store' });
    if (answer.status === 401) {
      location.assign('/signin?return=' + encodeURIComponent(location.pathname + location.hash));
      return [];
    }
    return answer.json();
  }

  function table(headings, lines) {
    const head = el('tr', null, ...headings.map((words) => el('th', { scope: 'col' }, words)));
    const body = lines.map((cells) => el('tr', null, ...cells));
    return el('table', null, el('thead', null, head), el('tbody', null, ...body));
  }

  function form(words, ...fields) {
    return el('form', { class: 'line', method: 'post', action: '/page/groups' },
      el('input', { type: 'hidden', name: 'csrf', value: secret() }), ...fields,
      el('button', { class: 'primary', type: 'submit' }, words));
  }

  async function groups() {
    const list = await rows('groups');
    const refused = new URLSearchParams(location.search).has('refused');
    const line = (group) => [el('td', { class: 'title' }, group.title), el('td', { class: 'muted' }, group.code),
      el('td', { class: 'number' }, String(group.members))];
    const options = list.filter((group) => !group.default)
      .map((group) => el('option', { value: group.id }, group.title));
    return [
      el('h1', null, 'Customer groups'),
      refused ? el('p', { class: 'error', role: 'alert' }, 'The title was not taken.') : null,
      form('Add group', el('label', null, 'New group', el('input', { name: 'title', required: '' }))),
      table(['Title', side === 'pos' ? 'Code' : 'Id', 'Customers'], list.map(line)),
      el('h2', null, 'Rename a group'),
      form('Rename', el('label', null, 'Group', el('select', { name: 'id' }, ...options)),
        el('label', null, 'New title', el('input', { name: 'title', required: '' }))),
    ];
  }

  async function customers() {
    const list = await rows('customers');
    const line = (person) => [el('td', null, person.name || 'No name'), el('td', null, person.email || ''),
      el('td', { class: 'title' }, person.group || ''), el('td', { class: 'muted' }, person.code)];
    const none = list.length ? null : el('p', { class: 'muted' }, 'There are no customers yet.');
    return [el('h1', null, 'Customers'), none,
      table(['Name', 'Email', 'Group', side === 'pos' ? 'Code' : 'Orders'], list.map(line))];
  }

  const VIEWS = {
    groups,
    customers,
    sell: async () => [el('h1', null, 'Sell'), el('div', { class: 'tiles' },
      ...['Atlas', 'Notebook', 'Gift card', 'Poster', 'Tea towel', 'Bookmark'].map((name) => el('div', { class: 'tile' }, name)))],
    orders: async () => [el('h1', null, 'Orders'), el('p', { class: 'muted' }, 'There are no open orders.')],
    listens: async () => [el('h1', null, 'This page listens to every key'),
      el('label', null, 'A field', el('input', { id: 'field' })), el('button', { type: 'button', id: 'button' }, 'A button')],
  };

  // What some frameworks do when they draw anew: whatever they did not make is gone.
  function wipe() {
    if (rerender !== 'hostile') return;
    for (const node of [...document.documentElement.children]) if (!own.has(node)) node.remove();
    for (const node of [...document.body.children]) if (node !== app) node.remove();
  }

  async function draw() {
    const mine = ++drawing;
    const name = route() || 'customers';
    wipe();
    for (const link of document.querySelectorAll('nav.side a')) {
      if (link.dataset.view === name) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    const parts = await VIEWS[name]();
    if (mine !== drawing) return;
    wipe();
    view.replaceChildren(...parts.filter(Boolean));
    document.documentElement.dataset.route = name;
  }

  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('nav.side a') : null;
    if (!link || side !== 'pos' || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    history.pushState(null, '', link.getAttribute('href'));
    draw();
  });
  addEventListener('popstate', draw);
  if (side === 'ecom') addEventListener('hashchange', draw);
  draw();
})();
