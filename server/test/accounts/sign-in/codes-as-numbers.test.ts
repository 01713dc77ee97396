import { serverForFile } from '../../kit/server-for-file'
import { textedCode } from '../../kit/texted-code'

const { server } = serverForFile({ TRUSTED_PROXIES: '1' })

/** A number with a code that begins with a zero, as every tenth does, asked for from an address of its own. */
const codeFromZero = async (): Promise<{ phone: string; code: string }> => {
  for (let nth = 0; nth < 1000; nth += 1) {
    const phone = `1380001${String(nth).padStart(4, '0')}`
    const { status } = await server.call('POST', '/hserve/v2.2/sms-verification-code/', {
      body: { phone },
      headers: { 'x-forwarded-for': `203.0.${nth >> 8}.${nth & 255}` },
    })
    expect(status).toBe(200)
    const code = textedCode(server) ?? ''
    if (code.startsWith('0')) return { phone, code }
  }
  throw new Error('None of a thousand codes begins with a zero.')
}

describe('a code of a text message that is sent as a number', () => {
  it('a code of a text message that is sent as a number is taken though it has lost its zeros', async () => {
    const { phone, code } = await codeFromZero()
    const body = { phone, code: Number(code) }
    const answer = await server.call('POST', '/hserve/v2.1/login/sms/', { body })
    expect(answer).toMatchObject({ status: 201, body: { _phone: phone } })
  })
})
