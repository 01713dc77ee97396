const { remember } = require('./conceal')

/** What kind of thing a value is, never the value: `text`, `empty text`, `number`, `list`, `object`, `nothing`… */
const kindOf = (value) => {
  if (value === undefined || value === null) return 'nothing'
  if (typeof value === 'string') return value === '' ? 'empty text' : 'text'
  if (Array.isArray(value)) return 'list'
  return typeof value
}

/** The names among `names` that an object has, with the kinds of their values. */
const kindsOf = (object, names) =>
  names.map((name) => `${name} ${kindOf(object ? object[name] : undefined)}`).join(', ')

/** WeChat's sentence in an answer or a failure. */
const message = (answer) => (answer && answer.errMsg) || String(answer)

/** The sentence with the number beside it. */
const withErrno = (answer) =>
  answer && answer.errno !== undefined
    ? `${message(answer)}, errno ${answer.errno}`
    : message(answer)

/** Calls an asynchronous API of wx and passes its answer or failure on. */
const call = (name, option, callback) => {
  const end = (answer) => callback(remember(answer))
  wx[name](Object.assign({}, option, { success: end, fail: end }))
}

/** Calls it and sees the sentence of its answer. */
const sentence = (name, option) => (see) => call(name, option, (answer) => see(message(answer)))

module.exports = { call, kindOf, kindsOf, message, sentence, withErrno }
