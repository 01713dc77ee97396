import type { Project } from '../../../scripts/doctor/project'
import { found } from './found'
import { projectWith } from './project'

describe('the doctor, of a database', () => {
  const url = 'postgres://tea:secret-word@db.tea.example:6432/tea'
  const withUrl = (connect: Project['connect']) => ({
    server: { env: { ...projectWith().server?.env, DATABASE_URL: url }, check: () => undefined },
    connect,
  })

  it('the doctor tries the port of the database’s address', async () => {
    const tried: unknown[] = []
    const connect = (...where: unknown[]) => Promise.resolve(void tried.push(where))
    expect(await found(withUrl(connect))).toEqual([])
    expect(tried).toEqual([['db.tea.example', 6432]])
  })

  it('the doctor says that the database does not answer, and never its password', async () => {
    const lines = await found(withUrl(() => Promise.reject(new Error(url))))
    expect(lines).toEqual([
      expect.stringMatching(/^database error: .*db\.tea\.example:6432 does not/),
    ])
    expect(lines.join()).not.toContain('secret-word')
  })
})
