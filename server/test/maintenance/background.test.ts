import { createBackground } from '../../src/background'

describe('work in the background', () => {
  it('the work in the background begins only when an answer that is ready has had its turn', async () => {
    const order: string[] = []
    const background = createBackground(() => undefined)
    background.run(async () => void order.push('background'))
    order.push('handler')
    await Promise.resolve().then(() => void process.nextTick(() => order.push('answer')))
    await background.settled()
    expect(order).toEqual(['handler', 'answer', 'background'])
  })

  it('the work in the background is logged when it fails, and the rest goes on', async () => {
    const failures: unknown[] = []
    const done: string[] = []
    const background = createBackground((error) => failures.push(error))
    const fault = new Error('no luck')
    background.run(() => Promise.reject(fault))
    background.run(async () => void done.push('other'))
    await background.settled()
    expect([failures, done]).toEqual([[fault], ['other']])
  })
})
