import { signWithSession } from '../../platform/crypto'
import { callSimulator } from './called-simulator'

const open = async () => {
  const simulator = await callSimulator()
  const access_token = await simulator.token()
  const { openid, sessionKey } = await simulator.signIn('alice')
  const signedWith = (key: string) => ({
    access_token,
    openid,
    signature: signWithSession('', key),
    sig_method: 'hmac_sha256',
  })
  return { ...simulator, openid, sessionKey, signedWith }
}

test('the call checksession knows the valid session_key by its signature', async () => {
  const { get, sessionKey, signedWith } = await open()
  expect(await get('wxa/checksession', signedWith(sessionKey))).toEqual({
    errcode: 0,
    errmsg: 'ok',
  })
  expect((await get('wxa/checksession', signedWith('another key'))).errcode).toBe(87009)
})

test('a later login ends the old session_key at checksession', async () => {
  const { get, sessionKey, signedWith, control } = await open()
  await control('clock', { advanceMs: 60_000 })
  await control('login-code', { person: 'alice' })
  expect((await get('wxa/checksession', signedWith(sessionKey))).errcode).toBe(87009)
})

test('the call resetusersessionkey ends the session_key and returns the next', async () => {
  const { get, sessionKey, signedWith, openid } = await open()
  const answer = await get('wxa/resetusersessionkey', signedWith(sessionKey))
  expect(answer).toEqual({ errcode: 0, errmsg: 'ok', openid, session_key: expect.any(String) })
  expect((await get('wxa/checksession', signedWith(sessionKey))).errcode).toBe(87009)
  expect((await get('wxa/checksession', signedWith(answer.session_key))).errcode).toBe(0)
})

test.each([
  [{ openid: 'oNobody' }, 40003],
  [{ sig_method: 'md5' }, 87008],
  [{ signature: '' }, 87009],
  [{ access_token: 'invented' }, 40001],
])('the call checksession refuses %j with %i', async (change, errcode) => {
  const { get, sessionKey, signedWith } = await open()
  const query: Record<string, string> = { ...signedWith(sessionKey), ...change }
  expect((await get('wxa/checksession', query)).errcode).toBe(errcode)
})

test('wx.checkSession reports whether there is a valid key, and end-session takes it away', async () => {
  const { control, get, sessionKey, signedWith } = await open()
  expect(await control('check-session', { person: 'alice' })).toEqual({ valid: true })
  expect(await control('check-session', { person: 'bob' })).toEqual({ valid: false })
  await control('end-session', { person: 'alice' })
  expect(await control('check-session', { person: 'alice' })).toEqual({ valid: false })
  expect((await get('wxa/checksession', signedWith(sessionKey))).errcode).toBe(87009)
})
