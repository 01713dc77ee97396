import { DrizzleQueryError } from 'drizzle-orm/errors'
import { DatabaseUnreachable, isDatabaseTrouble } from '../../src/db/trouble'
import { describeError } from '../../src/describe-error'

const coded = (code: string) => Object.assign(new Error('says anything'), { code })
const asDrizzle = (cause: Error) => new DrizzleQueryError('insert into t values ($1)', ['x'], cause)

describe('what counts as trouble of the database', () => {
  it.each([
    ['08006', 'a connection that broke'],
    ['28P01', 'a password that was changed'],
    ['53100', 'a full disk'],
    ['53300', 'too many connections'],
    ['55P03', 'a lock that came too late'],
    ['57014', 'a statement that took too long'],
    ['57P01', 'a shutdown'],
    ['57P03', 'a start that is not over'],
    ['58030', 'a disk that fails'],
    ['25P03', 'an idle transaction that was ended'],
    ['25006', 'a primary that became a standby'],
    ['40001', 'a serialization failure'],
    ['40P01', 'a deadlock'],
  ])('a failure is trouble of the database with %s: %s', (code) => {
    expect(isDatabaseTrouble(asDrizzle(coded(code)))).toBe(true)
    expect(isDatabaseTrouble(coded(code))).toBe(true)
  })

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Query read timeout',
    'Client has encountered a connection error and is not queryable',
  ])(
    'a failure is trouble of the database with what the driver says without a code: %s',
    (message) => {
      expect(isDatabaseTrouble(asDrizzle(new Error(message)))).toBe(true)
    },
  )

  it('a socket error is trouble of the database where a statement met it, or no connection was had', () => {
    expect(isDatabaseTrouble(asDrizzle(coded('ECONNRESET')))).toBe(true)
    expect(isDatabaseTrouble(new DatabaseUnreachable('none', { cause: coded('X') }))).toBe(true)
    expect(isDatabaseTrouble(coded('ECONNRESET'))).toBe(false)
  })

  it.each(['22P02', '23505', '23503', '42601', '42P01', 'XX000', 'P0001'])(
    'no trouble of the database is %s, which the same request would meet again',
    (code) => expect(isDatabaseTrouble(asDrizzle(coded(code)))).toBe(false),
  )

  it('the search for trouble of the database ends with a chain of causes that never does', () => {
    const snake = new Error('a')
    snake.cause = snake
    expect(isDatabaseTrouble(snake)).toBe(false)
    expect(JSON.stringify(describeError(snake)).length).toBeLessThan(20_000)
  })
})

describe('the description of an error', () => {
  it('the description of an error holds kind, code, constraint and places, and no message, however the error is laid out', () => {
    const refused = Object.assign(
      new Error('Key (email)=(secret@example.com)\n    at secret (/a.js:1:1)'),
      {
        code: '23505',
        constraint: 'users_email',
        table: 'users',
        detail: 'Key (email)=(secret@example.com) already exists.',
        where: 'unnamed portal parameter $1 = secret',
      },
    )
    const description = describeError(asDrizzle(refused))
    expect(description).toMatchObject({
      type: 'Error',
      cause: { code: '23505', constraint: 'users_email', table: 'users' },
    })
    expect(description.cause?.stack).toMatch(/^ {4}at .*database-trouble\.test\.ts/)
    expect(JSON.stringify(description)).not.toMatch(/secret|insert|params/)
  })

  it('the description of an error leaves out a code, a name or a constraint that is no name', () => {
    const odd = Object.assign(new Error('x'), { code: 'a b@c', constraint: '13512345678 a' })
    odd.name = 'secret@example.com'
    expect(describeError(odd)).toEqual({ type: 'Error', stack: expect.any(String) })
    expect(describeError('secret')).toEqual({ type: 'string', stack: '' })
  })
})
