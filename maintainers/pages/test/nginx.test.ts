import { readFileSync } from 'node:fs'
import { trackedFiles } from '../../source/tracked-files'

/** The settings of nginx that documents show. */
const blocks = trackedFiles()
  .filter((file) => file.endsWith('.md'))
  .flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/```nginx\n([^]*?)```/g)].map(([, block = '']) => ({
      page,
      block,
    })),
  )

describe('the settings of nginx in documents', () => {
  it('the settings of nginx in documents name a certificate and its key wherever they listen with TLS', () => {
    const withTls = blocks.filter(({ block }) => /listen .*\bssl;/.test(block))
    expect(withTls.length).toBeGreaterThanOrEqual(4)
    const without = withTls.filter(
      ({ block }) => !/ssl_certificate .*\n\s*ssl_certificate_key /.test(block),
    )
    expect(without).toEqual([])
  })

  it('the settings of nginx in documents are the same in both languages', () => {
    const codeIn = (page: string) =>
      blocks.filter((it) => it.page === page).map(({ block }) => block.replace(/ *# .*$/gm, ''))
    for (const page of ['docs/web', 'docs/deploy']) {
      expect(codeIn(`${page}.en.md`)).toEqual(codeIn(`${page}.md`))
    }
  })
})
