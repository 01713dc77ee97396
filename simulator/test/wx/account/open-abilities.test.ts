import { createNetwork } from '../../../wx/network/network'
import { createPhone, type PhoneOptions } from '../phone'
import { countingServers } from '../../host/bundle'

const pressPhone = (options: PhoneOptions = {}, openType = 'getPhoneNumber') =>
  createPhone(options).press(openType)

describe('the phone button', () => {
  it('the phone button returns a code that is not a login code, and the old encrypted form', async () => {
    expect(await pressPhone()).toEqual([
      {
        name: 'getphonenumber',
        errMsg: 'getPhoneNumber:ok',
        code: 'phone-alice-1',
        encryptedData: 'e',
        iv: 'i',
      },
    ])
  })

  it('the phone button has no code below 2.21.2', async () => {
    const [event] = await pressPhone({ device: { libVersion: '2.21.1' } })
    expect(event).not.toHaveProperty('code')
  })

  it.each([
    ['ios', { kind: 'refuse' }, 'getPhoneNumber:fail user deny'],
    ['devtools', { kind: 'refuse' }, 'getPhoneNumber:fail user deny'],
    ['android', { kind: 'refuse' }, 'getPhoneNumber:fail:user deny'],
    ['android', { kind: 'cancel' }, 'getPhoneNumber:fail:user cancel'],
  ] as const)('the phone button on %s spells %j its own way', async (platform, reply, errMsg) => {
    expect(await pressPhone({ device: { platform }, replies: { phoneNumber: reply } })).toEqual([
      { name: 'getphonenumber', errMsg },
    ])
  })

  it('the phone button has no permission in a personal account', async () => {
    expect(await pressPhone({ registration: { account: 'personal' } })).toEqual([
      { name: 'getphonenumber', errMsg: 'getPhoneNumber:fail no permission' },
    ])
  })

  it('the phone button fails while the network is off', async () => {
    const network = createNetwork()
    network.switchTo('none')
    expect(await pressPhone({ network })).toMatchObject([{ name: 'getphonenumber', errno: 600001 }])
  })

  it('the phone button reports errno 1400001 when the quota is spent', async () => {
    const servers = { ...countingServers(), phoneCode: async () => ({ errno: 1400001 }) }
    expect(await pressPhone({ servers })).toMatchObject([{ errno: 1400001 }])
  })

  it('the phone button checks in real time by another event, since 2.24.4', async () => {
    expect(await pressPhone({}, 'getRealtimePhoneNumber')).toMatchObject([
      { name: 'getrealtimephonenumber', errMsg: 'getPhoneNumber:ok' },
    ])
    expect(
      await pressPhone({ device: { libVersion: '2.24.3' } }, 'getRealtimePhoneNumber'),
    ).toEqual([])
  })

  it('the phone button combined with the agreement works from 2.33.0 on and not on 3.0.0', async () => {
    const both = 'getPhoneNumber|agreePrivacyAuthorization'
    const replies = { privacy: 'disagree' } as const
    expect(await pressPhone({ replies }, both)).toMatchObject([
      { name: 'agreeprivacyauthorization' },
      { name: 'getphonenumber', errMsg: 'getPhoneNumber:ok' },
    ])
    expect(await pressPhone({ replies, device: { libVersion: '3.0.0' } }, both)).toMatchObject([
      { name: 'getphonenumber', errno: 103 },
    ])
  })
})

describe('the avatar button', () => {
  it('the avatar button returns a temporary file that uploadFile can send', async () => {
    const { press } = createPhone()
    expect(await press('chooseAvatar')).toEqual([
      { name: 'chooseavatar', avatarUrl: expect.stringMatching(/^http:\/\/tmp\/.+\.png$/) },
    ])
  })

  it.each(['cancel', 'unsafe'] as const)(
    'the avatar button reports nothing on %s',
    async (kind) => {
      expect(await createPhone({ replies: { avatar: { kind } } }).press('chooseAvatar')).toEqual([])
    },
  )

  it('the avatar button sends the page through hide and show for album and camera', async () => {
    const seen: string[] = []
    const cover = () => {
      seen.push('hide')
      return () => void seen.push('show')
    }
    const file = { bytes: new ArrayBuffer(1), type: 'image/jpeg' } as const
    const replies = { avatar: { kind: 'choose', from: 'album', file } } as const
    await createPhone({ replies, host: { cover } }).press('chooseAvatar')
    expect(seen).toEqual(['hide', 'show'])
  })
})

it('an open-type that WeChat does not have does nothing', async () => {
  const { press, person, loop } = createPhone()
  expect(await press('navigateTo')).toEqual([])
  expect(person.asked).toEqual([])
  expect(loop.errors).toEqual([])
})

it('an open-type that is not simulated is reported by its name', async () => {
  const { press, loop } = createPhone()
  await press('launchApp')
  expect(loop.errors.map(({ error }) => String(error))).toEqual([
    'Error: button open-type="launchApp" is not simulated.',
  ])
})
