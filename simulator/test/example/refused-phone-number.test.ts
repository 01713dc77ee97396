import { launch } from '../../host/launch'
import { startSimulator } from '../../start'
import { createPerson } from '../../wx/person'
import { foreignBundle } from './foreign-bundle'

test('a refused phone number leaves a way on', async () => {
  const { url, close } = await startSimulator({ port: 0 })
  const alice = createPerson('alice', { phoneNumber: { kind: 'refuse' } })
  const app = await launch(foreignBundle(), {
    person: alice,
    desk: url,
    hosts: { 'api.example.com': '127.0.0.1:8787' },
  })

  await app.tap('bind-phone')

  expect(app.text('hint')).toContain('跳过')
  expect(app.errors).toEqual([])
  app.close()
  await close()
})
