import { measureClient } from '../client'

const KB = 1024

describe('what the client adds to a bundle', () => {
  it('the client adds at most 30 KB to a bundle, 10 KB gzipped', async () => {
    const { bytes, gzipBytes } = await measureClient()
    expect(bytes).toBeGreaterThan(20 * KB)
    expect(bytes).toBeLessThanOrEqual(30 * KB)
    expect(gzipBytes).toBeLessThanOrEqual(10 * KB)
  })
})
