import { createPhone } from '../phone'
import type { WireRequest } from '../../../wx/network/network'

const sent = async (device: object, call: 'request' | 'downloadFile' = 'request') => {
  const requests: WireRequest[] = []
  const network = {
    type: () => 'wifi' as const,
    onChange: () => undefined,
    send: async (request: WireRequest) => {
      requests.push(request)
      return { status: 200, headers: {}, cookies: [], body: new ArrayBuffer(0) }
    },
  }
  const header = { referer: 'https://evil', 'User-Agent': 'mine', 'x-own': '1' }
  await createPhone({ device, network }).call(call, { url: 'https://a.example', header })
  return requests[0]?.headers ?? {}
}

it('every request of the phone has its own User-Agent and Referer, whatever the mini-program sets', async () => {
  const headers = await sent({ platform: 'ios', wechatVersion: '8.0.60' })
  expect(headers['user-agent']).toContain('MicroMessenger/8.0.60')
  expect(headers['referer']).toBe('https://servicewechat.com/touristappid/0/page-frame.html')
  expect(headers).toMatchObject({ 'x-own': '1' })
  expect(Object.keys(headers).filter((name) => name === 'User-Agent')).toEqual([])
})

it('every request in DevTools names DevTools in the Referer', async () => {
  const { referer } = await sent({ platform: 'devtools' })
  expect(referer).toBe('https://servicewechat.com/touristappid/devtools/page-frame.html')
})

it.each(['android', 'windows', 'mac', 'ohos', 'ohos_pc'])(
  'every request names the device %s',
  async (platform) => {
    const headers = await sent({ platform })
    expect(headers['user-agent']?.toLowerCase()).toContain(`miniprogramenv/${platform}`)
  },
)

it('the downloads name the phone in User-Agent and Referer, too', async () => {
  const headers = await sent({ platform: 'ios' }, 'downloadFile')
  expect(headers['user-agent']).toContain('MicroMessenger')
})
