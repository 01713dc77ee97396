import { callSimulator, tourist } from './called-simulator'

const asked = { grant_type: 'client_credential', appid: tourist, secret: 's' }

test('stable_token answers with access_token and the seconds it has left, without errcode', async () => {
  const { post, control } = await callSimulator()
  const first = await post('cgi-bin/stable_token', asked)
  expect(first).toEqual({ access_token: expect.stringMatching(/^\w{100,512}$/), expires_in: 7200 })
  await control('clock', { advanceMs: 60_000 })
  expect(await post('cgi-bin/stable_token', asked)).toEqual({ ...first, expires_in: 7140 })
})

test('force_refresh of stable_token returns another token and ends the first', async () => {
  const { post, token } = await callSimulator()
  const first = await token()
  const second = await post('cgi-bin/stable_token', { ...asked, force_refresh: true })
  expect(second.access_token).not.toBe(first)
  const query = { access_token: first }
  expect((await post('wxa/business/getuserphonenumber', { code: 'x' }, query)).errcode).toBe(40001)
})

test('cgi-bin/token takes in the query what stable_token takes in the body', async () => {
  const { get } = await callSimulator()
  expect(await get('cgi-bin/token', asked)).toMatchObject({ expires_in: 7200 })
})

test.each([
  [{ ...asked, grant_type: 'authorization_code' }, 40002],
  [{ ...asked, appid: 'wx1' }, 40013],
  [{ ...asked, appid: '' }, 41002],
  [{ ...asked, secret: '' }, 41004],
  ['', 44002],
  ['not json', 47001],
  ['[', 47001],
  ['"text"', 47001],
])('stable_token refuses %j with %i', async (body, errcode) => {
  const { post } = await callSimulator()
  expect((await post('cgi-bin/stable_token', body)).errcode).toBe(errcode)
})

test('a token endpoint refuses the wrong method by name', async () => {
  const { get } = await callSimulator()
  expect((await get('cgi-bin/stable_token', asked)).errcode).toBe(43002)
})

test('an access_token runs out after two hours', async () => {
  const { post, token, control } = await callSimulator()
  const query = { access_token: await token() }
  const ask = async () =>
    (await post('wxa/business/getuserphonenumber', { code: 'x' }, query)).errcode
  await control('clock', { advanceMs: 7_199_999 })
  expect(await ask()).toBe(40029)
  await control('clock', { advanceMs: 1 })
  expect(await ask()).toBe(42001)
})
