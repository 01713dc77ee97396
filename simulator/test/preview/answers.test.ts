import { createHolder } from '../../preview/panel/model/answers'
import { defaultSettings, type Settings } from '../../preview/panel/model/settings'
import type { GivenFile } from '../../wx/phone/person'

const picture: GivenFile = { bytes: new ArrayBuffer(4), type: 'image/png' }

const holder = (settings: Partial<Settings>) => {
  const asked: string[] = []
  const person = createHolder({
    name: 'alice',
    settings: () => ({ ...defaultSettings('en', false), ...settings }),
    ask: async (kind) => {
      asked.push(kind)
      return { kind: 'choose', from: 'album', file: picture } as never
    },
    drawAvatar: async () => picture,
  })
  return { person, asked }
}

describe('the person who holds the phone', () => {
  it.each([
    ['allow', 'allow', 'agree', { kind: 'allow' }],
    ['refuse', 'refuse', 'disagree', { kind: 'refuse' }],
    ['cancel', 'refuse', 'disagree', { kind: 'cancel' }],
  ] as const)(
    'the person who holds the phone answers by habit: %s',
    async (answering, profile, privacy, phone) => {
      const { person, asked } = holder({ answering })
      expect(await person.answer('getUserProfile', { desc: 'why' })).toBe(profile)
      expect(await person.answer('privacy', { referrer: 'chooseAvatar' })).toBe(privacy)
      expect(await person.answer('phoneNumber', { check: 'quick' })).toEqual(phone)
      const permission = { scope: 'scope.camera', desc: '' }
      expect(await person.answer('authorize', permission)).toBe(profile)
      expect(asked).toEqual([])
    },
  )

  it('the person who holds the phone is asked, when that is the setting', async () => {
    const { person, asked } = holder({ answering: 'ask' })
    expect(await person.answer('avatar', { offers: 'avatar' })).toMatchObject({
      kind: 'choose',
      from: 'album',
    })
    expect(asked).toEqual(['avatar'])
  })

  it('the person who holds the phone is never asked what the content check decides', async () => {
    const { person, asked } = holder({ answering: 'ask', verdict: 'timeout' })
    expect(await person.answer('nicknameReview', { nickname: 'x' })).toBe('timeout')
    expect(asked).toEqual([])
  })

  it('a picture is held back when the content check fails it', async () => {
    const { person } = holder({ answering: 'ask', verdict: 'fail' })
    expect(await person.answer('avatar', { offers: 'avatar' })).toEqual({ kind: 'unsafe' })
  })
})
