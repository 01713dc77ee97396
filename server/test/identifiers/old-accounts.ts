import { asc } from 'drizzle-orm'
import { users } from '../../src/db/schema'
import { dataSteps } from '../../src/db/schema-identifiers'
import { rewriteIdentifiers } from '../../src/maintenance/rewrite-identifiers'
import { hashPassword } from '../../src/security/password'
import { openPhone, sealPhone } from '../../src/security/phone'
import { serverForFile } from '../kit/server-for-file'

export const PASSWORD = 'correct horse battery'

interface OldRow {
  readonly username?: string
  readonly email?: string
  readonly phone?: string
}

/** A server for the tests of a file, without accounts before each of them, and with those of older servers on request. */
export const oldAccountsForFile = () => {
  const { server } = serverForFile()
  let passwordHash = ''
  beforeAll(async () => {
    passwordHash = await hashPassword(PASSWORD, { ipAddress: 'of a test' })
  })
  beforeEach(async () => {
    await server.context.db.delete(users)
    await server.context.db.update(dataSteps).set({ lastId: 0, doneAt: null })
  })

  /** Adds accounts as the server of the version before wrote them. Returns their ids. */
  const addOld = async (...rows: readonly OldRow[]): Promise<number[]> => {
    const at = new Date(server.clock.now())
    const added = await server.context.db
      .insert(users)
      .values(
        rows.map(({ username, email, phone }) => ({
          username: username ?? null,
          email: email ?? null,
          emailVerified: email !== undefined,
          ...(phone !== undefined && sealPhone(server.context.vault, phone)),
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
    await rewriteIdentifiers(server.context, (line) => void lines.push(line))
    return lines
  }

  const stored = async () => {
    const rows = await server.context.db.select().from(users).orderBy(asc(users.id))
    return rows.map(({ username, usernameFolded, email, phoneSealed, phoneIndex }) => {
      const phone = phoneSealed && openPhone(server.context.vault, phoneSealed)
      if (phone !== null) expect(phoneIndex).toBe(sealPhone(server.context.vault, phone).phoneIndex)
      return { username, usernameFolded, email, phone }
    })
  }

  return { server, addOld, rewrite, stored }
}
