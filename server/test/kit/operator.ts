import { eq } from 'drizzle-orm'
import { auditEvents, users } from '../../src/db/schema'
import { readCommandLine } from '../../src/operator/command-line'
import { runCommand } from '../../src/operator/run-command'
import { serverForFile } from './server-for-file'

/** A server for all tests of the file that calls this, and olga, who runs its operator's command. */
export const operatorForFile = () => {
  const { server, hand } = serverForFile()
  const asked: string[] = []
  beforeEach(() => {
    asked.length = 0
  })

  return {
    server,
    hand,
    /** The questions that olga was asked in this test. */
    asked,
    /** Runs a command as olga; `answer` is what she types when asked, null when there is no terminal. */
    run: (args: string, answer: string | null = null) => {
      const line = readCommandLine(args.split(' '))
      if (line === 'help') throw new Error('help is printed by the program')
      const ask = async (question: string) => {
        asked.push(question)
        return answer ?? ''
      }
      const operator = { context: server.context, name: 'olga', ask: answer === null ? null : ask }
      return runCommand(operator, line)
    },
    /** What the audit trail says of an account. */
    trailOf: (id: number) =>
      server.context.db
        .select({ kind: auditEvents.kind, actor: auditEvents.actor })
        .from(auditEvents)
        .where(eq(auditEvents.userId, id)),
    /** The person's silent sign-in, which creates no account. */
    silent: (person: string) =>
      server.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
        body: { code: hand.code(person), create_user: false },
      }),
    /** An account with every kind of identifier: a username, an address, a number and a WeChat. */
    wellKnown: async (username: string, person: string, phone: string, email: string) => {
      const { token, user } = await hand.register(username)
      const link = { body: { code: hand.code(person), associate_with_unionid: true }, token }
      const linked = await server.call('POST', '/hserve/v2.4/idp/wechat/user-associate/', link)
      await server.context.db.update(users).set({ email }).where(eq(users.id, user.id))
      const bound = await server.call('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', {
        body: hand.phoneButton(person, phone),
        token: linked.body.token,
      })
      return { id: Number(user.id), token: String(bound.body.token) }
    },
  }
}
