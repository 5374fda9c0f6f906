// The groups of either admin: the list, a new one, another title.
import { side, el, field, form, heading, read, table, text, write } from './ui.js';

export async function groups(go) {
  const list = await read('groups');
  const again = (words) => async (body) => {
    const got = await write('groups', body);
    if (got.error) return got;
    await go();
    const bar = document.querySelector('#view form.bar');
    bar?.querySelector('input').focus();
    bar?.querySelector('.said').replaceChildren(words);
    return { words };
  };
  const add = form({ class: 'bar' }, 'Add group', again('Added.'),
    field('New group', text('title', '', { required: '', maxlength: 255 })));
  return [
    heading('Customer groups', el('span', { class: 'count' }, String(list.length))),
    el('p', { class: 'muted' }, side === 'pos'
      ? 'A customer is in one group. Promotions can be limited to groups.'
      : 'A customer is in one group. Shoppers see the title of theirs in their account.'),
    add,
    table([['Title'], [side === 'pos' ? 'Code' : 'Id'], ['Customers', 'number'], ['', 'action']],
      list.map((group) => line(group, again)), 'Customer groups'),
  ];
}

function line(group, again) {
  const name = el('td', { class: 'title', dir: 'auto' }, group.title);
  const rename = el('button', { type: 'button', class: 'small', 'aria-label': 'Rename ' + group.title }, 'Rename');
  rename.addEventListener('click', () => {
    const title = text('title', group.title, { required: '', maxlength: 255, 'aria-label': 'New title of ' + group.title });
    const send = again('Renamed.');
    const edit = form({ class: 'inline' }, 'Save', (body) => send({ id: group.id, title: body.title }), title);
    edit.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      name.replaceChildren(group.title);
      rename.hidden = false;
      rename.focus();
    });
    rename.hidden = true;
    name.replaceChildren(edit);
    title.focus();
    title.select();
  });
  return el('tr', null, name, el('td', { class: 'muted code' }, group.code), el('td', { class: 'number' }, group.members.toLocaleString('en')),
    el('td', { class: 'action' }, group.default ? el('span', { class: 'muted' }, 'Default') : rename));
}
