import { openWorld } from '../kit/world'
import { ourPhones, sdkPhones } from './clients'
import { intended } from './differences'
import { startRecordingProxy, type RecordingProxy } from './proxy'
import { tell, type Told } from './tell'

/** One story, run by the genuine minapp-sdk 3.23.6 and by our client, to the same server. */
describe('our client beside the genuine SDK', () => {
  const world = openWorld()
  let proxy: RecordingProxy
  let theirs: Told[]
  let ours: Told[]

  beforeAll(async () => {
    proxy = await startRecordingProxy(world.server)
    theirs = await tell(world, proxy, 'sdk', sdkPhones(world))
    ours = await tell(world, proxy, 'our', ourPhones(world))
  }, 60_000)

  afterAll(() => proxy.close())

  const expected = () =>
    theirs.map((step) => intended.reduce((rewritten, { expect }) => expect(rewritten), step))

  it('our client runs the same story as the genuine SDK, step by step', () => {
    expect(ours.map(({ name }) => name)).toEqual(theirs.map(({ name }) => name))
    expect(ours.length).toBeGreaterThan(45)
  })

  it('our client sends the same requests as the genuine SDK: method, path, headers and body', () => {
    const requests = (told: readonly Told[]) =>
      told.map(({ name, requests }) => ({ name, requests }))
    expect(requests(ours)).toEqual(requests(expected()))
  })

  it('our client returns the same results and codes as the genuine SDK', () => {
    const outcomes = (told: readonly Told[]) => told.map(({ name, outcome }) => ({ name, outcome }))
    expect(outcomes(ours)).toEqual(outcomes(expected()))
  })

  it.each(intended.map((difference) => [difference.name, difference] as const))(
    'our client still differs from the genuine SDK in that %s',
    (_, { expect: rewrite }) => {
      const shown = theirs.filter((step) => JSON.stringify(rewrite(step)) !== JSON.stringify(step))
      expect(shown.length).toBeGreaterThan(0)
    },
  )

  it('our client never needs more requests than the genuine SDK', () => {
    const count = (told: readonly Told[]) => told.map(({ requests }) => requests.length)
    const more = count(ours).filter((ourCount, index) => ourCount > (count(theirs)[index] ?? 0))
    expect(more).toEqual([])
  })
})
