import { asc } from 'drizzle-orm'
import { users } from '../../src/db/schema'
import { dataSteps } from '../../src/db/schema-identifiers'
import { rewriteIdentifiers } from '../../src/maintenance/rewrite-identifiers'
import { hashPassword } from '../../src/security/password'
import { openPhone, sealPhone } from '../../src/security/phone'
import { deskForFile } from '../kit/desk-for-file'

export const PASSWORD = 'correct horse battery'

interface OldRow {
  readonly username?: string
  readonly email?: string
  readonly phone?: string
}

/** A server for the tests of a file, without accounts before each of them, and with those of older servers on request. */
export const oldAccountsForFile = () => {
  const { desk } = deskForFile()
  let passwordHash = ''
  beforeAll(async () => {
    passwordHash = await hashPassword(PASSWORD)
  })
  beforeEach(async () => {
    await desk.context.db.delete(users)
    await desk.context.db.update(dataSteps).set({ lastId: 0, doneAt: null })
  })

  /** Adds accounts as the server of the version before wrote them. Returns their ids. */
  const addOld = async (...rows: readonly OldRow[]): Promise<number[]> => {
    const at = new Date(desk.clock.now())
    const added = await desk.context.db
      .insert(users)
      .values(
        rows.map(({ username, email, phone }) => ({
          username: username ?? null,
          email: email ?? null,
          emailVerified: email !== undefined,
          ...(phone !== undefined && sealPhone(desk.context.vault, phone)),
          phoneVerified: phone !== undefined,
          passwordHash,
          createdAt: at,
          updatedAt: at,
        })),
      )
      .returning({ id: users.id })
    return added.map(({ id }) => id)
  }

  const rewrite = async (): Promise<string[]> => {
    const lines: string[] = []
    await rewriteIdentifiers(desk.context, (line) => void lines.push(line))
    return lines
  }

  const stored = async () => {
    const rows = await desk.context.db.select().from(users).orderBy(asc(users.id))
    return rows.map(({ username, usernameFolded, email, phoneSealed, phoneIndex }) => {
      const phone = phoneSealed && openPhone(desk.context.vault, phoneSealed)
      if (phone !== null) expect(phoneIndex).toBe(sealPhone(desk.context.vault, phone).phoneIndex)
      return { username, usernameFolded, email, phone }
    })
  }

  return { desk, addOld, rewrite, stored }
}
