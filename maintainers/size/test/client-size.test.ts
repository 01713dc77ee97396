import { measureClient } from '../client'

const KB = 1024

describe('what the client adds to a bundle', () => {
  it('stays within 30 KB, 10 KB gzipped', async () => {
    const { bytes, gzipBytes } = await measureClient()
    expect(bytes).toBeGreaterThan(20 * KB)
    expect(bytes).toBeLessThanOrEqual(30 * KB)
    expect(gzipBytes).toBeLessThanOrEqual(10 * KB)
  })
})
