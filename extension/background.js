// The background's shell: registers every listener at once, as both browsers demand, and awaits
// the wasm inside them. It decides nothing; what may be asked and by whom is decided in the wasm.
import init, * as wasm from './wasm/background.js';

const api = globalThis.browser ?? globalThis.chrome;
const PANEL = 'tab.html';

// Where the wasm cannot be loaded nothing works, and every question is answered with that.
let ready = init({ module_or_path: api.runtime.getURL('wasm/background_bg.wasm') }).then(() => wasm.start());

// For whoever looks into this context from the browser's own tools. No page can call it.
globalThis.tandemMemory = () => wasm.memory_bytes();

// A panic leaves its promise pending for ever: whoever waits is answered, the lock that the dead
// instance held is freed, and a new instance starts from what was stored.
const waiting = new Set();
const ports = new Set();
self.addEventListener('error', () => {
  for (const reply of waiting) reply(null);
  waiting.clear();
  globalThis.tandemReleaseLock?.();
  wasm.__wbg_reset_state();
  ready = Promise.resolve(wasm.start());
  // The new instance knows no port of the old one: panels come anew, and are shown what there is.
  for (const port of ports) { port.postMessage(wasm.crash_notice()); port.disconnect(); }
  ports.clear();
});

api.runtime.onMessage.addListener((message, sender, respond) => {
  const reply = answer => { if (waiting.delete(reply)) respond(answer); };
  waiting.add(reply);
  ready.then(() => wasm.on_message(message, sender)).then(reply, () => reply(null));
  return true;
});

api.runtime.onConnect.addListener(port => {
  ports.add(port);
  port.onDisconnect.addListener(() => ports.delete(port));
  // A ping needs no answer: hearing it is what keeps the background awake.
  port.onMessage.addListener(() => {});
  ready.then(() => wasm.on_connect(port));
});

api.alarms.onAlarm.addListener(alarm => { ready.then(() => wasm.on_alarm(alarm.name)); });

// The calls of eCom's admin pages, to see the token that they use. Nothing is held up or changed.
const calls = api.runtime.getManifest().host_permissions.map(host => host.replace(/\*$/, 'api/v3/*'));
api.webRequest.onSendHeaders.addListener(call => {
  const proof = call.requestHeaders?.find(({ name }) => name.toLowerCase() === 'authorization')?.value;
  const page = call.initiator ?? call.originUrl;
  if (call.tabId >= 0 && page && proof) ready.then(() => wasm.on_page_call(page, call.url, proof, call.tabId));
}, { urls: calls, types: ['xmlhttprequest'] }, ['requestHeaders']);

// The pages that get a content script, as the manifest names them.
const pages = () => api.runtime.getManifest().content_scripts[0].matches;

// Both scripts of such a page, in their order.
const SCRIPTS = ['content.js', 'relay.js'];
const inject = tab => api.scripting.executeScript({ target: { tabId: tab.id }, files: SCRIPTS });

// The toolbar button: toggles the panel where there is one, and opens it in a tab elsewhere.
api.action.onClicked.addListener(async tab => {
  // Where only the script that sends calls is, nobody answers this.
  const toggle = () => api.tabs.sendMessage(tab.id, 'tandem:toggle');
  try { if (await toggle()) return; } catch { /* no content script there */ }
  const admins = await api.tabs.query({ url: pages() });
  if (admins.some(admin => admin.id === tab.id)) {
    try { await inject(tab); await toggle(); return; } catch { /* the page refuses scripts */ }
  }
  await api.tabs.create({ url: api.runtime.getURL(PANEL) });
});

// Admin pages that were open before an installation or an update get the new content script.
api.runtime.onInstalled.addListener(async () => {
  for (const tab of await api.tabs.query({ url: pages() })) inject(tab).catch(() => {});
});
