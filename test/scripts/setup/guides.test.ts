import { openTree } from '../../../scripts/code/tree'
import { leavingWith } from '../../../scripts/setup/leaving'
import { simplifyGuides } from '../../../scripts/setup/steps/guides'
import { keepCitedDecisions } from '../../../scripts/setup/steps/decisions'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

const leaving = (sections: ReturnType<typeof leavingWith>['sections'] = []) => ({
  ...leavingWith(new Set()),
  sections,
  settings: { TARO_APP_SMS: 'sms' },
})

/** A guide of a project that has lost server/, read after setup went through it. */
const simplified = (guide: string, sections = leaving().sections): string => {
  const files = { 'package.json': '{"scripts":{"start":""}}', 'server/src/main.ts': '' }
  const tree = openTree(projectOf({ ...files, 'docs/guide.md': guide, 'src/app.tsx': '' }))
  tree.remove('server/src/main.ts')
  simplifyGuides(tree, leaving(sections))
  return tree.read('docs/guide.md')
}

describe('the guides of a created project', () => {
  it('the guides of a created project lose rows and items about files, settings and scripts that left', () => {
    const guide = [
      '| setting | |',
      '| `TARO_APP_SMS` | texts |',
      '| `TARO_APP_PHONE` | calls |',
      '- `server/` is the backend,',
      '  which goes on here.',
      '- `src/` is the app, not `server/`.',
      '1. `server/src/main.ts`: starts',
      '2. `src/app.tsx`: launches',
      '- `npm run bench` measures',
      '- `npm start` runs it',
      '- `server` is a reason',
      'A sentence.',
    ]
    expect(simplified(guide.join('\n')).split('\n')).toEqual(
      [0, 2, 5, 7, 9, 10, 11].map((at) => guide[at]?.replace('2. ', '1. ')),
    )
  })

  it('the guides of a created project lose the sections that are named, and the smaller ones in them', () => {
    const guide = '# A\n\n## The server\n\n```sh\n# no heading\n```\n\n### More\n\nx\n\n## Next\n'
    const section = { in: 'docs/guide.md', heading: '## The server' }
    expect(simplified(guide, [section])).toBe('# A\n\n## Next\n')
    expect(simplified('# A\n\n## The server\n\nx', [section])).toBe('# A\n')
  })

  it('the guides of a created project keep what stands in blocks of code', () => {
    const guide = '```yaml\n- `server/` stays\n```\n'
    expect(simplified(guide)).toBe(guide)
  })
})

describe('the decisions of a created project', () => {
  it('the decisions of a created project are those that its code and settings cite', () => {
    const tree = openTree(
      projectOf({
        'docs/decisions/0001-a.md': '',
        'docs/decisions/0002-b.md': '',
        'docs/decisions/0003-c.md': '',
        'docs/decisions/README.md': 'docs/decisions/0003',
        'src/a.ts': '// docs/decisions/0001',
        'renovate.json': '{"description":"docs/decisions/0002-b.md"}',
      }),
    )
    keepCitedDecisions(tree)
    expect(tree.removed().sort()).toEqual(['docs/decisions/0003-c.md', 'docs/decisions/README.md'])
  })
})
