import { readCommandLine } from '../../src/operator/command-line'
import { operatorName } from '../../src/operator/operator'
import { Misuse } from '../../src/operator/refusal'
import { printed } from '../../src/operator/report'

const ID = '22000000000001'

describe('the operator’s command line', () => {
  it.each([
    [''],
    ['remove 1'],
    ['constructor 1'],
    ['show'],
    [`show ${ID} ${ID}`],
    ['show wilma'],
    ['show 1e3'],
    ['show 0'],
    ['show 1234567890123456'],
    [`show ${ID} --yes`],
    [`erase ${ID} --force`],
    [`erase ${ID} --reveal`],
    [`unlink ${ID} --appid`],
    [`end-sessions ${ID} --session 7`],
    [`block ${ID} --as`],
  ])('the operator’s command line refuses "%s"', (text) => {
    expect(() => readCommandLine(text.split(' ').filter(Boolean))).toThrow(Misuse)
  })

  it('the operator’s command line does nothing unasked, unmasked or by force without its option', () => {
    const unasked = { output: 'text', as: null }
    expect(readCommandLine(['show', ID])).toEqual({
      ...unasked,
      name: 'show',
      id: Number(ID),
      personalData: 'masked',
    })
    const unlink = { name: 'unlink', id: Number(ID), appid: null }
    expect(readCommandLine(['unlink', ID])).toEqual({
      ...unasked,
      ...unlink,
      confirmation: 'asked',
      lastMethod: 'kept',
    })
    expect(readCommandLine(['unlink', ID, '--force', '--yes', '--as', 'olga'])).toEqual({
      ...unasked,
      ...unlink,
      confirmation: 'given',
      lastMethod: 'may-go',
      as: 'olga',
    })
    const file = { ...unasked, name: 'import', file: 'a.csv', out: null }
    expect(readCommandLine(['import', 'a.csv'])).toEqual({ ...file, mode: 'dry-run' })
    expect(readCommandLine(['import', 'a.csv', '--yes'])).toEqual({ ...file, mode: 'write' })
  })

  it.each([['--help'], ['help'], ['erase', '--help']])(
    'the operator’s command line prints its usage for %s',
    (...args) => {
      expect(readCommandLine(args)).toBe('help')
    },
  )

  it('the operator’s command line takes the operator’s name that is given, else the system’s, and none that is no name', () => {
    expect(operatorName('Olga Ö.', () => 'root')).toBe('Olga Ö.')
    expect(operatorName(null, () => 'root')).toBe('root')
    for (const name of ['', ' ', 'a\nb', '\u202eolga', 'x'.repeat(65)]) {
      expect(() => operatorName(name, () => '')).toThrow(/^Say who you are/)
    }
    expect(() => operatorName(null, () => '')).toThrow(Misuse)
  })
})

describe('what a command prints', () => {
  const record = {
    id: 1,
    nickname: 'a\u001b[2Jb\u202ec\nd\u{e0041}',
    blocked_at: null,
    list: [{ x: 'y' }],
  }

  it.each(['text', 'json'] as const)(
    'the output of a command holds no character that acts on the terminal, as %s',
    (output) => {
      const text = printed(record, output)
      expect(text.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      expect(text).toContain('\\u001b[2Jb\\u202ec')
    },
  )

  it('the output of a command is JSON that reads back as it was', () => {
    expect(JSON.parse(printed([record], 'json'))).toEqual([record])
  })

  it('the output of a command is lines for one account and a table for several', () => {
    const at = new Date(0)
    expect(printed({ id: 1, name: '', at, list: [] }, 'text')).toBe(
      'id    1\nname  -\nat    1970-01-01T00:00:00.000Z\n\nlist\n-\n',
    )
    expect(
      printed(
        [
          { id: 1, name: 'a' },
          { id: 22, name: 'b' },
        ],
        'text',
      ),
    ).toBe('id  name\n1   a\n22  b\n')
  })
})
