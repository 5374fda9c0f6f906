// The panel's shell: starts its wasm. The page's own skeleton is drawn before this is even loaded.
import init, * as wasm from './wasm/panel.js';

// Shows what the panel itself cannot say. The words are the panel's, on its outermost element.
function tell(id, name) {
  const note = Object.assign(document.createElement('section'), { id, className: 'shell-note', role: 'alert' });
  note.append(document.querySelector('.sheet').dataset[name]);
  document.body.append(note);
  return note;
}

// A panic leaves a picture that nothing moves: that is said, and what is left is to begin again.
function broken() {
  if (document.getElementById('broken')) return;
  const again = Object.assign(document.createElement('button'), { className: 'quiet', onclick: () => location.reload() });
  again.append(document.querySelector('.sheet').dataset.reload);
  tell('broken', 'broken').append(again);
  for (const part of document.querySelector('main').children) part.inert = true;
}
addEventListener('error', ({ error }) => { if (error) broken(); });
addEventListener('unhandledrejection', ({ reason }) => { if (reason instanceof WebAssembly.RuntimeError) broken(); });

// The content script that shows this page lends it a port; all that it can say is "put me away".
addEventListener('message', ({ source, ports: [port] }) => {
  if (source === parent && port) globalThis.tandemClose = () => port.postMessage('close');
});

// A page that covers the panel, or makes it transparent, may want a click that is meant for something
// else. Chromium tells, and such a click writes nothing there. Firefox does not tell.
if (parent !== self && 'isVisible' in IntersectionObserverEntry.prototype) {
  let note = null;
  new IntersectionObserver(seen => {
    const { isIntersecting, isVisible } = seen.at(-1);
    note?.remove();
    note = isIntersecting && !isVisible ? tell('covered', 'covered') : null;
  }, { trackVisibility: true, delay: 100, threshold: [0, 0.25, 0.5, 0.75, 1] }).observe(document.body);
  addEventListener('click', event => {
    if (!note || !event.target.closest('.primary, .secondary')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
}

// A key that is pressed while nothing has the focus is the panel's all the same.
addEventListener('keydown', ({ target, key }) => {
  if (target === document.body) document.querySelector('.sheet')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
});

await init({ module_or_path: new URL('./wasm/panel_bg.wasm', import.meta.url) });
// From here on it listens to the person: `cargo xtask bench` asks when that was.
performance.mark('tandem:mounted');

// For whoever looks into this page from the browser's own tools, and for tests.
globalThis.tandemMemory = wasm.memory_bytes;
globalThis.tandemBreakDown = wasm.break_down;
