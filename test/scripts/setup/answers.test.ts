import { readAnswers } from '../../../scripts/setup/answers/read-answers'

const good = {
  name: 'tea-shop',
  displayName: '茶铺',
  displayNameEn: 'Tea shop',
  appid: 'wx0123456789abcdef',
  operator: { name: '茶铺有限公司', contact: 'a@tea.example', address: '杭州' },
  colour: '#1A73E8',
  backend: 'own',
  keep: ['sms', 'phone'],
}

describe('the answers of setup', () => {
  it('the answers of setup are read as they are documented', () => {
    expect(readAnswers(good)).toEqual({
      answers: { ...good, colour: '#1a73e8', backend: { kind: 'own' }, keep: ['phone', 'sms'] },
    })
  })

  it('the answers of setup have defaults, and keep everything where nothing is said', () => {
    expect(readAnswers({})).toMatchObject({
      answers: { appid: 'touristappid', keep: expect.arrayContaining(['server', 'simulator']) },
    })
    expect(readAnswers({ keep: [] })).toMatchObject({ answers: { keep: [] } })
  })

  it.each([
    ['own', { kind: 'own' }],
    ['none', { kind: 'none' }],
    ['https://api.example.com', { kind: 'hosted', host: 'https://api.example.com' }],
    ['https://abc123.myminapp.com/', { kind: 'hosted', clientId: 'abc123' }],
    [{ kind: 'hosted', clientId: 'abc123' }, { host: 'https://abc123.myminapp.com' }],
    [{ kind: 'own' }, { kind: 'own' }],
    [{ host: 'https://api.example.com' }, { kind: 'hosted', host: 'https://api.example.com' }],
  ])('the answers of setup take %j as the backend', (backend, read) => {
    expect(readAnswers({ backend })).toMatchObject({ answers: { backend: read } })
  })

  it.each([
    ['name', 'Tea Shop', /^"name" takes lower-case letters/],
    ['name', '../up', /^"name" takes/],
    ['name', 7, /^"name" must be a text/],
    ['displayName', '', /^"displayName" takes 1 to 30/],
    ['displayName', ' \u3000', /^"displayName" takes 1 to 30/],
    ['displayName', '\u200b\u200d', /^"displayName" takes 1 to 30/],
    ['displayNameEn', '\u3164\u2800', /^"displayNameEn" takes 1 to 30/],
    ['displayNameEn', '\u{13441}\u{1d159}\ufffc', /^"displayNameEn" takes 1 to 30/],
    ['displayNameEn', '\ufe0f\u0301', /^"displayNameEn" takes 1 to 30/],
    ['displayName', 'two\nlines', /^"displayName" takes/],
    ['displayNameEn', 'x'.repeat(31), /^"displayNameEn" takes/],
    ['appid', 'wx123', /^"appid" is "wx" and 16/],
    ['operator', 'me', /^"operator" must be an object/],
    ['operator', { phone: '1' }, /^"operator\.phone" is not known/],
    ['operator', { name: 'a\u2028b' }, /^"operator\.name" takes/],
    ['displayName', 'half \ud83c', /^"displayName" takes/],
    ['displayName', 'lost \ufffd', /^"displayName" takes/],
    ['displayName', 'turned \u202e', /^"displayName" takes/],
    ['name', 'x'.repeat(200), /^"name" takes .* at most 64/],
    ['name', '茶铺', /^"name" takes/],
    ['keep', ['toString'], /^"keep" names "toString"/],
    ['keep', [['sms']], /^"keep" names \["sms"\]/],
    ['backend', 7, /^"backend" is own/],
    ['backend', 'https://user@a.example', /^"backend" is own/],
    ['backend', { kind: 'hosted', hots: 'x' }, /^"backend\.hots" is not known/],
    ['backend', { kind: 'own', host: 'https://a.example' }, /^"backend\.host" is not known/],
    ['backend', { kind: 'toString' }, /^"backend" is own/],
    ['backend', { host: 7 }, /^"backend" is own.*it is "7"/],
    ['__proto', {}, /^"__proto" is not known/],
    ['colour', 'green', /^"colour" is written #rrggbb/],
    ['backend', 'ftp://a', /^"backend" is own, none, or an origin/],
    ['backend', 'https://a/b', /^"backend" is own/],
    ['keep', 'all', /^"keep" must be a list/],
    ['keep', ['sms', 'wings'], /^"keep" names "wings"/],
    ['color', '#000000', /^"color" is not known; the keys are name,/],
  ])(
    'the answers of setup are refused with a sentence that names the key: %s %j',
    (key, value, sentence) => {
      expect(readAnswers({ ...good, [key]: value })).toEqual({
        faults: [expect.stringMatching(sentence)],
      })
    },
  )

  it('the answers of setup take a name of one letter, and no backend beside a server that is kept', () => {
    expect(readAnswers({ name: 'x', backend: 'none', keep: ['server'] })).toMatchObject({
      answers: { name: 'x', backend: { kind: 'none' }, keep: ['server'] },
    })
  })

  it('the answers of setup lose the blanks around them', () => {
    const blanks = {
      ...{ name: ' tea ', displayName: '\u3000茶 铺\n', appid: ' wx0123456789abcdef\t' },
      ...{ colour: '#1A73E8 ', operator: { name: ' 茶铺有限公司 ' } },
    }
    expect(readAnswers(blanks)).toMatchObject({
      answers: {
        ...{ name: 'tea', displayName: '茶 铺', appid: 'wx0123456789abcdef' },
        ...{ colour: '#1a73e8', operator: { name: '茶铺有限公司' } },
      },
    })
  })

  it.each([null, 'text', 7, []])('the answers of setup are one object, not %j', (value) => {
    expect(readAnswers(value)).toEqual({ faults: ['The answers must be one JSON object.'] })
  })

  it('the answers of setup are all reported at once when wrong', () => {
    expect(readAnswers({ name: 'A', appid: 'b', colour: 'c' })).toEqual({
      faults: [expect.any(String), expect.any(String), expect.any(String)],
    })
  })
})
