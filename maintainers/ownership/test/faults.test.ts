import { readFile } from 'node:fs/promises'
import { mutate } from '../../mutations/mutation'
import { FAULTS } from '../faults'

describe('a fault that is put back', () => {
  it.each(FAULTS)(
    'a fault that is put back changes each of its places in the server: $id',
    async ({ id, edits }) => {
      for (const edit of edits) {
        const source = await readFile(edit.file, 'utf8')
        expect(mutate(source, { name: id, ...edit })).not.toBe(source)
      }
    },
  )
})
