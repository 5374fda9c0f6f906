// Hears everything that a page can hear of a guest: keys, focus, layout shifts, long tasks, and
// where its own elements are. Tests read `window.__heard`; nothing is sent anywhere.
'use strict';
(() => {
  const heard = { keys: [], focus: [], shifts: [], longtasks: [], resizes: 0, rects: [] };
  window.__heard = heard;

  const key = (on) => (event) => heard.keys.push({
    on, type: event.type, key: event.key, code: event.code, trusted: event.isTrusted,
    prevented: event.defaultPrevented, target: event.target instanceof Element ? event.target.localName : '',
  });
  for (const type of ['keydown', 'keypress', 'keyup']) {
    addEventListener(type, key('window'), true);
    document.addEventListener(type, key('document'), true);
  }
  for (const type of ['focusin', 'focusout']) {
    addEventListener(type, (event) => heard.focus.push({ type, target: event.target.localName || '' }), true);
  }
  addEventListener('resize', () => { heard.resizes += 1; });

  // The places of the page's own elements, to be compared before and after.
  heard.measure = () => [document.documentElement, document.body, ...document.querySelectorAll('#app, #app *')].map((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return { name: node.localName + (node.id ? '#' + node.id : ''), x, y, width, height };
  });
  addEventListener('load', () => { heard.rects = heard.measure(); });

  const watch = (type, take) => {
    if (!(window.PerformanceObserver && PerformanceObserver.supportedEntryTypes.includes(type))) return;
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  };
  watch('layout-shift', (entry) => heard.shifts.push({ at: entry.startTime, value: entry.value, input: entry.hadRecentInput }));
  watch('longtask', (entry) => heard.longtasks.push({ at: entry.startTime, duration: entry.duration }));
})();
