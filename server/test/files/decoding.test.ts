import sharp from 'sharp'
import { takesTooMuch } from '../../src/files/decoded-size'
import { cleanPicture } from '../../src/files/picture'
import { photo } from '../kit/storage'

let running = 0
let most = 0

jest.mock('sharp', () => {
  const real: typeof sharp = jest.requireActual('sharp')
  const watched = (...made: Parameters<typeof sharp>) => {
    const picture = real(...made)
    const decode = picture.toBuffer.bind(picture) as () => Promise<Buffer>
    const toBuffer = async () => {
      running += 1
      most = Math.max(most, running)
      return decode().finally(() => (running -= 1))
    }
    return Object.assign(picture, { toBuffer })
  }
  return Object.assign(watched, real)
})

const RGBA = { width: 5000, height: 4999, channels: 4, background: '#1238' } as const
const large = () => sharp({ create: RGBA })

describe('the decoding of pictures', () => {
  it('the decoding of pictures is done for one at a time, of whichever kind, and goes on after one that fails', async () => {
    const kinds = ['jpeg', 'png', 'webp'] as const
    const pictures = await Promise.all(kinds.map((kind) => photo(kind, 300)))
    const broken = pictures.map((bytes) => bytes.subarray(0, bytes.length / 2))
    most = 0
    const answers = await Promise.allSettled([...broken, ...pictures].map(cleanPicture))
    expect(answers.map(({ status }) => status)).toEqual([
      ...Array(3).fill('rejected'),
      ...Array(3).fill('fulfilled'),
    ])
    expect(most).toBe(1)
  })

  it.each([
    [
      'an interlaced PNG of sixteen bits',
      () => large().toColourspace('rgb16').png({ progressive: true }),
    ],
    ['a WebP with an alpha channel', () => large().webp({ lossless: true, effort: 0 })],
  ])(
    'the decoding of pictures refuses %s that takes few bytes and a hundred megabytes, by what its head says',
    async (_kind, draw) => {
      const bytes = await draw().toBuffer()
      expect(bytes.length).toBeLessThan(2_000_000)
      most = 0
      await expect(cleanPicture(bytes)).rejects.toMatchObject({ errorCode: 'picture_damaged' })
      expect(most).toBe(0)
    },
    60_000,
  )
})

describe('the memory that a picture takes to be decoded', () => {
  const all = { width: 5000, height: 5000, channels: 3, depth: 'uchar' } as const
  it.each([
    [
      'a progressive JPEG of a phone',
      { format: 'jpeg', isProgressive: true, chromaSubsampling: '4:2:0' },
      false,
    ],
    [
      'a progressive JPEG of whole colours',
      { format: 'jpeg', isProgressive: true, chromaSubsampling: '4:4:4' },
      true,
    ],
    ['a JPEG in one pass', { format: 'jpeg', chromaSubsampling: '4:4:4' }, false],
    ['an interlaced PNG', { format: 'png', isProgressive: true }, false],
    [
      'an interlaced PNG with an alpha channel',
      { format: 'png', isProgressive: true, channels: 4 },
      true,
    ],
    ['a PNG of sixteen bits, row by row', { format: 'png', channels: 4, depth: 'ushort' }, false],
    [
      'a PNG of few rows that are very long',
      { format: 'png', width: 1_000_000, height: 25, channels: 4, depth: 'ushort' },
      true,
    ],
    ['a tall screenshot', { format: 'png', width: 1170, height: 20_000, channels: 4 }, false],
    ['a WebP', { format: 'webp' }, false],
    ['a WebP that moves', { format: 'webp', pages: 2 }, true],
  ] as const)(
    'the memory that a picture takes to be decoded is known of %s',
    (_what, head, isTooMuch) => {
      expect(takesTooMuch({ ...all, isProgressive: false, ...head })).toBe(isTooMuch)
    },
  )
})
