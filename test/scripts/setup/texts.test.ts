import { leftOf } from '../kit/left-of'
import { removeProjects } from '../kit/project'

afterAll(removeProjects)

const PAGE = 'src/pages/home/index.tsx'

describe('sentences that a screen picks by a name', () => {
  it('removing a feature removes sentences that only it said, and keeps those whose name the app still has', () => {
    const left = leftOf(
      {
        [PAGE]: `import { homeTexts } from '../../i18n/home'\nimport { Out } from './Out'\nexport default function Page() {\n  const texts = homeTexts.en\n  return <main><Out tag="done" />{__FEATURES__.sms && texts.sms}{__FEATURES__.sms && texts.done}{__FEATURES__.sms && texts.done_again}</main>\n}`,
        'src/pages/home/Out.tsx': `import { homeTexts } from '../../i18n/home'\nexport const Out = ({ tag }: { tag: 'done' | 'failed' }) => <p>{homeTexts.en[tag]}{homeTexts.en[\`\${tag}_again\`]}</p>`,
        'src/i18n/home.ts': `const en = { sms: 'text', done: 'done', failed: 'failed', done_again: 'again' }\nexport const homeTexts = { en }`,
      },
      { fixed: { '__FEATURES__.sms': false } },
      '[',
    )
    expect(left['src/i18n/home.ts']).toBe(
      `const en = { done: 'done', failed: 'failed', done_again: 'again' } export const homeTexts = { en }`,
    )
  })
})
