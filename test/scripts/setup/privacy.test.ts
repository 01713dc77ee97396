import { openTree } from '../../../scripts/code/tree'
import { remove } from '../../../scripts/setup/code/engine'
import { leavingWith } from '../../../scripts/setup/leaving'

const MINUTE = 60_000

describe('the interfaces of WeChat in a created project', () => {
  it(
    'the interfaces of WeChat in a created project without notes choose no pictures, which browsers do on their own',
    () => {
      const tree = openTree('.')
      remove(tree, leavingWith(new Set(['web'])).removal)
      const naming = (name: string) =>
        tree.paths().filter((path) => path.startsWith('src/') && tree.read(path).includes(name))
      expect(naming('chooseImage')).toEqual([])
      expect(naming('choosePicture')).toEqual([
        'src/features/profile/AvatarButton.h5.tsx',
        'src/platform/choose-picture.h5.ts',
      ])
    },
    2 * MINUTE,
  )
})
