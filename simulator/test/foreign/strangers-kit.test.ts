import { errorsOf } from '../host/bundle'
import { openStranger } from './open-stranger'

describe('a kit of components as strangers write it', () => {
  const open = async () => {
    const app = await openStranger('kit')
    const lines = () => app.text('lines').split('\n').filter(Boolean)
    return { app, lines }
  }

  it('a kit of tabs follows its relations: titles, choice, what comes later', async () => {
    const { app, lines } = await open()
    expect(errorsOf(app)).toEqual([])
    expect([app.text('head-0'), app.text('head-1')]).toEqual(['One*', 'Two'])
    expect(app.text('first')).toBe('first 1')
    expect(app.leaves().map(({ id }) => id)).toContain('first')
    await app.tap('head-1')
    expect(app.text('second')).toBe('second')
    expect(app.has('first')).toBe(false)
    expect(lines()).toContain('change {"index":1}')
    expect(lines()).toContain('moved {"from":0,"to":1}')
    expect(lines().some((line) => line.startsWith('wxstap {"index":1'))).toBe(true)
    await app.tap('rename')
    expect(app.text('head-1')).toBe('Zwei*')
    await app.tap('more')
    expect(app.text('head-2')).toBe('Three')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a kit of lists takes generics, behaviours of behaviours and observers of parts', async () => {
    const { app, lines } = await open()
    const tapSecond = async (id: string) => {
      const [, second] = app.leaves().filter((leaf) => leaf.id === id)
      await app.tap(second ?? id)
    }
    await tapSecond('plain')
    await app.tap('push')
    await tapSecond('fancy')
    const picks = lines()
      .filter((line) => line.startsWith('pick'))
      .map((line) => JSON.parse(line.slice(5)) as object)
    expect(picks[0]).toMatchObject({ id: 'b', kind: 'plain', last: 2, both: [2, 0], first: 'Ann' })
    expect(picks[1]).toMatchObject({
      ...{ id: 'b', kind: 'baseabcbehaviorcomponent', last: 3, first: 'Anna' },
    })
    await app.tap('ask')
    expect(lines().at(-1)).toBe('asked function 1 2 1 number')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a kit has marks, captured taps and two-way binding', async () => {
    const { app, lines } = await open()
    await app.tap('inner')
    expect(lines().slice(-2)).toEqual(['captured count', 'inner {"what":{"a":1},"where":"page"}{}'])
    await app.input('field', 'typed')
    expect(app.text('echo')).toBe('typed')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})
