import { errorsOf } from '../host/bundle'
import { echo, serveSockets } from '../wx/network/socket-server'
import { openStranger } from './open-stranger'

describe('a chat in sub-packages as strangers write it', () => {
  it('a chat takes components and modules of a sub-package, and opens an independent one', async () => {
    const app = await openStranger('chat')
    expect(app.text('bubble')).toBe('(hello)')
    await app.tap('lib')
    expect(app.text('said')).toBe('{"a":1}')
    await app.tap('guide')
    expect(app.text('guide-text')).toBe('guide from index full')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a chat sends what waited, hears texts and bytes, and leaves', async () => {
    const { url, close } = await serveSockets(echo)
    const hosts = { 'chat.stranger.example': new URL(url).host }
    const app = await openStranger('chat', { hosts })
    const hears = (text: string) => app.until(() => app.text('log').includes(text))
    await app.tap('enter')
    await hears('joined')
    await app.input('text', 'hey')
    await app.tap('send')
    await hears('hey')
    await app.tap('bytes')
    await hears('message 3')
    await app.tap('leave')
    expect(app.text('log')).toBe(
      'open 1;message {"text":"joined ann"};message {"text":"hey"};message 3;close "1000 left";',
    )
    await app.back()
    expect(app.text('said')).toBe('joined ann;hey;3;')
    expect(errorsOf(app)).toEqual([])
    app.close()
    close()
  })

  it('a chat tries again where the server breaks off, and opens with its headers each time', async () => {
    const names: unknown[] = []
    const { url, close } = await serveSockets((socket, { headers }) => {
      names.push(headers['x-name'])
      socket.close(4000, 'full')
    })
    const app = await openStranger('chat', {
      hosts: { 'chat.stranger.example': new URL(url).host },
    })
    await app.tap('enter')
    await app.until(() => app.text('log').endsWith('open 3;close "4000 full";'))
    expect(names).toEqual(['ann', 'ann', 'ann'])
    app.close()
    close()
  })
})
