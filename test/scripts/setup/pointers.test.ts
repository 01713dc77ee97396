import { openTree } from '../../../scripts/code/tree'
import { withoutLostPointers } from '../../../scripts/setup/steps/pointers'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

/** What is left of a document of a project that has lost server/ and the script "scale". */
const leftOf = (document: string): string => {
  const files = {
    'package.json': '{"scripts":{"start":""}}',
    'docs/guides/b.md': '',
    'server/README.md': '',
  }
  const tree = openTree(projectOf({ ...files, 'docs/a.md': document }))
  tree.remove('server/README.md')
  withoutLostPointers(tree, ['start', 'scale', 'setup'])
  return tree.read('docs/a.md')
}

const GONE = '(../server/README.md)'

describe('the documents of a created project', () => {
  it('the documents of a project keep what they say about files that have left, without a link to them', () => {
    expect(
      leftOf(
        'See [the server](../server/README.md#start), [its folder](../server/), [notes](guides/b.md), [WeChat](https://a.example/server/README.md).\n',
      ),
    ).toBe(
      'See the server, its folder, [notes](guides/b.md), [WeChat](https://a.example/server/README.md).\n',
    )
  })

  it.each([
    [`Nobody is locked out ([0009]${GONE}). It\ngoes on.`, 'Nobody is locked out. It\ngoes on.'],
    [`没有人被锁在外面（[0009]${GONE}）。`, '没有人被锁在外面。'],
    [`| a | made for Taro 3; see [decision 5]${GONE} |`, '| a | made for Taro 3 |'],
    [`已验证的才能登录，见[决策]${GONE}。`, '已验证的才能登录。'],
    [`It is so. The whole list: [all]${GONE}. And more.`, 'It is so. And more.'],
    [`这样。完整的清单：[全部]${GONE}。另外：[b](guides/b.md)。`, '这样。另外：[b](guides/b.md)。'],
    [`a\n\nThe list: [all]${GONE}. More:\n[too]${GONE}.\n`, 'a\n\n\n'],
    [`- a\n- **O6** No one is locked out: [0009]${GONE}.`, '- a\n- **O6** No one is locked out.'],
    [`6. **Backend**: [deploying]${GONE}. Real \`A\`.`, '6. **Backend**: Real `A`.'],
    [`6. **后端**：[部署]${GONE}。\`A\` 换成真的。`, '6. **后端**：`A` 换成真的。'],
  ])(
    'the documents of a project say nothing that only leads to what has left: %j',
    (text, left) => {
      expect(leftOf(text)).toBe(left)
    },
  )

  it.each([
    ['Wanted is 1.2. Measure again by\n`npm run scale -- 5`. More.', 'Wanted is 1.2. More.'],
    ['目标是 1.2。用 `npm run scale` 再测。', '目标是 1.2。'],
    ['Pages open in three seconds\n(`npm run scale`).', 'Pages open in three seconds.'],
    ['Every call (`npm run scale` holds this to\nthe files):', 'Every call:'],
    ['a\n\n`npm run scale` measures.\n\nb', 'a\n\n\n\nb'],
  ])('the documents of a project name no command that it does not have: %j', (text, left) => {
    expect(leftOf(text)).toBe(left)
  })

  it.each([
    '`npm start` and `npm run start`.',
    'A project made by `npm run setup`.',
    '```sh\nnpm run scale\n```',
    '`npm run scale -w server`',
  ])('the documents of a project keep its own commands, and blocks of code: %j', (text) => {
    expect(leftOf(text)).toBe(text)
  })
})
