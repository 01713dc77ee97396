import { errorsOf, logOf, onePage, run } from '../bundle'

const USES = {
  'Array.prototype.at': '[1].at(-1)',
  'Object.fromEntries': 'Object.fromEntries([])',
  'String.prototype.replaceAll': "'a'.replaceAll('a', 'b')",
  'Array.prototype.toSorted': '[1].toSorted()',
  'Array.prototype.findLast': '[1].findLast(() => true)',
  'Promise.any': 'Promise.any([1])',
}

const failing = async (device: object) => {
  const tries = Object.entries(USES).map(
    ([name, code]) => `try { ${code} } catch { console.log('${name}') }`,
  )
  const app = await run(onePage(`Page({ onLoad() { ${tries.join('\n')} } })`), { device })
  const names = logOf(app)
  expect(errorsOf(app)).toEqual([])
  app.close()
  return names
}

describe('the oldest phone of a base library', () => {
  it('the oldest phone of a base library lacks what came later than its engine and its polyfills', async () => {
    expect(await failing({ libVersion: '2.22.0', engine: 'oldest' })).toEqual([
      'Array.prototype.at',
      'Array.prototype.toSorted',
      'Array.prototype.findLast',
    ])
  })

  it('the oldest phone of a base library lacks almost everything before 2.16.1', async () => {
    expect(await failing({ libVersion: '2.15.0', engine: 'oldest' })).toEqual(Object.keys(USES))
  })

  it('the oldest phone of a base library has what its base library brings', async () => {
    expect(await failing({ libVersion: '3.11.3', engine: 'oldest' })).toEqual([])
  })

  it('a phone is no other than today’s unless the oldest one is asked for', async () => {
    expect(await failing({ libVersion: '2.15.0' })).toEqual([])
  })

  it('the host takes away the built-ins a test names, from the bundle and from nothing else', async () => {
    const app = await run(
      onePage(`Page({ onLoad() { console.log(typeof [].at, typeof [].map) } })`),
      {
        without: ['Array.prototype.at'],
      },
    )
    expect(logOf(app)).toEqual(['undefined function'])
    expect(typeof [].at).toBe('function')
    app.close()
  })
})
