import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createPreviewApp } from '../../preview/app'
import { CLIENT_FILES, type ClientFiles } from '../../preview/server/client-files'

it('the preview carries a request whose query is as long as WeChat lets it be', async () => {
  const backend = createServer({ maxHeaderSize: 1024 * 1024 }, (request, response) =>
    response.end(String(request.url?.length)),
  ).listen(0, '127.0.0.1')
  await once(backend, 'listening')
  const client = Object.fromEntries(CLIENT_FILES.map((name) => [name, name])) as ClientFiles
  const settings = { bundleDir: '/nowhere', simulatorUrl: 'http://127.0.0.1:8788' }
  const app = await createPreviewApp(settings, Promise.resolve(client))
  const address = await app.listen({ port: 0, host: '127.0.0.1' })

  const query = encodeURIComponent('很长'.repeat(2000))
  const url = `http://127.0.0.1:${(backend.address() as AddressInfo).port}/?q=${query}`
  const head = { url, method: 'GET', headers: {} }
  const answer = await fetch(`${address}/wire`, {
    method: 'POST',
    headers: { 'x-wire': encodeURIComponent(JSON.stringify(head)) },
  })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe(String('/?q='.length + query.length))

  await app.close()
  backend.closeAllConnections()
  backend.close()
})
