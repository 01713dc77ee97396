import { createPerson, launch, startSimulator } from '../../index'
import { foreignBundle } from './foreign-bundle'

test('a refused phone number leaves a way on', async () => {
  const { url, close } = await startSimulator({ port: 0 })
  const alice = createPerson('alice', { phoneNumber: { kind: 'refuse' } })
  const app = await launch(foreignBundle(), {
    person: alice,
    simulator: url,
    hosts: { 'api.example.com': '127.0.0.1:8787' },
  })

  await app.tap('bind-phone')

  expect(app.text('hint')).toContain('跳过')
  expect(app.errors).toEqual([])
  app.close()
  await close()
})
