import { openTree } from '../../../scripts/code/tree'
import { unlinkDocuments } from '../../../scripts/setup/steps/links'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

describe('documents of a project', () => {
  it('the documents of a project keep their sentences about files that have left, without a link to them', () => {
    const tree = openTree(
      projectOf({
        'docs/a.md':
          'See [the server](../server/README.md#start), [its folder](../server/), [notes](guides/b.md), [WeChat](https://a.example/server/README.md).\n',
        'docs/guides/b.md': '[a](../a.md)\n',
        'server/README.md': '',
      }),
    )
    tree.remove('server/README.md')
    unlinkDocuments(tree)
    expect(tree.read('docs/a.md')).toBe(
      'See the server, its folder, [notes](guides/b.md), [WeChat](https://a.example/server/README.md).\n',
    )
    expect(tree.changed()).toEqual(['docs/a.md'])
  })
})
