// Runs the job in this browser: `bench('wasm' | 'peer', people, rounds)` starts it, and what it came
// to is in `benchResult`. Pages are made in a thread of its own, which is gone before anybody asks
// how much memory the job holds.
import { Peer } from './peer.js';

const PAGES = { pos: 10_000, ecom: 100 };

async function instance(name) {
  const module = await import(`./wasm/gauge.js?${name}`);
  const { memory } = await module.default({ module_or_path: new URL('./wasm/gauge_bg.wasm', import.meta.url) });
  return { ...module, bytes: () => memory.buffer.byteLength };
}

function maker() {
  const worker = new Worker(new URL('./maker.js', import.meta.url), { type: 'module' });
  return {
    made: (...args) => new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = error => reject(new Error(error.message));
      worker.postMessage(args);
    }),
    end: () => worker.terminate(),
  };
}

const since = begun => performance.now() - begun;
const idle = () => new Promise(resolve => setTimeout(resolve));
const encoder = new TextEncoder();

// Both ways have the same steps. The peer gets text, as `response.text()` gives it; the wasm bytes,
// as it gets them from `fetch` in the extension.
const ways = {
  async wasm() {
    const { Bench, bytes } = await instance('job');
    const job = new Bench();
    return {
      prepared: text => encoder.encode(text),
      read: (side, body) => job.read(side === 'pos', body),
      finish: () => job.finish_reading(),
      identity: () => job.identity(),
      // The survey tells who is who once more: that time is taken out.
      plan(identity) {
        const begun = performance.now();
        const { survey, outcome } = JSON.parse(job.plan());
        const plan = since(begun) - survey;
        return { reconcile: Math.max(0, survey - identity), plan, outcome };
      },
      agree: () => job.agree(),
      bytes,
      free: () => job.free(),
    };
  },
  async peer() {
    const job = new Peer();
    return {
      prepared: text => text,
      read: (side, body) => job.read(side, body),
      finish: () => {},
      identity: () => job.identity(),
      plan() {
        const begun = performance.now();
        job.reconcile();
        const reconcile = since(begun);
        const outcome = job.plan();
        return { reconcile, plan: since(begun) - reconcile, outcome };
      },
      agree: () => job.agree(),
      bytes: () => null,
      free: () => {},
      keep: () => job,
    };
  },
};

async function round(way, people, made, hold) {
  const job = await ways[way]();
  const times = [];
  const outcomes = [];
  for (const isLater of [false, true]) {
    let parse = 0;
    for (const side of ['pos', 'ecom']) {
      for (let from = 0; from < people; from += PAGES[side]) {
        const body = job.prepared(await made(side === 'pos', from, PAGES[side], people, isLater));
        const begun = performance.now();
        job.read(side, body);
        parse += since(begun);
      }
    }
    let begun = performance.now();
    job.finish();
    parse += since(begun);
    begun = performance.now();
    job.identity();
    const identity = since(begun);
    const { reconcile, plan, outcome } = job.plan(identity);
    times.push([parse, identity, reconcile, plan]);
    outcomes.push(outcome);
    if (!isLater) job.agree();
    await idle();
  }
  const bytes = job.bytes();
  // Everything is still held while the browser is asked how much memory that is.
  if (hold) globalThis.benchHeld = job; else job.free();
  return { times, outcomes, bytes };
}

globalThis.bench = (way, people, rounds) => {
  globalThis.benchResult = null;
  globalThis.benchHeld = null;
  (async () => {
    const { made, end } = maker();
    const all = [];
    let last;
    for (let number = 1; number <= rounds; number += 1) {
      last = await round(way, people, made, number === rounds);
      all.push(last.times);
    }
    end();
    return { people, rounds: all, outcomes: last.outcomes, wasm_bytes: last.bytes };
  })().then(result => { globalThis.benchResult = result; },
    error => { globalThis.benchResult = { error: `${error}\n${error.stack}` }; });
};
globalThis.benchReady = true;
