// Runs one cloud function in a process of its own: started by run-function.ts with an empty environment,
// told what to run by the first message, and gone after the last one.
import { readFileSync } from 'node:fs'
import vm from 'node:vm'

const LONGEST_ANSWER = 1024 * 1024
const LONGEST_MESSAGE = 1000
const LONGEST_NAME = 100

const waiting = new Map()
let calls = 0
let answer

/** Asks the server to do something for the function; the server decides whether the caller may. */
const ask = (method, args) =>
  new Promise((resolve, reject) => {
    calls += 1
    waiting.set(calls, { resolve, reject })
    process.channel.ref()
    process.send({ type: 'call', id: calls, method, args: JSON.stringify(args) })
  })

const hear = ({ type, id, data, message }) => {
  const { resolve, reject } = waiting.get(id)
  waiting.delete(id)
  if (waiting.size === 0) process.channel.unref()
  if (type === 'answer') resolve(JSON.parse(data))
  else reject(new Error(message))
}

const end = (message) => process.send(message, () => process.exit(0))

const failed = (error) => {
  // What is thrown after the answer changes nothing about it.
  if (answer !== undefined) return
  const { name, message = error } = Object(error)
  end({
    type: 'failed',
    name: String(name ?? 'Error').slice(0, LONGEST_NAME),
    message: String(message).slice(0, LONGEST_MESSAGE),
  })
}

const silent = () => undefined

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
    console: { log: silent, info: silent, warn: silent, error: silent, debug: silent },
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
  const text = JSON.stringify(data) ?? 'null'
  if (text.length > LONGEST_ANSWER) throw new Error('The answer is longer than 1 MiB.')
  answer = text
}

// As on the hosted service, the answer goes out when nothing is left to do: what the function started is finished.
process.once('beforeExit', () => {
  if (answer === undefined) failed(new Error('The function ended without an answer.'))
  else end({ type: 'done', data: answer })
})
// The server is gone, and with it the one who would end this.
process.on('disconnect', () => process.exit())
process.on('uncaughtException', failed)
process.on('unhandledRejection', failed)
process.on('message', (message) => {
  if (message.type !== 'run') return hear(message)
  process.channel.unref()
  run(message).catch(failed)
})
