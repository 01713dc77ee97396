import { writeFile } from 'node:fs/promises'
import { inArray } from 'drizzle-orm'
import { users } from '../../src/db/schema'
import { importServerForFile } from './kit'

const { server, pathOf, run } = importServerForFile()

/** 茶 as GBK has it. */
const GBK_TEA = Buffer.from([0xb2, 0xe8])

const stored = (...ids: number[]) =>
  server.context.db.select().from(users).where(inArray(users.id, ids))

describe('an import of a file in another encoding', () => {
  it.each([
    [
      'csv',
      'in GBK',
      Buffer.concat([Buffer.from('id,nickname\n1160,'), GBK_TEA, Buffer.from('\n')]),
    ],
    [
      'jsonl',
      'in GBK',
      Buffer.concat([Buffer.from('{"id":1161,"nickname":"'), GBK_TEA, Buffer.from('"}\n')]),
    ],
    ['csv', 'in UTF-16', Buffer.from('\ufeffid,nickname\n1162,茶\n', 'utf16le')],
    ['csv', 'cut off in a sign', Buffer.from('id,nickname\n1163,茶').subarray(0, -1)],
  ])(
    'an import refuses a .%s file %s, which is no UTF-8, before it takes anything of it',
    async (kind, _, bytes) => {
      const path = pathOf(`gbk-${bytes.length}.${kind}`)
      await writeFile(path, bytes)
      await expect(run(path)).rejects.toThrow('The file is not in UTF-8: save it so')
      expect(await stored(1160, 1161, 1162, 1163)).toEqual([])
    },
  )
})
