import { createServer } from 'node:http'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'
import { createPhone } from '../phone'

const serve = async (status: number, reply: (body: Buffer, type: string) => string) => {
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      response.writeHead(status, { 'content-type': 'image/png' })
      response.end(reply(body, request.headers['content-type'] ?? ''))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url, close }
}

describe('transfers', () => {
  it('wx.uploadFile sends a chosen avatar as multipart with its fields; the answer is a string', async () => {
    const { url, close } = await serve(200, (body, type) => {
      const sent = body.toString('latin1')
      const holds = (part: string) => sent.includes(part)
      return JSON.stringify({
        multipart: type.startsWith('multipart/form-data; boundary='),
        file: holds('name="file"; filename=') && holds('PNG') && holds('Content-Type: image/png'),
        field: holds('name="kind"') && holds('avatar'),
      })
    })
    const { press, call } = createPhone()
    const [event] = await press('chooseAvatar')
    const header = { 'content-type': 'application/json' }
    const formData = { kind: 'avatar' }
    const filePath = event?.['avatarUrl']
    expect(await call('uploadFile', { url, filePath, name: 'file', formData, header })).toEqual({
      statusCode: 200,
      data: '{"multipart":true,"file":true,"field":true}',
      errMsg: 'uploadFile:ok',
    })
    close()
  })

  it('wx.uploadFile resolves an upload that the server refuses', async () => {
    const { url, close } = await serve(413, () => '<html>too large</html>')
    const { press, call } = createPhone()
    const [event] = await press('chooseAvatar')
    expect(await call('uploadFile', { url, filePath: event?.['avatarUrl'], name: 'file' })).toEqual(
      {
        statusCode: 413,
        data: '<html>too large</html>',
        errMsg: 'uploadFile:ok',
      },
    )
    close()
  })

  it('wx.uploadFile fails for a path of an earlier launch', async () => {
    const option = { url: 'http://127.0.0.1/', filePath: 'http://tmp/000001.png', name: 'file' }
    expect(await createPhone().call('uploadFile', option)).toEqual({
      errMsg: 'uploadFile:fail file not found',
    })
  })

  it('wx.downloadFile loads into a temporary file that can be sent on', async () => {
    const { url, close } = await serve(200, (body) => `got ${body.length}`)
    const { call } = createPhone()
    const { tempFilePath } = (await call('downloadFile', { url })) as { tempFilePath: string }
    expect(tempFilePath).toMatch(/\.png$/)
    expect(await call('uploadFile', { url, filePath: tempFilePath, name: 'f' })).toMatchObject({
      statusCode: 200,
    })
    close()
  })
})
