// The first visible element of a role and accessible name, or null. Arguments: role, name, in which
// `#` stands for any number.
const [role, name] = arguments;
const flat = text => (text ?? '').replace(/\s+/g, ' ').trim();
const NATIVE = {
  button: 'button,summary', link: 'a[href]', checkbox: 'input[type=checkbox]', radio: 'input[type=radio]',
  heading: 'h1,h2,h3,h4', table: 'table', region: 'section[aria-label]', textbox: 'input[type=text],input[type=email],textarea',
  group: 'fieldset,details', progressbar: 'progress',
};
const named = element => {
  const label = element.getAttribute('aria-label');
  if (label) return label;
  if (element.labels?.length) return [...element.labels].map(l => l.textContent).join(' ');
  return element.matches('button,summary,a,h1,h2,h3,h4,[role=tab],legend') ? element.textContent : '';
};
const escaped = flat(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/#/g, '[\\d.,\\u00a0\\u202f]+');
const wanted = new RegExp(`^${escaped}$`, 'u');
const ofRole = element => (element.getAttribute('role') ?? role) === role;
const css = [NATIVE[role], `[role="${role}"]`].filter(Boolean).join(',');
return [...document.querySelectorAll(css)].find(element =>
  ofRole(element) && element.checkVisibility() && wanted.test(flat(named(element)))) ?? null;
