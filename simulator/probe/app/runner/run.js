/** How long a probe may take that needs no person, in milliseconds. */
const PATIENCE_MS = 4000

/** One piece of work that answers the rules `ids`: ends when all are answered, or with what is missing. */
const runStep = ({ ids, patienceMs, run }, results, then) => {
  let over = false
  const end = (why) => {
    if (over) return
    over = true
    clearTimeout(timer)
    ids.filter((id) => !results.has(id)).forEach((id) => results.see(id, why))
    then()
  }
  const see = (id, text) => {
    if (over) return
    results.see(id, text)
    if (ids.every(results.has)) end('')
  }
  const timer = setTimeout(() => end('no answer'), patienceMs || PATIENCE_MS)
  try {
    run(see, (reason) => {
      ids.filter((id) => !results.has(id)).forEach((id) => results.skip(id, reason))
      end('')
    })
  } catch (error) {
    end(`throws ${error && error.message}`)
  }
}

/** A rule with a `run` of its own is a step of one rule. */
const stepOf = (rule) => ({ ids: [rule.id], run: (see) => rule.run((text) => see(rule.id, text)) })

/** Runs steps one after the other, then calls `done`. What is answered already is left out. */
const runAll = (steps, results, done) => {
  const open = steps.filter(({ ids }) => !ids.every(results.has))
  const next = (at) => {
    if (at === open.length) done()
    else runStep(open[at], results, () => setTimeout(() => next(at + 1), 0))
  }
  next(0)
}

module.exports = { runAll, runStep, stepOf }
