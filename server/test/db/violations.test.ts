import { orIfTaken } from '../../src/db/violations'

const failure = (code: string) =>
  new Error('wrapped', {
    cause: Object.assign(new Error('of the driver'), { code, constraint: 'users_email_key' }),
  })

describe('a write of a unique value', () => {
  it('a write of a unique value that was free resolves to what was written', async () => {
    const lost = jest.fn()
    expect(await orIfTaken(Promise.resolve('written'), lost)).toBe('written')
    expect(lost).not.toHaveBeenCalled()
  })

  it('a write of a unique value that another person has resolves to what its caller has for that', async () => {
    const violation = failure('23505')
    const lost = jest.fn(async (constraint: string) => `lost by ${constraint}`)
    expect(await orIfTaken(Promise.reject(violation), lost)).toBe('lost by users_email_key')
    expect(lost).toHaveBeenCalledWith('users_email_key', violation)
  })

  it.each(['23503', '40001'])(
    'a write of a unique value that fails otherwise, by %s, rejects with that',
    async (code) => {
      const other = failure(code)
      const lost = jest.fn()
      await expect(orIfTaken(Promise.reject(other), lost)).rejects.toBe(other)
      expect(lost).not.toHaveBeenCalled()
    },
  )
})
