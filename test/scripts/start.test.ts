import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { lanAddress, qrCode } from '../../scripts/start/lan'
import { backendOf, partSpecs, type Addresses } from '../../scripts/start/parts'
import { readyWords } from '../../scripts/start/words'

const ports = { server: 8787, simulator: 8788, preview: 8789 }
const here: Addresses = { ports, host: '127.0.0.1' }
const layouts = [
  [{ server: true, simulator: true }, ['simulator', 'preview', 'server', 'weapp']],
  [{ server: true, simulator: false }, ['server', 'weapp']],
  [{ server: false, simulator: true }, ['simulator', 'preview', 'weapp']],
  [{ server: false, simulator: false }, ['weapp']],
] as const

const host = process.env['TARO_APP_BAAS_HOST']
beforeEach(() => delete process.env['TARO_APP_BAAS_HOST'])
afterAll(() => {
  if (host !== undefined) process.env['TARO_APP_BAAS_HOST'] = host
})

describe('npm start', () => {
  it.each(layouts)('npm start runs of a project with %j the parts %j', (layout, names) => {
    expect(partSpecs(here, layout).map(({ name }) => name)).toEqual(names)
  })

  it('npm start leads the app to the server that runs here, and says which backend it asks where there is none', () => {
    expect(backendOf(here, { server: true, simulator: false })).toBe('http://127.0.0.1:8787')
    const alone = { server: false, simulator: false }
    expect(backendOf(here, alone)).toBeUndefined()
    const { TARO_APP_BAAS_HOST } = parseEnv(readFileSync('.env', 'utf8'))
    expect(readyWords(here, alone)).toContain(
      `  backend    ${TARO_APP_BAAS_HOST} (TARO_APP_BAAS_HOST; there is no server/ here)`,
    )
  })

  it('npm start leaves the WeChat of the server alone where there is no simulator', () => {
    const [server] = partSpecs(here, { server: true, simulator: false })
    expect(server?.args.join(' ')).not.toContain('WECHAT_API_BASE')
    const [, , beside] = partSpecs(here, { server: true, simulator: true })
    expect(beside?.args).toContain('--default=WECHAT_API_BASE=http://127.0.0.1:8788')
  })

  it('npm start says what a server without a simulator asks, until its settings name the real WeChat', () => {
    const words = () => readyWords(here, { server: true, simulator: false }).join('\n')
    const before = process.env['WECHAT_API_BASE']
    delete process.env['WECHAT_API_BASE']
    expect(words()).toContain('the server asks a simulator that is not here')
    process.env['WECHAT_API_BASE'] = 'https://api.weixin.qq.com'
    expect(words()).not.toContain('simulator')
    if (before === undefined) delete process.env['WECHAT_API_BASE']
    else process.env['WECHAT_API_BASE'] = before
  })

  it('npm start binds the server for a phone in the local network, and prints its address as a QR code', () => {
    const lan: Addresses = { ports, host: '192.168.1.7' }
    const layout = { server: true, simulator: true }
    const [, , server, weapp] = partSpecs(lan, layout)
    expect(server?.env).toMatchObject({ HOST: '0.0.0.0', PUBLIC_URL: 'http://192.168.1.7:8787' })
    expect(weapp?.env).toMatchObject({ TARO_APP_BAAS_HOST: 'http://192.168.1.7:8787' })
    expect(readyWords(lan, layout)).toContain(qrCode('http://192.168.1.7:8787'))
  })

  it('npm start takes the address that is not the loopback, before those of containers, and says when there is none', () => {
    const address = (internal: boolean, text: string) => ({
      ...{ address: text, netmask: '', mac: '', cidr: null, internal },
      family: 'IPv4' as const,
    })
    const lo = [address(true, '127.0.0.1')]
    expect(lanAddress({ lo, en0: [address(false, '10.0.0.4')] })).toBe('10.0.0.4')
    const docker0 = [address(false, '172.17.0.1')]
    expect(lanAddress({ lo, docker0, wlan0: [address(false, '10.0.0.5')] })).toBe('10.0.0.5')
    expect(lanAddress({ lo, docker0 })).toBe('172.17.0.1')
    expect(() => lanAddress({ lo })).toThrow('This machine is in no local network')
  })
})
