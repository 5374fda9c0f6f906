// The first visible element of a role and accessible name, or null. Arguments: role, name.
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
const ofRole = element => (element.getAttribute('role') ?? role) === role;
const css = [NATIVE[role], `[role="${role}"]`].filter(Boolean).join(',');
return [...document.querySelectorAll(css)].find(element =>
  ofRole(element) && element.checkVisibility() && flat(named(element)) === flat(name)) ?? null;
