import { fails, isEnded, returns, type Deed, type Deeds } from './deed'

const BROKEN = 'it broke its own runner'
const TOO_MUCH = 'it sent too much'
const TOO_DEEP = 'its data is nested more than 200 levels deep'

// The pipe does not block: a full one takes a part of the text, or throws.
const WRITE_ON = `const writeOn = (text) => {
  for (let rest = all.Buffer.from(text); rest.length > 0; )
    try { rest = rest.subarray(load('fs').writeSync(1, rest)) } catch {}
};`

/** Writes a line to the server, and goes on for ever. */
const says = (line: string, reason = BROKEN): Deed =>
  isEnded(`load('fs').writeSync(1, ${line} + '\\n'); await forEver()`, reason)

/** What functions do to the channel to the server. */
export const CHANNEL_DEEDS: Deeds = {
  sends_by_ipc: fails(`process.send({ cmd: 'NODE_HANDLE_ACK' }); await forEver()`, 'TypeError'),
  acknowledges_a_handle: says(`'{"cmd":"NODE_HANDLE_ACK"}'`),
  sends_a_handle: says(`'{"cmd":"NODE_HANDLE","type":"net.Socket"}'`),
  closes_ipc: says(`'{"cmd":"NODE_CLOSE"}'`),
  sends_half_a_json: says(`'{"type":"done","data":{'`),
  sends_an_empty_line: says(`''`),
  sends_a_type_of_the_prototype: says(`'{"type":"__proto__","data":1}'`),
  is_ready_twice: says(`'{"type":"ready"}'`),
  calls_without_arguments: says(`'{"type":"call","id":1,"method":"x","args":3}'`),
  calls_by_a_long_name: says(
    `JSON.stringify({ type: 'call', id: 1, method: 'x'.repeat(1e4), args: [] })`,
  ),
  fails_with_a_long_text: says(
    `JSON.stringify({ type: 'failed', name: 'x', message: 'x'.repeat(1e4) })`,
  ),
  sends_no_utf8: isEnded(
    `load('fs').writeSync(1, new all.Uint8Array([34, 255, 34, 10])); await forEver()`,
    'it sent what is no UTF-8',
  ),
  nests_brackets: says(
    `'{"type":"done","data":' + '['.repeat(1e4) + ']'.repeat(1e4) + '}'`,
    TOO_DEEP,
  ),
  opens_brackets: says(`'['.repeat(1e4)`, TOO_DEEP),
  sends_an_endless_line: isEnded(`${WRITE_ON} for (;;) writeOn('x'.repeat(65536))`, TOO_MUCH),
  sends_a_flood_of_calls: isEnded(
    `${WRITE_ON} for (;;) writeOn('{"type":"call","id":1,"method":"x","args":[]}\\n')`,
    'it made too many calls of the server',
  ),
  sends_large_calls: isEnded(
    `${WRITE_ON} const args = '"' + 'x'.repeat(1e6) + '"'
     for (;;) writeOn('{"type":"call","id":1,"method":"x","args":[' + args + ']}\\n')`,
    TOO_MUCH,
  ),
  answers_and_goes_on: returns(
    `for (let i = 0; i < 3; i++) load('fs').writeSync(1, '{"type":"done","data":' + i + '}\\n')
     load('fs').writeSync(1, '{"type":"failed","name":"x","message":"x"}\\n{')
     await forEver()`,
    0,
  ),
  answers_twice_at_once: returns(
    `load('fs').writeSync(1, '{"type":"done","data":1}\\n{"type":"ready"}\\n\\xff\\n'); await forEver()`,
    1,
  ),
}

/** What functions return that is no plain data. */
export const RESULT_DEEDS: Deeds = {
  returns_a_getter_that_throws: fails(
    `return { get x() { throw new RangeError('no') } }`,
    'RangeError',
  ),
  returns_a_proxy: fails(
    `return new Proxy({}, { ownKeys: () => { throw new TypeError('no') } })`,
    'TypeError',
  ),
  returns_what_ends_it: isEnded(`return { toJSON: () => process.exit() }`, 'its process ended'),
  returns_a_thenable_that_never_ends: fails(`return { then: () => {} }`, 'Error'),
  returns_a_deep_array: isEnded(
    `let deep = []; for (let i = 0; i < 1000; i++) deep = [deep]; return deep`,
    TOO_DEEP,
  ),
  returns_a_deeper_array: fails(
    `let deep = []; for (let i = 0; i < 1e5; i++) deep = [deep]; return deep`,
    'RangeError',
  ),
  returns_a_gigabyte: fails(`return 'x'.repeat(2 ** 30)`, 'RangeError'),
  returns_many_characters: fails(`return '字'.repeat(500000)`, 'Error'),
  returns_prototype_names: returns(
    `return JSON.parse('{"__proto__":{"x":1},"constructor":1,"toJSON":2}')`,
    JSON.parse('{"__proto__":{"x":1},"constructor":1,"toJSON":2}'),
  ),
  returns_line_ends: returns(`return 'a\\n\\r\\u2028\\u2029b'`, 'a\n\r\u2028\u2029b'),
  throws_a_proxy: fails(
    `throw new Proxy({}, { get: () => { throw new TypeError('no') } })`,
    'TypeError',
  ),
}
