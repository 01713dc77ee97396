const session = require('./session')

const OPEN = { seen: '', verdict: 'open' }
const answerTo = (rule) => session.results.answers[rule.id] || OPEN

const count = (rules, verdict) => rules.filter((rule) => answerTo(rule).verdict === verdict).length

const rowOf = (language) => (rule) => ({
  id: rule.id,
  text: rule[language],
  expected: session.expectedOf(rule),
  seen: answerTo(rule).seen,
  verdict: answerTo(rule).verdict,
  doubt: rule.doubt || '',
})

/** The table: each group with its counts, and the rows of those that are open. */
const groupsFor = (language, openIds, only) =>
  session.groups.map((group) => {
    const rows = group.rules
      .map(rowOf(language))
      .filter(({ verdict }) => only === '' || verdict === only)
    return {
      id: group.id,
      title: group[language],
      same: count(group.rules, 'same'),
      different: count(group.rules, 'different'),
      total: group.rules.length,
      open: openIds.indexOf(group.id) >= 0,
      rows: openIds.indexOf(group.id) >= 0 || only !== '' ? rows : [],
    }
  })

/** How many rules have each verdict. */
const totals = () => {
  const rules = session.groups.reduce((all, group) => all.concat(group.rules), [])
  return {
    all: rules.length,
    same: count(rules, 'same'),
    different: count(rules, 'different'),
    skipped: count(rules, 'skipped'),
    open: count(rules, 'open'),
  }
}

module.exports = { groupsFor, totals }
