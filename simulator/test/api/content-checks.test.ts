import { callSimulator } from './called-simulator'

const path = 'wxa/msg_sec_check'
const twoHours = 2 * 60 * 60 * 1000

const open = async () => {
  const simulator = await callSimulator()
  const { openid } = await simulator.signIn('alice')
  const good = { version: 2, scene: 1, openid, content: '你好' }
  const check = async (change: object = {}) =>
    simulator.post(path, { ...good, ...change }, { access_token: await simulator.token() })
  return { ...simulator, good, check }
}

test('a harmless text passes the check, in the shape of version 2', async () => {
  const { check } = await open()
  expect(await check()).toEqual({
    errcode: 0,
    errmsg: 'ok',
    result: { suggest: 'pass', label: 100 },
    detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
    trace_id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{8}-[\da-f]{8}$/),
  })
})

test('WeChat’s own sample of a forbidden text is risky, in whichever field it stands', async () => {
  const { check } = await open()
  const sample = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'
  expect((await check({ content: `名字 ${sample}` })).result.suggest).toBe('risky')
  expect((await check({ nickname: sample })).result.suggest).toBe('risky')
})

test('a verdict set through the control API is the answer to the next check', async () => {
  const { check, control } = await open()
  await control('fault', { kind: 'verdict', suggest: 'review', times: 1 })
  expect((await check()).result.suggest).toBe('review')
  expect((await check()).result.suggest).toBe('pass')
})

test.each([
  [{ version: 1 }, 47001],
  [{ version: '2' }, 47001],
  [{ scene: 5 }, 40129],
  [{ openid: 'oNobody' }, 40003],
  [{ content: '' }, 44002],
  [{ content: '字'.repeat(2501) }, 45002],
])('a text check of %j is refused with %i', async (change, errcode) => {
  const { check } = await open()
  expect((await check(change)).errcode).toBe(errcode)
})

test('a text of exactly 2500 characters is checked', async () => {
  const { check } = await open()
  expect((await check({ content: '字'.repeat(2500) })).errcode).toBe(0)
})

test('the text of a person who was not here within two hours cannot be checked, and can after a visit', async () => {
  const { check, control } = await open()
  await control('clock', { advanceMs: twoHours })
  expect((await check()).errcode).toBe(0)
  await control('clock', { advanceMs: 1 })
  expect((await check()).errcode).toBe(61010)
  await control('visit', { person: 'alice' })
  expect((await check()).errcode).toBe(0)
})

test.each([
  [{ media_url: 'not an address' }, 47001],
  [{ media_type: 3 }, 47001],
  [{ scene: 0 }, 40129],
])('a media check of %j is refused with %i', async (change, errcode) => {
  const { post, good, token } = await open()
  const { version, scene, openid } = good
  const media = { version, scene, openid, media_url: 'http://127.0.0.1/a.png', media_type: 2 }
  const query = { access_token: await token() }
  expect((await post('wxa/media_check_async', { ...media, ...change }, query)).errcode).toBe(
    errcode,
  )
})

test('a body larger than the simulator reads is refused in words of WeChat, with status 200', async () => {
  const { app } = await callSimulator()
  const payload = 'x'.repeat(2 * 1024 * 1024)
  const answer = await app.inject({ method: 'POST', url: '/wxa/msg_sec_check', payload })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({ errcode: 45002 })
})
