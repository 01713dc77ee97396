import { openTestServer } from '../kit/test-server'
import { serverForFile } from '../kit/server-for-file'
import { phoneInHand } from '../kit/phone-in-hand'
import { storage } from '../kit/storage'

const { server, hand } = serverForFile()
let store: ReturnType<typeof storage>

beforeAll(async () => {
  store = storage(server)
})
const fetchFile = (id: string) => server.app.inject(`/files/${id}`)

describe('a permit to upload', () => {
  it('a permit to upload reports where to send the file, and where it will be', async () => {
    const { token } = await hand.signIn('alice')
    const { status, body } = await store.ask(token)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      name: 'me.jpg',
      upload_url: 'http://localhost:80/files/',
      path: `http://localhost:80/files/${body.id}`,
      created_at: server.clock.now() / 1000,
    })
    expect((await fetchFile(body.id)).statusCode).toBe(404)
  })

  it('a permit to upload names PUBLIC_URL when there is one, whatever Host the request claims', async () => {
    const published = await openTestServer({ PUBLIC_URL: 'https://api.example.com' })
    const { token } = await phoneInHand(published).signIn('alice')
    const { body } = await storage(published).ask(token)
    await published.close()
    expect(body.upload_url).toBe('https://api.example.com/files/')
  }, 120_000)

  it('a permit to upload needs a session, and is issued sixty times an hour', async () => {
    expect((await store.ask('nobody')).status).toBe(401)
    const { token } = await hand.signIn('busy')
    for (let times = 0; times < 60; times++) expect((await store.ask(token)).status).toBe(200)
    const { status, body } = await store.ask(token)
    expect([status, body.retry_after > 0]).toEqual([429, true])
  })
})
