import fc from 'fast-check'
import { createShares, type Share } from '../../src/security/shares'

const share = (name: string, most: number): Share => ({
  name,
  most,
  refusal: () => new Error(`no more of ${name}`),
})

describe('the shares of what is short', () => {
  it('the shares of what is short are refused in their order, and nothing is taken with a refusal', () => {
    const take = createShares()
    const [all, own] = [share('all', 3), share('own', 1)]
    const release = take(1, [own, all])
    for (let tries = 0; tries < 3; tries += 1) {
      expect(() => take(1, [own, all])).toThrow('no more of own')
    }
    take(2, [all])
    expect(() => take(1, [share('another', 1), all])).toThrow('no more of all')
    release()
    expect(() => take(1, [share('another', 1), all])).not.toThrow()
  })

  it('the shares of what is short are what a plain count of all that is held says, in any order of taking and releasing', () => {
    const MOST = { all: 9, a: 4, b: 5 }
    const acts = fc.array(
      fc.record({
        take: fc.boolean(),
        amount: fc.integer({ min: 1, max: 12 }),
        holder: fc.constantFrom('a', 'b'),
        nth: fc.nat(20),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(acts, (all) => {
        const take = createShares()
        const taken: { amount: number; holder: 'a' | 'b'; isHeld: boolean; release: () => void }[] =
          []
        const held = (holder?: string) =>
          taken
            .filter((each) => each.isHeld && (holder ?? each.holder) === each.holder)
            .reduce((sum, { amount }) => sum + amount, 0)
        const fits = (before: number, amount: number, most: number) =>
          before === 0 || before + amount <= most
        for (const { take: isTake, amount, holder, nth } of all) {
          if (!isTake) {
            // Released again, too, which changes nothing.
            const each = taken[nth % Math.max(1, taken.length)]
            each?.release()
            if (each !== undefined) each.isHeld = false
            continue
          }
          const mayPass = fits(held(), amount, MOST.all) && fits(held(holder), amount, MOST[holder])
          let release: (() => void) | null = null
          try {
            release = take(amount, [share('all', MOST.all), share(holder, MOST[holder])])
          } catch (error) {
            expect(error).toBeInstanceOf(Error)
          }
          expect(release !== null).toBe(mayPass)
          if (release !== null) taken.push({ amount, holder, isHeld: true, release })
        }
      }),
    )
  })
})
