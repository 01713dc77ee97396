import { fails, isEnded, returns, type Deeds } from './deed'

const GONE = 'its process ended'

/** What functions do to memory, inside of the heap and outside, and to the number of threads and processes. */
export const RESOURCE_DEEDS: Deeds = {
  fills_the_heap: isEnded(`const all = []; for (;;) all.push(new Array(1e5).fill(1))`, GONE),
  fills_buffers: fails(
    `const kept = []; for (;;) kept.push(all.Buffer.alloc(16 << 20))`,
    'RangeError',
  ),
  fills_array_buffers: fails(
    `const kept = []; for (;;) kept.push(new all.Uint8Array(16 << 20))`,
    'RangeError',
  ),
  fills_shared_memory: fails(
    `const kept = []
     for (;;) kept.push(new all.Uint8Array(new all.SharedArrayBuffer(16 << 20)))`,
    'RangeError',
  ),
  fills_webassembly: fails(
    `const memory = new all.WebAssembly.Memory({ initial: 1, maximum: 65536 })
     for (;;) { memory.grow(256); new all.Uint8Array(memory.buffer).fill(1) }`,
    'RangeError',
  ),
  fills_shared_webassembly: fails(
    `const memory = new all.WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true })
     for (;;) { memory.grow(256); new all.Uint8Array(memory.buffer).fill(1) }`,
    'RangeError',
  ),
  joins_strings: isEnded(
    `const kept = []; for (let n = 0; ; n++) kept.push(all.Buffer.from(String(n).repeat(1e5)).toString('latin1'))`,
    GONE,
  ),
  starts_a_worker: returns(
    `return codeOf(() => void new (load('worker_threads').Worker)('for (;;);', { eval: true }))`,
    'ERR_ACCESS_DENIED',
  ),
  starts_processes: returns(
    `return codeOf(() => void load('child_process').spawn(process.execPath))`,
    'ERR_ACCESS_DENIED',
  ),
}
