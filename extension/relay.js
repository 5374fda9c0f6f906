// Runs beside both admin pages: sends a call to the page's own store when the background asks, as
// the page itself would. It listens to nothing that a page can say, and keeps nothing.
(() => {
  const api = globalThis.browser ?? globalThis.chrome;
  if (globalThis.tandemRelay === api.runtime.id) return;
  globalThis.tandemRelay = api.runtime.id;

  const isSecret = name => /csrf|xsrf/i.test(name);
  const metas = () => [...document.querySelectorAll('meta[name]')].map(meta => [meta.name, meta.content]);
  const cookies = () => document.cookie.split('; ').map(pair => pair.split(/=(.*)/s));
  const decoded = text => { try { return decodeURIComponent(text); } catch { return text; } };

  // Names alone. What stands under them goes to the store, in the store's own page, and nowhere else.
  const look = () => {
    const names = pairs => pairs.map(([name]) => name).filter(isSecret).slice(0, 8);
    return { metas: names(metas()), cookies: names(cookies()) };
  };

  function secret({ place, name }) {
    const pairs = place === 'meta' ? metas() : cookies();
    const value = isSecret(name) ? pairs.find(([own]) => own === name)?.[1] : null;
    return value && place === 'cookie' ? decoded(value) : value;
  }

  // As far as any answer goes (`src/browser/body.rs`); of a longer one nothing is kept.
  const LONGEST = 64 * 1024 * 1024;
  async function text(answer) {
    if (!answer.body) return '';
    const [reader, decoder] = [answer.body.getReader(), new TextDecoder()];
    for (let [all, length] = ['', 0]; ;) {
      const { done, value } = await reader.read();
      if (done) return all + decoder.decode();
      length += value.length;
      if (length > LONGEST) return reader.cancel().then(() => '', () => '');
      all += decoder.decode(value, { stream: true });
    }
  }

  async function call({ method, url, body, secrets }) {
    const to = new URL(url);
    const isOwn = to.origin === location.origin && to.pathname.startsWith('/api/');
    if (!isOwn || !['GET', 'POST', 'PUT'].includes(method)) throw new Error('not this page\'s to send');
    const headers = new Headers({ accept: 'application/json' });
    if (body !== null) headers.set('content-type', 'application/json');
    for (const one of secrets) {
      const value = secret(one);
      if (value) headers.set(one.header, value);
    }
    const answer = await fetch(to, {
      method, headers, body: body ?? undefined, credentials: 'same-origin', cache: 'no-store',
    });
    return {
      status: answer.status, redirected: answer.redirected, elsewhere: new URL(answer.url).origin !== location.origin,
      headers: [...answer.headers], body: await text(answer),
    };
  }

  const answer = ask => (ask.ask === 'look' ? look() : call(ask.with));
  api.runtime.onMessage.addListener((message, sender, respond) => {
    // The background has no tab; whoever has one is not asked to be believed.
    if (sender.id !== api.runtime.id || sender.tab || typeof message !== 'string' || message[0] !== '{') return;
    (async () => answer(JSON.parse(message)))()
      .then(found => {
        // The browser takes no message that is much longer either: escaped, a text may be.
        try { respond(JSON.stringify(found)); } catch { respond(JSON.stringify({ ...found, body: '' })); }
      }, () => respond(null));
    return true;
  });
})();
