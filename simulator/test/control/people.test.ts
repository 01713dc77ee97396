import { callSimulator } from '../api/called-simulator'

test('a person of the simulator is what they were named, with two phone numbers, the same in every simulator', async () => {
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

test('a changed part of a person stays, and a part that is not named stays as it was', async () => {
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
  ['profile', { person: 'a', era: 'gone' }, /^"era" must be one of real,/],
  ['profile', { person: 'a', sdkVersion: '3' }, /^"sdkVersion" must match pattern/],
  ['person', { person: 'a', phones: ['12'] }, /^"phones\.0" must match pattern/],
])('the call %s with %j is refused in one sentence that names the field', async (...row) => {
  const [call, body, sentence] = row
  const { control } = await callSimulator()
  expect(await control(call, body)).toEqual({ error: expect.stringMatching(sentence) })
})
