import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { errorsOf } from '../host/bundle'
import { openStranger } from './open-stranger'

/** An API that answers with the path and the token it was asked with; `/no` is 404. */
const serveApi = async () => {
  const server = createServer(({ url, headers }, response) => {
    response.writeHead(url === '/no' ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ url, token: headers['x-token'] }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

describe('a tracked mini-program of promises as strangers write it', () => {
  it.each([
    ['info', 'number wifi 0 number wxfile://usr'],
    ['storage', '{"deep":[1,null]} getStorage:fail data not found ["k","sdk"]'],
    ['files', '{"at":1} true 8 ["a.json"]'],
    ['misc', 'clipboard,loading,scroll,title,toast,update false,vibrate 10'],
    ['modal', 'true 0'],
  ])('a mini-program that makes promises of all of wx has them answered: %s', async (id, told) => {
    const app = await openStranger('tracker')
    await app.tap(id)
    expect(app.text('log')).toBe(told)
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a mini-program with interceptors sends their headers and has errors of its own', async () => {
    const { host, close } = await serveApi()
    const app = await openStranger('tracker', { hosts: { 'api.stranger.example': host } })
    await app.tap('load')
    expect(app.text('log')).toBe('{"url":"/ok","token":"none"} ["HttpError",404,true]')
    app.close()
    close()
  })

  it('a mini-program that wraps Page and wx.request hears every page, tap, request and error', async () => {
    const app = await openStranger('tracker')
    for (const id of ['info', 'boom', 'load', 'tracked']) await app.tap(id)
    expect(app.text('log')).toBe(
      'load pages/index/index|show pages/index/index|tap info info|tap boom boom|error|' +
        'tap load load|request /ok|tap tracked showTracked ["Error: boom"] ',
    )
    expect(app.errors).toHaveLength(1)
    app.close()
  })

  it('a mini-program talks with the page that it opened, both ways', async () => {
    const app = await openStranger('tracker')
    await app.tap('go')
    expect(app.text('got')).toBe(
      '["1",[1,"二"],{"from":"pages/index/index"},["pages/index/index","pages/next/next"]]',
    )
    await app.tap('pick')
    expect(app.text('log')).toBe('picked {"id":7}')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})
