const { conceal } = require('./conceal')

/** The version of this format. */
const FORMAT = 1

/** What was seen, without what has turned out to be personal since. */
const withoutPersonal = (answers) => {
  const clean = {}
  Object.keys(answers).forEach((id) => {
    clean[id] = { seen: conceal(answers[id].seen), verdict: answers[id].verdict }
  })
  return clean
}

/** The report people send: the WeChat it ran on, and what was seen of each rule. Nothing personal is in it. */
const of = (here, answers) =>
  JSON.stringify({ probe: FORMAT, on: here, answers: withoutPersonal(answers) }, null, 1)

module.exports = { FORMAT, of }
