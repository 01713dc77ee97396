import { isGreen, linesOf } from '../../probe/run/print-run'
import { PHONES } from '../../probe/run/phones'
import { runProbe, type ProbeRun } from '../../probe/run/run-probe'
import { probeRules } from '../../probe/run/table'
import { compareReports } from '../../probe/run/compare/compare'
import { wordsOf } from '../../probe/run/compare/words'
import { readReport } from '../../probe/run/report'

let runs: readonly ProbeRun[] = []
const [OLD, MIDDLE, NEWEST] = PHONES

beforeAll(async () => {
  runs = await Promise.all(PHONES.map((device) => runProbe(device)))
})

const runOn = (device: (typeof PHONES)[number]) => {
  const run = runs.find(({ report }) => report.on.library === device.libVersion)
  if (run === undefined) throw new Error(`The probe did not run on ${device.libVersion}.`)
  return run
}

describe('the probe on the simulator', () => {
  it.each(PHONES.map((device) => [device.libVersion, device] as const))(
    'the probe on the simulator sees what each rule says on base library %s',
    (_library, device) => {
      const run = runOn(device)
      expect(linesOf(run).filter((line) => line.includes('✗'))).toEqual([])
      expect(isGreen(run)).toBe(true)
    },
  )

  it('the probe asks at least a hundred rules, each once, in two languages', () => {
    const ids = probeRules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(100)
    for (const { zh, en } of probeRules) {
      expect(zh).toMatch(/[\u4e00-\u9fff]|^[A-Za-z.]+$/)
      expect(en).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('the probe does not ask what an old base library cannot be asked', () => {
    const { answers } = runOn(OLD).report
    expect(answers['storage.encrypted']).toEqual({
      seen: 'base library below 2.21.3',
      verdict: 'skipped',
    })
    expect(answers['privacy.setting']).toEqual({ seen: 'absent', verdict: 'same' })
  })
})

describe('a comparison of a report with the simulator', () => {
  const compare = (text: string) => compareReports(readReport(text), runOn(NEWEST).report)

  it('a comparison with the simulator finds nothing where the phone is as the simulator', () => {
    const comparison = compare(runOn(NEWEST).text)
    expect(comparison).toMatchObject({ alike: probeRules.length, differences: [], unknown: [] })
    expect(wordsOf(comparison)[0]).toMatch(/^Base library 3\.17\.5 on ios /)
  })

  it('a comparison with the simulator finds what another base library answers differently, or was not asked', () => {
    const { differences } = compare(runOn(MIDDLE).text)
    expect(differences.map(({ rule, phone, simulator }) => [rule.id, phone, simulator])).toEqual([
      ['device.platform', 'android', 'ios'],
      ['phone.refused', 'getPhoneNumber:fail:user deny', 'getPhoneNumber:fail user deny'],
      ['phone.realtime', 'getPhoneNumber:fail:user deny', 'getPhoneNumber:fail user deny'],
    ])
    const old = compare(runOn(OLD).text).differences
    expect(old.find(({ rule }) => rule.id === 'profile.answer')).toMatchObject({
      kind: 'differs',
      phone: 'a person',
      simulator: 'everybody',
    })
    expect(old.find(({ rule }) => rule.id === 'avatar.file')).toMatchObject({
      kind: 'only on the simulator',
    })
  })

  it('a comparison with the simulator says in words which rule a phone does not follow', () => {
    const { report } = runOn(NEWEST)
    const doctored = {
      ...report,
      answers: {
        ...report.answers,
        'storage.key-limit': { seen: 'setStorage:fail too large', verdict: 'different' },
        'rules.of-tomorrow': { seen: 'yes', verdict: 'same' },
      },
    }
    const words = wordsOf(compare(JSON.stringify(doctored))).join('\n')
    expect(words).toContain(`${probeRules.length - 1} rules alike, 1 different, 0 asked on one`)
    expect(words).toContain('storage.key-limit (unproven): More than 1 MB in one key fails / ')
    expect(words).toContain('this phone: setStorage:fail too large')
    expect(words).toContain('simulator:  setStorage:fail entry size limit reached')
    expect(words).toContain('does not ask it: rules.of-tomorrow.')
    expect(words).toMatch(/Unproven rules that this phone bears out: .*profile\.asked/)
  })
})
