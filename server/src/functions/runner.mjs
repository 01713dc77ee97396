// Runs one cloud function in a process of its own: started by run-process.ts with an empty environment. Speaks lines
// of JSON, hears them on standard input and answers on standard output: not through Node's own IPC, whose NODE_*
// messages the server's Node would obey.
import vm from 'node:vm'

const LONGEST_BYTES = 1024 * 1024
const LONGEST_MESSAGE = 1000
const LONGEST_NAME = 100

const waiting = new Map()
let calls = 0
let answer

const say = (line, sent) => process.stdout.write(`${line}\n`, sent)

const toJson = (what, value) => {
  const text = JSON.stringify(value) ?? 'null'
  if (Buffer.byteLength(text) > LONGEST_BYTES) throw new Error(`The ${what} is longer than 1 MiB.`)
  return text
}

/** Asks the server to do something for the function; the server decides whether the caller may. */
const ask = (method, args) =>
  new Promise((resolve, reject) => {
    const text = toJson('call', args)
    calls += 1
    waiting.set(calls, { resolve, reject })
    process.stdin.ref()
    say(`{"type":"call","id":${calls},"method":${JSON.stringify(method)},"args":${text}}`)
  })

const hearAnswer = ({ type, id, data, message }) => {
  const { resolve, reject } = waiting.get(id)
  waiting.delete(id)
  if (waiting.size === 0) process.stdin.unref()
  if (type === 'answer') resolve(data)
  else reject(new Error(message))
}

const end = (line) => say(line, () => process.exit(0))

const failed = (error) => {
  // What is thrown after the answer changes nothing about it.
  if (answer !== undefined) return
  const { name, message = error } = Object(error)
  end(
    JSON.stringify({
      type: 'failed',
      name: String(name ?? 'Error').slice(0, LONGEST_NAME),
      message: String(message).slice(0, LONGEST_MESSAGE),
    }),
  )
}

const silent = () => undefined

const run = async ({ source, event }) => {
  const module = { exports: {} }
  const BaaS = {
    useVersion: () => undefined,
    wechat: { updateUserInfo: (...args) => ask('wechat.updateUserInfo', args) },
  }
  const sandbox = {
    module,
    exports: module.exports,
    BaaS,
    console: { log: silent, info: silent, warn: silent, error: silent, debug: silent },
    setTimeout,
    clearTimeout,
  }
  vm.runInNewContext(source, sandbox, { filename: 'index.js' })
  const { main } = module.exports
  if (typeof main !== 'function') throw new Error('The function exports no main.')
  const data = await new Promise((resolve, reject) => {
    const callback = (error, value) => (error ? reject(error) : resolve(value))
    const returned = main(event, callback)
    if (main.length < 2 || returned !== undefined) Promise.resolve(returned).then(resolve, reject)
  })
  answer = toJson('answer', data)
}

const hear = (message) => {
  if (message.type !== 'run') return hearAnswer(message)
  process.stdin.unref()
  run(message).catch(failed)
}

// As on the hosted service, the answer goes out when nothing is left to do: what the function started is finished.
process.once('beforeExit', () => {
  if (answer === undefined) failed(new Error('The function ended without an answer.'))
  else end(`{"type":"done","data":${answer}}`)
})
process.on('uncaughtException', failed)
process.on('unhandledRejection', failed)

let begun = ''
process.stdin.setEncoding('utf8')
process.stdin.on('data', (chunk) => {
  const lines = (begun + chunk).split('\n')
  begun = lines.pop()
  for (const line of lines) hear(JSON.parse(line))
})
// The server is gone, and with it what would end this.
process.stdin.on('close', () => process.exit())
process.stdin.on('error', () => process.exit())
say('{"type":"ready"}')
