import { isEnded, type Deeds } from './deed'

/** The limit of time that these runs are ended at. */
export const LIMIT_MS = 1_000
const AT_ITS_LIMIT = 'it ran for more than 1 seconds'

/** What functions do to go on for ever. */
export const ENDLESS_DEEDS: Deeds = {
  // Without returning the promise: a chain of promises fills the heap, on a fast machine before the limit.
  loops_in_microtasks: isEnded(
    `const again = () => { Promise.resolve().then(again) }; again(); await forEver()`,
    AT_ITS_LIMIT,
  ),
  loops_in_ticks: isEnded(
    `const again = () => process.nextTick(again); again(); await forEver()`,
    AT_ITS_LIMIT,
  ),
  waits_in_atomics: isEnded(
    `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)`,
    AT_ITS_LIMIT,
  ),
  loops_in_a_regular_expression: isEnded(`/^(a+)+$/.test('a'.repeat(60) + 'b')`, AT_ITS_LIMIT),
  replaces_the_clock: isEnded(
    `all.Date.now = () => 0; all.performance.now = () => 0; all.setTimeout = all.clearTimeout = () => 0
     process.hrtime = () => [0, 0]; for (;;);`,
    AT_ITS_LIMIT,
  ),
  stays_after_exit_events: isEnded(
    `process.on('exit', () => { for (;;); }); process.exit()`,
    AT_ITS_LIMIT,
  ),
  never_serialises: isEnded(`return { toJSON: () => { for (;;); } }`, AT_ITS_LIMIT),
  closes_the_channel: isEnded(
    `load('fs').closeSync(1); load('fs').closeSync(0); for (;;);`,
    AT_ITS_LIMIT,
  ),
  hears_nothing: isEnded(
    `process.stdin.pause()
     for (let i = 0; i < 150; i++) BaaS.wechat.updateUserInfo(1, {}).catch(() => {})
     for (;;);`,
    AT_ITS_LIMIT,
  ),
  sends_slowly: isEnded(
    `for (;;) { load('fs').writeSync(1, ' '); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10) }`,
    AT_ITS_LIMIT,
  ),
}
