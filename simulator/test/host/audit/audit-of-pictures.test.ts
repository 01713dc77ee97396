import { pictureFindings, type Picture } from '../../../host/core/audit/pictures'

const size = (width: number, height: number) => ({ width, height })
const find = (picture: Partial<Picture>) =>
  pictureFindings(
    [
      {
        src: '/a.png',
        natural: size(300, 300),
        shown: size(100, 100),
        stretched: false,
        ...picture,
      },
    ],
    3,
  )

describe('the audit of pictures', () => {
  it('the audit of pictures lets a picture have as many pixels as the screen has for it, and not one row more', () => {
    expect(find({})).toEqual([])
    expect(find({ natural: size(300, 301) })).toEqual([
      'The picture a.png has 300 × 301 pixels for 100 × 100 on a screen of 3 each.',
    ])
  })

  it.each([
    [115, []],
    [117, ['The picture a.png of 100 × 100 is stretched to 117 × 100.']],
    [84, ['The picture a.png of 100 × 100 is stretched to 84 × 100.']],
  ])(
    'the audit of pictures finds a square stretched to a width of %i for 100: %j',
    (width, findings) => {
      const square = { natural: size(100, 100), shown: size(width, 100) }
      expect(find({ ...square, stretched: true })).toEqual(findings)
      expect(find(square)).toEqual([])
    },
  )

  it.each(['/a.svg', 'https://cdn.example/a.svg?v=1', 'data:image/svg+xml;utf8,<svg/>'])(
    'the audit of pictures asks nothing of what is drawn by lines: %s',
    (src) => expect(find({ src, natural: size(9000, 9000) })).toEqual([]),
  )

  it('the audit of pictures names a file and no more of its address, and leaves alone what is not laid out', () => {
    const large = size(900, 900)
    expect(find({ src: 'https://a.example/p/me.png?token=secret', natural: large })).toEqual([
      expect.stringMatching(/^The picture me\.png has/),
    ])
    expect(find({ src: 'data:image/png;base64,AAAA', natural: large })).toEqual([
      expect.stringMatching(/^The picture without a name has/),
    ])
    expect(find({ natural: large, shown: size(0, 0) })).toEqual([])
  })
})
