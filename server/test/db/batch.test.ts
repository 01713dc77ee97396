import fc from 'fast-check'
import { batch } from '../../src/db/batch'
import { MOST, PATIENCE_MS, type Question, UNDONE, LOST, openSlowDatabase } from './batch-calls'
import { settle, turns, wait } from '../kit/turns'

const names = new Map<unknown, string>([
  [UNDONE, 'undone'],
  [LOST, 'lost'],
])

// Time is set by hand; the turns of the event loop are real.

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate'] }))

afterEach(() => void jest.useRealTimers())

const openCalls = () => {
  const database = openSlowDatabase()
  const call = batch({
    ask: database.ask,
    rowsOf: ({ key }: Question) => [key],
    most: MOST,
    patienceMs: PATIENCE_MS,
  })
  let made = 0
  const outcomes = new Map<Question, string>()
  return {
    ...database,
    outcomes,
    call: (key: string, isBad = false) => {
      const question = { key, nth: (made += 1), isBad }
      call(question).then(
        (answer) => outcomes.set(question, answer),
        (error: unknown) => outcomes.set(question, names.get(error) ?? String(error)),
      )
      return question
    },
    serve: async () => {
      database.statements.shift()?.end('served')
      await settle()
    },
  }
}

describe('calls that share statements', () => {
  it('the calls that share statements go alone, at the end of the turn, when no statement runs', async () => {
    const { call, serve, sizes, outcomes } = openCalls()
    for (const key of ['a', 'b', 'c']) {
      const question = call(key)
      await settle()
      expect(sizes.at(-1)).toBe(1)
      await serve()
      expect(outcomes.get(question)).toBe(`answer ${question.nth}`)
    }
    expect(sizes).toEqual([1, 1, 1])
  })

  it('the calls that share statements wait for the running statement, then go together, so many at most', async () => {
    const { call, serve, sizes } = openCalls()
    call('first')
    await settle()
    for (let i = 0; i <= MOST; i += 1) call(`key ${i}`)
    await settle()
    expect(sizes).toEqual([1])
    await serve()
    await serve()
    expect(sizes).toEqual([1, MOST, 1])
  })

  it('the calls that share statements wait for a stuck statement no longer than their patience', async () => {
    const { call, sizes } = openCalls()
    call('stuck')
    await settle()
    call('other')
    await wait(PATIENCE_MS - 1)
    expect(sizes).toEqual([1])
    await wait(1)
    expect(sizes).toEqual([1, 1])
  })

  it('the calls that share statements are asked again alone when the database has undone their statement, and fail for themselves only', async () => {
    const { call, serve, sizes, outcomes } = openCalls()
    const questions = [call('a'), call('b', true), call('c')]
    await settle()
    for (let i = 0; i < 4; i += 1) await serve()
    expect(sizes).toEqual([3, 1, 1, 1])
    expect(questions.map((question) => outcomes.get(question))).toEqual([
      'answer 1',
      'undone',
      'answer 3',
    ])
  })

  it('the calls that share statements are not asked alone any more when the database goes meanwhile, and fail at once', async () => {
    const { call, serve, statements, sizes, outcomes } = openCalls()
    const questions = [call('a', true), call('b'), call('c'), call('d')]
    await settle()
    await serve()
    await serve()
    statements.shift()?.end('lost')
    await settle()
    expect(sizes).toEqual([4, 1, 1])
    expect(questions.map((question) => outcomes.get(question))).toEqual([
      'undone',
      'lost',
      'lost',
      'lost',
    ])
  })

  it('the calls that share statements all fail when it is unknown whether their statement was carried out', async () => {
    const { call, statements, sizes, outcomes } = openCalls()
    const questions = [call('a'), call('b')]
    await settle()
    statements[0]?.end('lost')
    await settle()
    expect(questions.map((question) => outcomes.get(question))).toEqual(['lost', 'lost'])
    expect(sizes).toEqual([2])
  })

  it('the calls that share statements fail, and do not hang, when the statement answers too few', async () => {
    const call = batch({ ask: async () => [], most: MOST, patienceMs: PATIENCE_MS })
    const refused = expect(call('a')).rejects.toThrow('unanswered')
    await settle()
    await refused
  })

  const event = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('call' as const),
        key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
        isBad: fc.nat(4).map((die) => die === 0),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('end' as const),
        which: fc.nat(9),
        how: fc.constantFrom('served' as const, 'served' as const, 'lost' as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('turn' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('time' as const) }) },
  )

  it('the calls that share statements get their own answers under every order of events; no two of one key meet or overtake', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
        const { call, statements, sizes, outcomes } = openCalls()
        const asked: Question[] = []
        const endOne = (which: number, how: 'served' | 'lost') =>
          statements.splice(which % Math.max(1, statements.length), 1)[0]?.end(how)

        for (const happening of events) {
          if (happening.kind === 'call') asked.push(call(happening.key, happening.isBad))
          if (happening.kind === 'end') endOne(happening.which, happening.how)
          if (happening.kind === 'turn') await turns(1)
          if (happening.kind === 'time') await wait(PATIENCE_MS)
        }
        await settle()
        while (statements.length > 0) {
          endOne(0, 'served')
          await settle()
        }

        for (const question of asked) {
          const wanted = question.isBad ? 'undone' : `answer ${question.nth}`
          expect([wanted, 'lost']).toContain(outcomes.get(question))
        }
        if (!events.some((happening) => happening.kind === 'end' && happening.how === 'lost')) {
          expect([...outcomes.values()]).not.toContain('lost')
        }
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(MOST)
      }),
      { numRuns: 300 },
    )
  })
})
