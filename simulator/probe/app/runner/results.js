const { conceal } = require('./conceal')
const { isAtLeast } = require('./environment')

const list = (value) => (Array.isArray(value) ? value : [value])

/** What the rule expects here: all texts that are right. */
const expectedOf = (rule, here) => {
  if (rule.api && rule.since && !isAtLeast(here.library, rule.since)) return ['absent']
  return list(typeof rule.expected === 'function' ? rule.expected(here) : rule.expected)
}

/** Whether there is nothing to ask: the base library is older than what the rule is about. */
const tooOld = (rule, here) =>
  !rule.api && rule.since !== undefined && !isAtLeast(here.library, rule.since)

/** The answers so far; `onChange` hears of every new one. */
const create = (rules, here, onChange) => {
  const answers = {}
  const ruleOf = (id) => {
    const rule = rules.filter((each) => each.id === id)[0]
    if (!rule) throw new Error(`There is no rule ${id}.`)
    return rule
  }

  const put = (id, seen, verdict) => {
    if (answers[id]) return
    answers[id] = { seen, verdict }
    onChange(id)
  }

  return {
    answers,
    see(id, text) {
      const right = expectedOf(ruleOf(id), here).indexOf(String(text)) >= 0
      put(id, conceal(text), right ? 'same' : 'different')
    },
    /** The rule is not asked here, for a reason. */
    skip(id, reason) {
      put(ruleOf(id).id, reason, 'skipped')
    },
    has: (id) => answers[id] !== undefined,
  }
}

module.exports = { create, expectedOf, tooOld }
