import { removeProjects } from '../kit/project'
import { merged, WHOLE } from './merged'
import { repositoryOf, type Files } from './repository'

afterAll(removeProjects)

const CARD = Array.from({ length: 20 }, (_, at) => `export const card${at} = ${at}\n`).join('')
const BEFORE: Files = {
  'src/ui/content/Card.tsx': CARD,
  'src/ui/content/Card.scss': CARD.replaceAll('export', '.a'),
  'src/platform/index.weapp.ts': CARD.replaceAll('card', 'phone'),
  'src/ui/Other.tsx': CARD.replaceAll('card', 'other'),
}
const AFTER: Files = {
  'src/ui/display/Card.tsx': CARD,
  'src/ui/display/Card.scss': CARD.replaceAll('export', '.a'),
  'src/device/index.weapp.ts': CARD.replaceAll('card', 'phone'),
  'src/ui/Other.tsx': CARD.replaceAll('card', 'other'),
}

describe("a team's imports of files that the template moves", () => {
  it('an upgrade rewrites imports, mocks and style sheets of moved files, and says which', () => {
    const own = [
      "import { card1 } from '../../ui/content/Card'\r\n",
      "import '../../ui/content/Card.scss'\r\n",
      "import { other1 } from '../../ui/Other'\r\n",
      "jest.mock('../../platform')\r\n",
    ].join('')
    const project = repositoryOf({ ...BEFORE, 'src/pages/tea/index.tsx': own })
    const path = 'src/pages/tea/index.tsx'
    expect(merged(project, BEFORE, AFTER)).toEqual({
      ...WHOLE,
      followed: [
        { path, was: '../../ui/content/Card', now: '../../ui/display/Card' },
        { path, was: '../../ui/content/Card.scss', now: '../../ui/display/Card.scss' },
        { path, was: '../../platform', now: '../../device' },
      ],
    })
    expect(project.read(path)).toBe(
      own.replaceAll('ui/content', 'ui/display').replace('platform', 'device'),
    )
    expect(project.git('status', '--porcelain')).toBe('')
  })

  it('an upgrade leaves an import of a path at which the project has a file of its own', () => {
    const own = "import { card1 } from './content/Card'\n"
    const project = repositoryOf({
      ...BEFORE,
      'src/ui/tea.ts': own,
      'src/ui/content/Card.h5.tsx': 'export const card1 = 0\n',
    })
    const before = { ...BEFORE, 'src/ui/content/Card.h5.tsx': 'export const card1 = 0\n' }
    const after = { ...AFTER, 'src/ui/content/Card.h5.tsx': 'export const card1 = 0\n' }
    expect(merged(project, before, after)).toEqual(WHOLE)
    expect(project.read('src/ui/tea.ts')).toBe(own)
  })

  it('an upgrade rewrites imports beside a conflict, which stays for a person to mend', () => {
    const project = repositoryOf({
      ...BEFORE,
      'a.txt': 'ours\n',
      'src/ui/tea.ts': "import { card1 } from './content/Card'\n",
    })
    const taken = merged(project, { ...BEFORE, 'a.txt': 'a\n' }, { ...AFTER, 'a.txt': 'theirs\n' })
    expect(taken.conflicts).toEqual([{ path: 'a.txt', kind: 'marked' }])
    expect(project.read('src/ui/tea.ts')).toBe("import { card1 } from './display/Card'\n")
    expect(project.git('ls-files', '--unmerged')).toContain('a.txt')
  })
})
