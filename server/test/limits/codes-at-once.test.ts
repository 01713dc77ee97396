import { sql } from 'drizzle-orm'
import { consumeEmailCode, issueEmailCode } from '../../src/accounts/email/email-codes'
import { mailedCode } from '../kit/mailed-code'
import { serverForFile } from '../kit/server-for-file'
import type { Answer } from '../kit/test-server'
import { textedCode } from '../kit/texted-code'

const PASSWORD = 'correct horse battery'

const { server } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const verified = async (email: string): Promise<string> => {
  const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
  await post('/hserve/v2.0/user/email-verify/', {}, body.token)
  const code = mailedCode(server)
  return (await post('/ext/v1/account/email/verify/', { code }, body.token)).body.token
}
const fourTimes = async (use: () => Promise<Answer>): Promise<number[]> => {
  const answers = await Promise.all([use(), use(), use(), use()])
  return answers.map(({ status }) => status).sort()
}

describe('four uses at once', () => {
  it('four uses at once of a code of a text message are one sign-in', async () => {
    const phone = '13811110001'
    await post('/hserve/v2.2/sms-verification-code/', { phone })
    const code = textedCode(server)
    const signIn = () => post('/hserve/v2.1/login/sms/', { phone, code })
    expect(await fourTimes(signIn)).toEqual([201, 400, 400, 400])
  })

  it('four uses at once of a mailed link reset a password once', async () => {
    const email = 'b@example.com'
    await verified(email)
    await post('/hserve/v2.0/user/password/reset/', { email })
    await server.context.background.settled()
    const text = server.wechat.platform.outbox.mails().at(-1)?.text ?? ''
    const token = /\/email\/reset\/#(\S+)/.exec(text)?.[1]
    const reset = () => post('/ext/v1/email/reset/', { token, password: 'another horse battery' })
    expect(await fourTimes(reset)).toEqual([200, 404, 404, 404])
  })
})

describe('a mailed code that is right', () => {
  it('a mailed code that is right is refused when another use deletes it between comparison and use', async () => {
    const { db } = server.context
    const email = 'a@example.com'
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    const addressee = { userId: Number(body.id), email }
    const code = await issueEmailCode(server.context, 'verify', addressee)
    // The deletion of a row that has just gone deletes none, as this one does.
    await db.execute(sql`create function deletes_none() returns trigger language plpgsql
      as 'begin return null; end'`)
    await db.execute(sql`create trigger gone before delete on email_codes
      for each row execute function deletes_none()`)

    const use = () => consumeEmailCode(server.context, 'verify', addressee, code)
    await expect(use()).rejects.toMatchObject({ errorCode: 'email_code_wrong' })
    await db.execute(sql`drop trigger gone on email_codes`)
    await expect(use()).resolves.toBeUndefined()
  })
})
