import { existsSync, readFileSync } from 'node:fs'

const filesOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file)

describe('the routes of docs/architecture', () => {
  it.each([...new Set(filesOf('docs/architecture.md'))])(
    'the routes of docs/architecture pass a file that exists: %s',
    (file) => {
      expect(existsSync(file)).toBe(true)
    },
  )

  it('the routes of docs/architecture are the same in both languages', () => {
    expect(filesOf('docs/architecture.en.md')).toEqual(filesOf('docs/architecture.md'))
    expect(filesOf('docs/architecture.md').length).toBeGreaterThan(30)
  })
})
