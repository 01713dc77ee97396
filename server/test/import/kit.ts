import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importAccounts } from '../../src/operator/import/import-accounts'
import { serverForFile } from '../kit/server-for-file'

/** Records as JSON lines. */
export const lines = (...records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('')

/** A server for the tests of a file, with a folder of files to import. */
export const importServerForFile = () => {
  const { server, hand } = serverForFile()
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  let files = 0
  const pathOf = (name: string) => join(folder, name)
  return {
    server,
    hand,
    pathOf,
    fileOf: async (text: string, kind = 'jsonl'): Promise<string> => {
      files += 1
      const path = pathOf(`${files}.${kind}`)
      await writeFile(path, text)
      return path
    },
    run: async (path: string, write = true, out: string | null = null) =>
      importAccounts({ context: server.context, name: 'olga', ask: null }, path, { write, out }),
  }
}
