// Runs one cloud function in a process of its own: started by run-function.ts with an empty environment,
// told what to run by the first message, and gone after the last one.
import { readFileSync } from 'node:fs'
import vm from 'node:vm'

const waiting = new Map()
let calls = 0

/** Asks the server to do something for the function; the server decides whether the caller may. */
const ask = (method, args) =>
  new Promise((resolve, reject) => {
    calls += 1
    waiting.set(calls, { resolve, reject })
    process.send({ type: 'call', id: calls, method, args: JSON.stringify(args) })
  })

const end = (message) => process.send(message, () => process.exit(0))
const failed = (error) =>
  end({ type: 'failed', message: String((error && error.message) || error) })

const run = async ({ file, event }) => {
  const module = { exports: {} }
  const BaaS = {
    useVersion: () => undefined,
    wechat: { updateUserInfo: (...args) => ask('wechat.updateUserInfo', args) },
  }
  const sandbox = {
    module,
    exports: module.exports,
    BaaS,
    console: { log() {}, error() {} },
    setTimeout,
    clearTimeout,
  }
  vm.runInNewContext(readFileSync(file, 'utf8'), sandbox, { filename: file })
  const { main } = module.exports
  if (typeof main !== 'function') throw new Error('The function exports no main.')
  const data = await new Promise((resolve, reject) => {
    const callback = (error, value) => (error ? reject(error) : resolve(value))
    const returned = main(JSON.parse(event), callback)
    if (main.length < 2 || returned !== undefined) Promise.resolve(returned).then(resolve, reject)
  })
  end({ type: 'done', data: JSON.stringify(data === undefined ? null : data) })
}

// The server is gone, and with it the one who would end this.
process.on('disconnect', () => process.exit())
process.on('uncaughtException', failed)
process.on('unhandledRejection', failed)
process.on('message', (message) => {
  if (message.type === 'run') return void run(message).catch(failed)
  const { resolve, reject } = waiting.get(message.id)
  waiting.delete(message.id)
  if (message.type === 'answer') resolve(JSON.parse(message.data))
  else reject(new Error(message.message))
})
