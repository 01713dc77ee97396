const environment = require('./environment')
const groups = require('../probes/groups')
const report = require('./report')
const { create, expectedOf, tooOld } = require('./results')
const { runAll, runStep, stepOf } = require('./run')
const server = require('./server')

const here = environment.read()
const rules = groups.reduce((all, group) => all.concat(group.rules), [])
const taps = groups
  .reduce((all, group) => all.concat(group.taps || []), [])
  .sort((one, other) => (one.place || 0) - (other.place || 0))

let onChange = () => undefined
let phase = 'waiting'

const results = create(rules, here, () => onChange())

/** Rules that cannot be asked on this base library, and those whose API is missing, are answered at once. */
const answerAbsent = () =>
  rules.forEach((rule) => {
    if (tooOld(rule, here)) results.skip(rule.id, `base library below ${rule.since}`)
    else if (rule.api && typeof wx[rule.api] !== 'function') results.see(rule.id, 'absent')
  })

const skipServer = () =>
  rules.filter((rule) => rule.server).forEach((rule) => results.skip(rule.id, 'no server'))

const openTaps = () => taps.filter(({ ids }) => !ids.every(results.has))

const finish = () => {
  phase = openTaps().length > 0 ? 'taps' : 'done'
  onChange()
}

const start = () => {
  phase = 'running'
  answerAbsent()
  server.find((there) => {
    if (!there) skipServer()
    const steps = groups.reduce(
      (all, group) =>
        all.concat(group.steps || [], group.rules.filter((rule) => rule.run).map(stepOf)),
      [],
    )
    runAll(steps, results, finish)
  })
}

module.exports = {
  here,
  groups,
  results,
  expectedOf: (rule) => expectedOf(rule, here).join(' / '),
  phase: () => phase,
  watch: (listener) => {
    onChange = listener
  },
  start,
  tapsLeft: openTaps,
  tapCount: taps.length,
  /** Runs what a tap is for; `event` is what the tap brought. */
  tapped: (tap, event, then) => {
    const ids = tap.ids.filter((id) => !results.has(id))
    runStep(
      { ids, patienceMs: tap.patienceMs, run: (see, skip) => tap.run(see, event, skip) },
      results,
      () => {
        finish()
        then()
      },
    )
  },
  skip: (tap) => {
    tap.ids.filter((id) => !results.has(id)).forEach((id) => results.skip(id, 'not tried'))
    finish()
  },
  report: () => report.of(here, results.answers),
}
