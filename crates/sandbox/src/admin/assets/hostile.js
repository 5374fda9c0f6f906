// An admin page that has turned against its guest, before the guest comes: it takes the language
// apart and keeps what falls out in `window.__taken`. Tests read that; nothing is sent anywhere.
'use strict';
(() => {
  const taken = { roots: [], internals: [], texts: [], messages: [], said: [], set: [] };
  Object.defineProperty(window, '__taken', { value: taken });

  // What is put where one of its own elements would be can be looked into, closed or not.
  const { attachInternals } = HTMLElement.prototype;
  customElements.define('tandem-panel', class extends HTMLElement {
    constructor() {
      super();
      taken.internals.push(attachInternals.call(this));
    }
  });

  const wrap = (owner, name, look) => {
    const real = owner[name];
    owner[name] = function (...given) {
      const back = Reflect.apply(real, this, given);
      look(this, given, back);
      return back;
    };
  };
  wrap(Element.prototype, 'attachShadow', (host, given, root) => taken.roots.push(root));
  const isOurs = (text) => typeof text === 'string' && /tandem|"call"|"page"|"outcome"/i.test(text);
  wrap(JSON, 'parse', (it, [text]) => { if (isOurs(text)) taken.texts.push(text.slice(0, 200)); });
  wrap(JSON, 'stringify', (it, given, text) => { if (isOurs(text)) taken.texts.push(text.slice(0, 200)); });
  const note = (it, [message]) => taken.said.push(String(message).slice(0, 200));
  wrap(window, 'postMessage', note);
  wrap(MessagePort.prototype, 'postMessage', note);
  wrap(EventTarget.prototype, 'addEventListener', (it, [type, heard]) => {
    if (isOurs(String(heard))) taken.texts.push(`${type}: ${heard}`.slice(0, 200));
  });
  wrap(Promise.prototype, 'then', () => {});
  wrap(Array.prototype, 'push', () => {});
  for (const name of ['page', 'outcome', 'isTrusted', 'tandemLoaded', 'tandemClose']) {
    Object.defineProperty(Object.prototype, name, {
      get: () => undefined, set: (value) => { taken.set.push([name, String(value)]); }, configurable: true,
    });
  }
  window.MutationObserver = class { observe() {} disconnect() {} takeRecords() { return []; } };
  window.chrome = { runtime: { id: 'taken', getURL: (path) => `/taken/${path}`, sendMessage: note.bind(null, null) } };
  addEventListener('message', ({ origin, data, source }) => {
    taken.messages.push({ origin, data: String(data).slice(0, 200), source: source === window ? 'page' : 'other' });
  }, true);
})();
