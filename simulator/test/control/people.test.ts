import { callSimulator } from '../api/called-simulator'

test('a person is what they were named, with two phone numbers, the same in every simulator', async () => {
  const [here, there] = [await callSimulator(), await callSimulator()]
  const alice = await here.control('person', { person: 'alice' })
  expect(alice).toEqual({
    person: 'alice',
    nickname: 'alice',
    avatar: expect.stringMatching(/^https:\/\/thirdwx\.qlogo\.cn\//),
    phones: [expect.stringMatching(/^13\d{9}$/), expect.stringMatching(/^13\d{9}$/)],
    standing: 'normal',
  })
  expect(await there.control('person', { person: 'alice' })).toEqual(alice)
})

test('what is changed stays, what is not named stays as it was', async () => {
  const { control } = await callSimulator()
  const before = await control('person', { person: 'alice' })
  const phones = ['13800138000', '+852-61234567']
  await control('person', { person: 'alice', nickname: '爱丽丝', phones })
  const after = await control('person', { person: 'alice', standing: 'high-risk' })
  expect(after).toEqual({ ...before, nickname: '爱丽丝', phones, standing: 'high-risk' })
})

test('getUserProfile returns the real answer, or the one of an era or a base library', async () => {
  const { control } = await callSimulator()
  const profile = (more: object) => control('profile', { person: 'alice', ...more })
  expect((await profile({})).userInfo.nickName).toBe('alice')
  expect(await profile({})).toHaveProperty('encryptedData')
  expect((await profile({ sdkVersion: '3.10.0' })).userInfo.nickName).toBe('微信用户')
  expect(await profile({ era: 'real-without-crypto' })).not.toHaveProperty('encryptedData')
})

test.each([
  [{ person: 'a', era: 'gone' }, expect.stringMatching(/^"era" must be one of real,/)],
  [{ person: 'a', sdkVersion: '3' }, expect.stringMatching(/^"sdkVersion" must match pattern/)],
])('the profile call %j is refused in one sentence', async (body, error) => {
  const { control } = await callSimulator()
  expect(await control('profile', body)).toEqual({ error })
})

test('a phone number that is no number is refused, and names the field', async () => {
  const { control } = await callSimulator()
  const { error } = await control('person', { person: 'alice', phones: ['12'] })
  expect(error).toMatch(/^"phones\.0" must match pattern/)
})
