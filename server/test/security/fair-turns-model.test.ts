import fc from 'fast-check'
import { createFairTurns } from '../../src/security/fair-turns'

const HOLDERS = ['a', 'b', 'c', 'd']

const limits = fc.record({
  most: fc.integer({ min: 1, max: 4 }),
  mostOfOne: fc.integer({ min: 1, max: 3 }),
  mostWaiting: fc.integer({ min: 1, max: 6 }),
  mostWaitingOfOne: fc.integer({ min: 1, max: 4 }),
  refusedWhenFull: fc.constantFrom('newcomer', 'latest-of-most'),
})
/** A work of a holder comes, or the nth of those that run ends, well or badly, or the nth of those that wait leaves. */
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('come'), nth: fc.nat(3) }) },
  fc.record({ kind: fc.constantFrom('end', 'fail', 'leave'), nth: fc.nat(9) }),
)

interface Work {
  readonly holder: string
  readonly leaving: AbortController
  state: 'waits' | 'runs' | 'ended' | 'refused'
  readonly end: (how: 'end' | 'fail') => void
}

/** Plays acts on real turns; `check` looks at all works after each of them. */
const play = async (
  settings: Omit<Parameters<typeof createFairTurns>[0], 'busy'>,
  acts: readonly { kind: string; nth: number }[],
  check: (works: readonly Work[], justBegun: readonly Work[]) => void,
) => {
  const { run } = createFairTurns({ ...settings, busy: () => new Error('busy') })
  const works: Work[] = []
  let justBegun: Work[] = []
  const come = (holder: string) => {
    let end: Work['end'] = () => undefined
    const leaving = new AbortController()
    const done = new Promise<void>((resolve, reject) => {
      end = (how) => (how === 'end' ? resolve() : reject(new Error('failed')))
    })
    const work: Work = { holder, leaving, state: 'waits', end: (how) => end(how) }
    works.push(work)
    const ran = run(holder, leaving.signal, () => {
      expect(work.state).toBe('waits')
      work.state = 'runs'
      justBegun.push(work)
      return done
    })
    void ran.then(
      () => (work.state = 'ended'),
      ({ message }: Error) => (work.state = message === 'busy' ? 'refused' : 'ended'),
    )
  }
  const of = (state: Work['state']) => works.filter((each) => each.state === state)
  const one = async ({ kind, nth }: { kind: string; nth: number }) => {
    const among = of(kind === 'leave' ? 'waits' : 'runs')
    const work = among[nth % Math.max(1, among.length)]
    if (kind === 'come') come(HOLDERS[nth] ?? '')
    else if (kind === 'leave') work?.leaving.abort()
    else work?.end(kind === 'end' ? 'end' : 'fail')
    await new Promise(setImmediate)
    check(works, justBegun)
    justBegun = []
  }
  for (const each of acts) await one(each)
  while (of('runs').length > 0) await one({ kind: 'end', nth: 0 })
  return works
}

const count = (works: readonly Work[], state: Work['state'], holder?: string) =>
  works.filter((each) => each.state === state && (holder ?? each.holder) === each.holder).length

describe('the fair turns of any works', () => {
  it('the fair turns of any works keep to every limit, leave no place empty that a work could have, and end each work once', async () => {
    await fc.assert(
      fc.asyncProperty(limits, fc.array(act, { maxLength: 40 }), async (settings, acts) => {
        const works = await play(settings, acts, (all) => {
          expect(count(all, 'runs')).toBeLessThanOrEqual(settings.most)
          expect(count(all, 'waits')).toBeLessThanOrEqual(settings.mostWaiting)
          for (const holder of HOLDERS) {
            const own = count(all, 'runs', holder)
            const waiting = count(all, 'waits', holder)
            expect(own).toBeLessThanOrEqual(settings.mostOfOne)
            expect(waiting).toBeLessThanOrEqual(settings.mostWaitingOfOne)
            const isHeldUp = count(all, 'runs') === settings.most || own === settings.mostOfOne
            expect(waiting === 0 || isHeldUp).toBe(true)
          }
        })
        expect(works.filter(({ state }) => state === 'waits' || state === 'runs')).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('the fair turns of any works go to a holder with the fewest running, and within one in the order of coming', async () => {
    await fc.assert(
      fc.asyncProperty(limits, fc.array(act, { maxLength: 40 }), async (settings, acts) => {
        await play(settings, acts, (all, justBegun) => {
          for (const begun of justBegun) {
            const before = count(all, 'runs', begun.holder) - 1
            for (const other of all.filter(({ state }) => state === 'waits')) {
              if (other.holder === begun.holder) {
                expect(all.indexOf(begun)).toBeLessThan(all.indexOf(other))
              } else expect(before).toBeLessThanOrEqual(count(all, 'runs', other.holder))
            }
          }
        })
      }),
      { numRuns: 100 },
    )
  })

  it('the fair turns of any works refuse only where all places to wait are taken, and take one back only for a holder with fewer of them', async () => {
    await fc.assert(
      fc.asyncProperty(limits, fc.array(act, { maxLength: 40 }), async (settings, acts) => {
        const seen = new Set<Work>()
        await play(settings, acts, (all) => {
          for (const work of all.filter(({ state }) => state === 'refused')) {
            if (seen.has(work) || work.leaving.signal.aborted) continue
            seen.add(work)
            const isFull =
              count(all, 'waits') === settings.mostWaiting ||
              count(all, 'waits', work.holder) === settings.mostWaitingOfOne
            expect(isFull).toBe(true)
            const latest = all.at(-1)
            if (latest === work) continue
            expect(settings.refusedWhenFull).toBe('latest-of-most')
            // Refused for the latest, whose holder has no more of them even so.
            expect(count(all, 'waits', work.holder)).toBeGreaterThanOrEqual(
              count(all, 'waits', latest?.holder),
            )
          }
        })
      }),
      { numRuns: 100 },
    )
  })
})
