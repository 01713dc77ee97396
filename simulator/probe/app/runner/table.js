const session = require('./session')

const count = (rules, verdict) =>
  rules.filter(({ id }) => (session.results.answers[id] || { verdict: 'open' }).verdict === verdict)
    .length

const rowOf = (language) => (rule) => {
  const answer = session.results.answers[rule.id] || { seen: '', verdict: 'open' }
  return {
    id: rule.id,
    text: rule[language],
    expected: session.expectedOf(rule),
    seen: answer.seen,
    verdict: answer.verdict,
    doubt: rule.doubt || '',
  }
}

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
