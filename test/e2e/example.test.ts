import { createNetwork, createPerson } from '../../simulator/index'
import { useWorld } from './kit/use-world'

describe('an example of a test', () => {
  const world = useWorld()

  it('an example of a test takes an unknown person to an account by one tap', async () => {
    const phone = await world.open('example-one')
    await phone.tap('link-continue')
    expect(phone.has('session-user-id')).toBe(true)
  })

  it('an example of a test is of a person who says no, on a phone without a network', async () => {
    const person = createPerson('example-two', { modal: { kind: 'cancel' } })
    const network = createNetwork(world.hosts)
    network.switchTo('none')
    const phone = await world.open('example-two', { person, network })
    expect(phone.has('session-retry')).toBe(true)
    network.switchTo('wifi')
    await phone.tap('session-retry')
    expect(phone.has('link-continue')).toBe(true)
  })
})
