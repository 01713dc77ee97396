import fc from 'fast-check'
import { toXml } from '../../../simulator/index'
import { mediaVerdict } from '../../src/wechat-push/media-verdict'
import { encryptedOf, fieldsOf, parsePush, textOf } from '../../src/wechat-push/format'

const KB = 1024

const cpuOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/**
 * The least CPU that each of two works took in many runs, in microseconds: what the machine does besides only
 * adds. They take turns, so that what the process compiles or collects meanwhile falls to both.
 */
const leastCpu = (one: () => void, other: () => void): readonly [number, number] => {
  let least: readonly [number, number] = [Infinity, Infinity]
  for (let run = 0; run < 60; run++) {
    least = [Math.min(least[0], cpuOf(one)), Math.min(least[1], cpuOf(other))]
  }
  return least
}

describe('the fields of a push', () => {
  it.each([
    ['brackets in CDATA', '<xml><a><![CDATA[hi[微笑]]]></a></xml>', 'hi[微笑]'],
    ['a CDATA end, split', '<xml><a><![CDATA[x]]]]><![CDATA[>y]]></a></xml>', 'x]]>y'],
    ['elements in CDATA', '<xml><a><![CDATA[</a><b>1</b>]]></a></xml>', '</a><b>1</b>'],
    ['entities', '<xml><a>1 &lt; 2 &amp;&#x5fae;</a></xml>', '1 < 2 &微'],
    ['attributes', '<xml v="1"><a kind="b>" >text</a></xml>', 'text'],
    ['white space around', '\n <xml>\n  <a>text</a>\n</xml>\n', 'text'],
    ['a declaration', '<?xml version="1.0"?><xml><a>text</a></xml>', 'text'],
    ['text and CDATA', '<xml><a>one<![CDATA[&two]]>three</a></xml>', 'one&twothree'],
    ['nothing', '<xml><a/></xml>', ''],
    ['control characters', '<xml><a><![CDATA[\b\u001fto\0ld\uffff]]></a></xml>', 'told'],
    ['control characters in JSON', '{"a":"\\b\\u001fto\\u0000ld\\uffff"}', 'told'],
    ['a declaration after blanks', '\n <?xml version="1.0"?><xml><a>text</a></xml>', 'text'],
    ['XML with a byte order mark', '\ufeff<xml><a>text</a></xml>', 'text'],
    ['JSON with a byte order mark', '\ufeff{"a":"text"}', 'text'],
    ['a namesake inside another', '<xml><b><a>inner</a></b><a>outer</a></xml>', 'outer'],
    ['a namesake inside itself', '<xml><a><a>inner</a></a></xml>', ''],
    ['JSON with brackets', '{"a":"hi[微笑]]>"}', 'hi[微笑]]>'],
    ['a number in JSON', '{"a":100}', '100'],
  ])('the fields of a push are what the sender wrote: %s', (_kind, body, text) => {
    expect(textOf(parsePush(body), 'a')).toBe(text)
  })

  it('the fields of a push are, for any text, the same in XML as in JSON', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((each) => /^[^\p{C}]*$/u.test(each))
    const message = fc.record({
      Event: text,
      result: fc.record({ suggest: text, label: fc.nat() }),
      detail: fc.array(fc.record({ suggest: text }), { minLength: 2, maxLength: 3 }),
    })
    fc.assert(
      fc.property(message, (sent) => {
        expect(parsePush(toXml(sent))).toEqual(parsePush(JSON.stringify(sent)))
      }),
    )
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[1]'],
    ['text', '"a"'],
    ['an open element', '<xml><a>1</a>'],
    ['crossed elements', '<xml><a><b></a></b></xml>'],
    ['an entity of its own', '<!DOCTYPE x [<!ENTITY e "1">]><xml><a>&e;</a></xml>'],
    ['elements in elements without end', `${'<a>'.repeat(50)}${'</a>'.repeat(50)}`],
    ['lists in lists without end', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ])('a push that is no message has no fields: %s', (_kind, body) => {
    expect(parsePush(body)).toEqual({})
  })

  it('the fields of a push have no names that they were not sent', () => {
    for (const body of ['{"__proto__":{"a":"1"}}', '<xml><__proto__><a>1</a></__proto__></xml>']) {
      const fields = parsePush(body)
      expect([textOf(fields, 'a'), textOf(fields, 'constructor')]).toEqual(['', ''])
      expect(fieldsOf(fields, 'toString')).toBeNull()
    }
  })
})

describe('the encrypted text of a push', () => {
  it.each([
    ['<xml><ToUserName><![CDATA[gh]]></ToUserName><Encrypt><![CDATA[YWJj+/==]]></Encrypt></xml>'],
    ['<xml>\n<Encrypt>\n<![CDATA[YWJj+/==]]>\n</Encrypt>\n</xml>'],
    ['<xml><Encrypt>YWJj+/==</Encrypt></xml>'],
    ['{"ToUserName":"gh","Encrypt":"YWJj+/=="}'],
  ])('the encrypted text of a push is found in %s', (body) => {
    expect(encryptedOf(body)).toBe('YWJj+/==')
  })

  it.each(['', '{', 'null', '{"Encrypt":{}}', '<xml><Encrypt>', '<Encrypt><![CDATA[x</Encrypt>'])(
    'the encrypted text of a push is empty in %j',
    (body) => {
      expect(encryptedOf(body)).toBe('')
    },
  )
})

describe('reading a push', () => {
  it.each([
    '<a><![CDATA[',
    '<a>',
    '<a/>',
    '<a>&amp;</a>',
    ']]]',
    '&',
    '<a b="',
    '<Encrypt>',
    '[{"a":',
  ])('reading a push takes time in proportion to its length: 64 KB of %j', (unit) => {
    const body = (bytes: number) => `<xml>${unit.repeat(Math.floor(bytes / unit.length))}`
    for (const read of [parsePush, encryptedOf]) {
      const [shorter, longer] = [body(32 * KB), body(64 * KB)]
      const [half, whole] = leastCpu(
        () => void read(shorter),
        () => void read(longer),
      )
      // Twice, if it is linear; four times, if it is quadratic. What takes next to nothing is rounding.
      expect(whole).toBeLessThan(3 * Math.max(half, 200))
    }
  })
})

describe('the verdict on a picture', () => {
  const xml = (inner: string) => `<xml><Event><![CDATA[wxa_media_check]]></Event>${inner}</xml>`
  const risky = '<result><suggest><![CDATA[risky]]></suggest><label>20006</label></result>'
  const passing = '<detail><suggest><![CDATA[pass]]></suggest><label>100</label></detail>'

  it.each([
    ['XML, result first', xml(risky + passing), 'risky'],
    ['XML, detail first', xml(passing + risky), 'risky'],
    ['XML, several details', xml(passing + risky + passing), 'risky'],
    [
      'JSON, result first',
      '{"result":{"suggest":"risky","label":20006},"detail":[{"suggest":"pass"}],"errcode":0}',
      'risky',
    ],
    [
      'JSON, detail first, labels as text',
      '{"detail":[{"suggest":"risky","label":"20006"}],"result":{"suggest":"pass","label":"100"}}',
      'pass',
    ],
    ['an errcode of -1008', '{"errcode":-1008,"result":{"suggest":"risky"}}', 'risky'],
    [
      'an errcode of -1008 and no result',
      '{"errcode":-1008,"detail":[{"suggest":"pass"}]}',
      'review',
    ],
    [
      'a suggestion beside the result',
      '{"suggest":"pass","result":{"suggest":"review"}}',
      'review',
    ],
    ['a suggestion nobody knows', '{"result":{"suggest":"block"}}', 'review'],
    ['nothing', '{}', 'review'],
    ['version 1, risky', '{"isrisky":1,"extra_info_json":"","status_code":0}', 'risky'],
    ['version 1, harmless', '{"isrisky":0,"status_code":0}', 'pass'],
    ['version 1, harmless, in XML', '<xml><isrisky>0</isrisky></xml>', 'pass'],
    ['version 1, not loaded', '{"isrisky":0,"status_code":4294966288}', 'review'],
  ])('the verdict on a picture is what the result says: %s', (_kind, body, verdict) => {
    expect(mediaVerdict(parsePush(body))).toBe(verdict)
  })
})
