// Runs beside both admin pages: shows the launcher and the panel, and nothing else. It holds no
// customer data, takes no decision and believes nothing that the page says.
(() => {
  const api = globalThis.browser ?? globalThis.chrome;
  if (globalThis.tandemLoaded === api.runtime.id) return;
  globalThis.tandemLoaded = api.runtime.id;
  const ID = 'tandem-panel';
  // What an older version left behind is dead: its frame can reach no background.
  for (const old of document.querySelectorAll(`#${ID}`)) old.remove();

  const make = (tag, css, props = {}) => {
    const element = Object.assign(document.createElement(tag), props);
    element.style.cssText = css;
    return element;
  };
  const LAYER = 'all:initial;position:fixed;z-index:2147483647;';
  // Neither takes part in the page's layout: fixed, of no size, in a tree of its own. No element of
  // a name of our own: the page could define that, and its internals show a closed tree.
  const host = make('div', `${LAYER}inset:0 auto auto 0;width:0;height:0;`, { id: ID });
  const root = host.attachShadow({ mode: 'closed' });
  const launcher = make('button', `${LAYER}right:0;bottom:96px;width:44px;height:44px;border-radius:12px 0 0 12px;`
    + 'background:#1d4f45;cursor:pointer;box-shadow:0 1px 6px #0006;display:block;outline-offset:2px;'
    + 'padding:8px;box-sizing:border-box;',
    { type: 'button', ariaLabel: api.i18n.getMessage('action'), title: 'Tandem' });
  launcher.append(logo());
  let frame = null;
  root.append(launcher);

  // Drawn node by node: the page's own rules may forbid images and markup from elsewhere.
  function logo() {
    const draw = (tag, attributes) => Object.entries(attributes).reduce((element, [name, value]) => {
      element.setAttribute(name, value);
      return element;
    }, document.createElementNS('http://www.w3.org/2000/svg', tag));
    const svg = draw('svg', { viewBox: '0 0 28 28', width: '28', height: '28', fill: 'none',
      stroke: '#fff', 'stroke-width': '2.6', 'aria-hidden': 'true' });
    svg.append(draw('circle', { cx: '8', cy: '18', r: '5.6' }), draw('circle', { cx: '20', cy: '18', r: '5.6' }),
      draw('path', { d: 'M8 18 12.5 8h6L20 18M10.4 13h8.8' }));
    return svg;
  }

  // The panel asks to be put away through a port that only it is lent. A message to the page's window
  // would tell the page our address, and hand it the panel's window.
  const lend = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => show(false);
    frame.contentWindow?.postMessage('tandem:port', '*', [port2]);
  };
  const isOpen = () => frame !== null && !frame.hidden;
  const show = open => {
    if (open && !frame) {
      // Which language the page says it is in: all that the panel learns of it.
      const hint = `#lang=${encodeURIComponent(document.documentElement.lang)}`;
      frame = make('iframe', `${LAYER}inset:8px 8px 8px auto;width:min(396px,calc(100vw - 16px));`
        + 'height:calc(100vh - 16px);border-radius:14px;box-shadow:0 8px 40px #0005;background:transparent;'
        + 'color-scheme:light dark;', { src: api.runtime.getURL('panel.html') + hint, title: 'Tandem' });
      frame.addEventListener('load', lend);
      root.append(frame);
    }
    if (frame) { frame.hidden = !open; frame.style.display = open ? 'block' : 'none'; }
    launcher.style.display = open ? 'none' : 'block';
    (open ? frame : launcher).focus();
  };
  launcher.addEventListener('click', event => { if (event.isTrusted) { place(); show(true); } });
  api.runtime.onMessage.addListener((message, sender, respond) => {
    if (message === 'tandem:toggle') { show(!isOpen()); respond(true); }
  });

  // A page that redraws itself may drop what it does not know.
  const place = () => { if (!host.isConnected) document.documentElement.append(host); };
  new MutationObserver(() => { if (api.runtime?.id) place(); }).observe(document.documentElement, { childList: true });
  place();
  api.runtime.sendMessage(JSON.stringify({ page: 'hello' })).catch(() => {});
})();
