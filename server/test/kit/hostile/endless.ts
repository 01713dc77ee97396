import { isEnded, type Deeds } from './deed'

/** The limit of time that these runs are ended at. */
export const LIMIT_MS = 1_000
/** Code of a function that is ended at that limit. */
const isEndedAtLimit = (code: string) => isEnded(code, 'it ran for more than 1 seconds')

/** What functions do to go on for ever. */
export const ENDLESS_DEEDS: Deeds = {
  // Without returning the promise: a chain of promises fills the heap, on a fast machine before the limit.
  loops_in_microtasks: isEndedAtLimit(
    `const again = () => { Promise.resolve().then(again) }; again(); await forEver()`,
  ),
  loops_in_ticks: isEndedAtLimit(
    `const again = () => process.nextTick(again); again(); await forEver()`,
  ),
  waits_in_atomics: isEndedAtLimit(`Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)`),
  loops_in_a_regular_expression: isEndedAtLimit(`/^(a+)+$/.test('a'.repeat(60) + 'b')`),
  replaces_the_clock: isEndedAtLimit(
    `all.Date.now = () => 0; all.performance.now = () => 0; all.setTimeout = all.clearTimeout = () => 0
     process.hrtime = () => [0, 0]; for (;;);`,
  ),
  stays_after_exit_events: isEndedAtLimit(
    `process.on('exit', () => { for (;;); }); process.exit()`,
  ),
  never_serialises: isEndedAtLimit(`return { toJSON: () => { for (;;); } }`),
  closes_the_channel: isEndedAtLimit(`load('fs').closeSync(1); load('fs').closeSync(0); for (;;);`),
  hears_nothing: isEndedAtLimit(
    `process.stdin.pause()
     for (let i = 0; i < 150; i++) BaaS.wechat.updateUserInfo(1, {}).catch(() => {})
     for (;;);`,
  ),
  sends_slowly: isEndedAtLimit(
    `for (;;) { load('fs').writeSync(1, ' '); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10) }`,
  ),
}
