import { eq } from 'drizzle-orm'
import { users } from '../../src/db/schema'
import { importServerForFile, lines } from './kit'

const { server, fileOf, run } = importServerForFile()

describe('an import of odd values', () => {
  it('an import takes an object for no yes, whatever its members are called', async () => {
    const text = '{"id":1142,"email":"obj@example.com","email_verified":{"toString":1}}\n'
    expect(await run(await fileOf(text))).toMatchObject({ imported: 1 })
    const stored = await server.context.db.select().from(users).where(eq(users.id, 1142))
    expect(stored).toMatchObject([{ emailVerified: false }])
  })

  it('an import reports a moment that it cannot read', async () => {
    const created = [1_600_000_000_000, '2020-13-01', true]
    const text = lines(...created.map((created_at, i) => ({ id: 1143 + i, created_at })))
    const outcome = await run(await fileOf(text))
    expect(outcome).toMatchObject({ imported: 3, problems: 3 })
    expect(outcome['first_problems']).toMatchObject([
      { id: 1143, field: 'created_at' },
      { id: 1144, field: 'created_at' },
      { id: 1145, field: 'created_at' },
    ])
  })

  it.each([
    ['username', { id: 1147, _username: 'a\0b' }],
    ['email', { id: 1148, email: { address: 'a@example.com' } }],
    ['nickname', { id: 1149, nickname: ['Ann'] }],
  ])('an import reports a value that is no text it could keep: %s', async (field, record) => {
    const outcome = await run(await fileOf(lines(record)))
    expect(outcome).toMatchObject({ imported: 1, first_problems: [{ id: record.id, field }] })
  })

  it('an import takes no name of a built-in field from the custom fields', async () => {
    const custom = { token: 'made up', expires_in: 99, phone: '13700000000', shoe_size: 42 }
    expect(await run(await fileOf(lines({ id: 1150, custom })))).toMatchObject({ imported: 1 })
    const [row] = await server.context.db.select().from(users).where(eq(users.id, 1150))
    expect(row?.custom).toEqual({ shoe_size: 42 })
  })
})
