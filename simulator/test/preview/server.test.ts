import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPreviewApp } from '../../preview/app'
import type { BundlePayload } from '../../preview/bundle'
import { CLIENT_FILES, type ClientFiles } from '../../preview/server/client-files'

let folder: string
let backend: Server
let backendHost: string

beforeAll(async () => {
  backend = createServer((request, response) => {
    response.setHeader('set-cookie', 'a=1')
    response.statusCode = 401
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () =>
      response.end(
        JSON.stringify({
          body,
          referer: request.headers.referer,
          url: request.url,
          ...(request.url === '/upload' && { type: request.headers['content-type'] }),
        }),
      ),
    )
  })
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve))
  backendHost = `127.0.0.1:${(backend.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise((resolve) => backend.close(resolve))
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preview-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const client = Object.fromEntries(
  CLIENT_FILES.map((name) => [name, `content of ${name}`]),
) as ClientFiles

const open = () =>
  createPreviewApp(
    {
      bundleDir: folder,
      simulatorUrl: 'http://127.0.0.1:8788',
      hosts: { 'api.example.com': backendHost },
    },
    Promise.resolve(client),
  )

const write = async (files: Readonly<Record<string, string>>) => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}
const bundle = {
  'app.json': JSON.stringify({ pages: ['pages/a'] }),
  'app.wxss': '@import "./common.wxss"; page { width: 750rpx }',
  'common.wxss': '.c { width: 75rpx }',
  'pages/a.js': 'Page({})',
  'pages/a.wxml': '<view>hello</view>',
  'pages/a.wxss': '.p { color: red }',
  'pic.png': 'png',
}
const head = (wire: object) => ({ 'x-wire': encodeURIComponent(JSON.stringify(wire)) })
const carry = async (headers: Readonly<Record<string, string>>, payload?: string) =>
  (await open()).inject({ method: 'POST', url: '/wire', headers, ...(payload && { payload }) })

describe('the preview server', () => {
  it.each([
    ['/', 'text/html', 'index.html'],
    ['/panel.css', 'text/css', 'panel.css'],
    ['/phone', 'text/html', 'phone.html'],
    ['/phone.js', 'text/javascript', 'phone.js'],
  ])(
    'the preview server serves the page at %s as %s, with a policy of what it may load',
    async (url, type, name) => {
      const { headers, body } = await (await open()).inject(url)
      expect(headers['content-type']).toContain(type)
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(body).toBe(`content of ${name}`)
    },
  )

  it('the preview server returns the bundle as text, with styles translated and their imports inlined', async () => {
    await write(bundle)
    const payload = (await (await open()).inject('/bundle')).json<BundlePayload>()
    expect(Object.keys(payload.files).sort()).toEqual(['app.json', 'pages/a.js'])
    const [app, page] = payload.styles
    expect(app?.light).toContain('.c { width: 10vw }')
    expect(app?.light).toContain('wx-page { width: 100vw }')
    expect(page?.dark).toContain(':where([data-page="pages/a"]) .s-pages_2f_a--p')
    expect(payload.templates.code).toContain('hello')
    expect(payload.templates.faults).toEqual([])
  })

  it('the preview server returns another version exactly when a file of the bundle changed', async () => {
    await write(bundle)
    const app = await open()
    const version = async () => (await app.inject('/bundle')).json<BundlePayload>().version
    const first = await version()
    expect(await version()).toBe(first)
    await write({ 'pages/a.wxml': '<view>other</view>' })
    expect(await version()).not.toBe(first)
  })

  it('the preview server serves pictures of the bundle, and nothing else of the disk', async () => {
    await write(bundle)
    const app = await open()
    expect((await app.inject('/bundle/pic.png')).headers['content-type']).toBe('image/png')
    for (const path of ['/bundle/app.json', '/bundle/none.png', '/bundle/..%2f..%2fetc%2fpasswd']) {
      expect((await app.inject(path)).statusCode).toBe(404)
    }
  })

  it.each([
    [{ host: 'evil.example' }, 403],
    [{ host: '127.0.0.1:8789', origin: 'https://evil.example' }, 403],
    [{ host: '127.0.0.1:8789' }, 200],
  ])('the preview server answers this machine only: %j gets %i', async (headers, status) => {
    expect((await (await open()).inject({ url: '/config', headers })).statusCode).toBe(status)
  })

  it('the preview server sends a request for the phone: with the mapped host and the Referer, and returns any status and the cookies', async () => {
    const answer = await carry(
      {
        'content-type': 'application/octet-stream',
        ...head({
          url: 'http://api.example.com/x?y=1',
          method: 'POST',
          headers: { referer: 'https://servicewechat.com/wx/devtools/page-frame.html' },
        }),
      },
      'sent',
    )
    expect(answer.statusCode).toBe(200)
    expect(JSON.parse(decodeURIComponent(String(answer.headers['x-wire'])))).toMatchObject({
      status: 401,
      cookies: ['a=1'],
    })
    expect(answer.json()).toEqual({
      body: 'sent',
      referer: 'https://servicewechat.com/wx/devtools/page-frame.html',
      url: '/x?y=1',
    })
  })

  it('the preview server carries a form with the boundary that the browser wrote into its content type', async () => {
    const type = 'multipart/form-data; boundary=----of-the-browser'
    const answer = await carry(
      {
        'content-type': type,
        ...head({ url: 'http://api.example.com/upload', method: 'POST', headers: {} }),
      },
      '------of-the-browser--',
    )
    expect(answer.json()).toMatchObject({ body: '------of-the-browser--', type })
  })

  it('the preview server carries a GET, whose missing body a browser sends as an empty one', async () => {
    const answer = await carry({
      'content-type': 'application/octet-stream',
      'content-length': '0',
      ...head({ url: 'http://api.example.com/x', method: 'GET', headers: {} }),
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ body: '', url: '/x' })
  })

  it('the preview server answers 502 with the code of the system when the host is unreachable', async () => {
    const answer = await carry(head({ url: 'http://127.0.0.1:1/', method: 'GET', headers: {} }))
    expect(answer.statusCode).toBe(502)
    expect(answer.json()).toEqual({ code: expect.stringMatching(/^E[A-Z]+$/) })
  })

  it.each([{}, head({ url: 'file:///etc/passwd' }), { 'x-wire': '%' }])(
    'the preview server refuses a malformed exchange: %j',
    async (headers) => {
      const answer = await (await open()).inject({ method: 'POST', url: '/wire', headers })
      expect(answer.statusCode).toBe(400)
    },
  )
})
