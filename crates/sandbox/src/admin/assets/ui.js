// What the views of both admins are made of: elements, and calls to their own back end. Text
// becomes text nodes, never markup.
export const { side, store, rerender, auth } = document.body.dataset;

/** An element with attributes and children; what is null is left out. */
export function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

/** A field of a form with its label above it. */
export function field(words, input, hint) {
  return el('label', null, el('span', { class: 'words' }, words), input, hint ? el('span', { class: 'hint' }, hint) : null);
}

export function text(name, value, more) {
  return el('input', { name, value: value ?? '', autocomplete: 'off', dir: 'auto', ...more });
}

/** A list to choose one of `[value, words]` from. */
export function choice(name, chosen, options) {
  return el('select', { name }, options.map(([value, words]) =>
    el('option', { value, selected: String(value) === String(chosen) ? '' : null }, words)));
}

export function chip(words, kind) {
  return words ? el('bdi', { class: 'chip ' + (kind || '') }, words) : el('span', { class: 'muted' }, '–');
}

export function table(headings, lines, label) {
  const head = el('tr', null, headings.map(([words, kind]) => el('th', { scope: 'col', class: kind }, words)));
  return el('div', { class: 'sheet' }, el('table', { 'aria-label': label }, el('thead', null, head), el('tbody', null, lines)));
}

export function heading(words, ...beside) {
  return el('div', { class: 'heading' }, el('h1', { tabindex: '-1' }, words), beside);
}

export function day(seconds) {
  if (!seconds) return '–';
  const date = new Date(seconds * 1000);
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}

/** The secret that writes must carry: from the page itself, or from the cookie made for that. */
function secret() {
  const meta = document.querySelector('meta[name="csrf-token"]');
  if (meta) return meta.content;
  const cookie = document.cookie.split('; ').find((part) => part.split('=')[0].endsWith('_csrf'));
  return cookie ? cookie.slice(cookie.indexOf('=') + 1) : '';
}

// Some control panels hand their page a token of its own, which every call then carries. It lasts
// minutes, so it is asked for again in time.
const FRESH = 60_000;
let bearer = { at: -FRESH };
function token() {
  const now = performance.now();
  if (now - bearer.at >= FRESH) {
    const got = fetch('/page/token', { cache: 'no-store' }).then((answer) => (answer.ok ? answer.json() : {}));
    bearer = { at: now, token: got.then((body) => body.token ?? null) };
  }
  return bearer.token;
}

async function headers(more) {
  const own = auth === 'page-token' ? await token() : null;
  return own ? { authorization: 'Bearer ' + own, ...more } : { ...more };
}

function leave() {
  location.assign('/signin?return=' + encodeURIComponent(location.pathname + location.search + location.hash));
  return new Promise(() => {});
}

/** Reads `/page/…`. Whoever is signed out is led to the sign-in. */
export async function read(what, params) {
  const query = new URLSearchParams(params || {}).toString();
  const answer = await fetch('/page/' + what + (query ? '?' + query : ''), { cache: 'no-store', headers: await headers() });
  if (answer.status === 401) return leave();
  return answer.ok ? answer.json() : null;
}

/** Writes to `/page/…`: `{done}` or `{error}`, in words. */
export async function write(what, body) {
  const answer = await fetch('/page/' + what, {
    method: 'POST', cache: 'no-store', body: JSON.stringify(body),
    headers: await headers({ 'content-type': 'application/json', 'x-csrf-token': secret() }),
  });
  if (answer.status === 401) return leave();
  if (answer.status === 403) return { error: 'This page is out of date. Load it again and repeat.' };
  return answer.json();
}

/** What a token-carrying control panel asks its API for when it starts. */
export async function greet() {
  if (auth === 'page-token') await fetch('/api/v3/' + store + '/profile', { cache: 'no-store', headers: await headers() });
}

/** A form that says what came of it, and cannot be sent twice at once. */
export function form(attributes, words, send, ...fields) {
  const said = el('p', { class: 'said', role: 'status' });
  const button = el('button', { class: 'primary', type: 'submit' }, words);
  const node = el('form', attributes, fields, el('div', { class: 'row' }, button, said));
  node.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    const got = await send(Object.fromEntries(new FormData(node)));
    button.disabled = false;
    said.className = got.error ? 'said error' : 'said';
    said.setAttribute('role', got.error ? 'alert' : 'status');
    said.textContent = got.error || got.words || 'Saved.';
  });
  return node;
}
