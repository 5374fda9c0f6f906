// What a rehearsal has in place of the extension API: all that Tandem uses of it, inside this one
// page and in its memory. The panel and the background are the very same as always.
import { end } from './own.js';
import { here, isCopy, real, twin } from './twin.js';

const event = () => {
  const heard = new Set();
  return { addListener: one => heard.add(one), tell: (...what) => heard.forEach(one => one(...what)) };
};

// Which language a person chose comes along, and nothing else that is kept.
const language = async () => ({ ...await real?.storage?.local.get('language1') });
const area = kept => ({
  get: async key => {
    const all = await kept;
    if (key === null) return { ...all };
    return Object.hasOwn(all, key) ? { [key]: all[key] } : {};
  },
  set: async items => { Object.assign(await kept, items); },
  remove: async keys => { const all = await kept; for (const key of keys) delete all[key]; },
});

const onMessage = event();
const onConnect = event();
const onAlarm = event();
const say = (message, sender) => new Promise(done => { onMessage.tell(message, sender, done); });
const panel = () => ({ url: location.href, tab: { id: 1 } });

// Two ends of a port. What one says, the other hears a moment later.
function connect({ name }) {
  const ends = [0, 1].map(() => ({ name, sender: panel(), onMessage: event(), onDisconnect: event() }));
  for (const [one, other] of [ends, ends.toReversed()]) {
    one.postMessage = message => queueMicrotask(() => other.onMessage.tell(message));
    one.disconnect = () => queueMicrotask(() => other.onDisconnect.tell(other));
  }
  queueMicrotask(() => onConnect.tell(ends[1]));
  return ends[0];
}

const alarms = new Map();
const clear = async name => { clearTimeout(alarms.get(name)?.timer); alarms.delete(name); };
async function create(name, { periodInMinutes, delayInMinutes }) {
  await clear(name);
  const [set, minutes] = periodInMinutes ? [setInterval, periodInMinutes] : [setTimeout, delayInMinutes];
  alarms.set(name, { name, periodInMinutes, timer: set(() => onAlarm.tell({ name }), minutes * 60_000) });
}

const nothing = async () => {};
const never = async () => { throw new Error('not in a rehearsal'); };
const yes = async () => true;
const admins = async () => (await twin).admins().map((url, at) => ({ id: at + 2, url }));
const manifest = { host_permissions: [], content_scripts: [{ matches: [] }] };
const api = {
  runtime: {
    id: 'rehearsal', getURL: path => new URL(path, here).href, getManifest: () => manifest,
    sendMessage: message => say(message, panel()), connect, onMessage, onConnect, onInstalled: event(),
  },
  storage: { local: area(language()), session: area(Promise.resolve({})) },
  tabs: { query: admins, create: never, update: never, sendMessage: never },
  permissions: { contains: yes, request: yes },
  alarms: { create, clear, get: async name => alarms.get(name), onAlarm },
  action: { setBadgeText: nothing, setBadgeBackgroundColor: nothing, onClicked: event() },
  declarativeNetRequest: { updateSessionRules: nothing },
  webRequest: { onSendHeaders: event() },
};
for (const name of ['browser', 'chrome']) {
  globalThis[name] = api;
  if (globalThis[name] !== api) throw new Error('this browser does not let a rehearsal begin');
}

// Whoever does something in an admin has its page open: the background hears of the visit.
async function act(deed) {
  const isDone = await (await twin).act(deed);
  const [, { id, url }] = await admins();
  if (isDone) say('{"page":"hello"}', { url, frameId: 0, tab: { id } });
  return isDone;
}
const leave = async () => { await end(); location.replace('tab.html'); };
globalThis.tandemRehearsal = { act, isCopy, again: () => location.reload(), leave: real?.runtime?.id && leave };
