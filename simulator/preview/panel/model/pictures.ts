import type { GivenFile } from '../../../wx/phone/person'

const HUES = [152, 212, 28, 340, 268, 190] as const

const hueOf = (name: string) => {
  const sum = [...name].reduce((total, letter) => total * 31 + (letter.codePointAt(0) ?? 0), 7)
  return HUES[Math.abs(sum) % HUES.length] ?? HUES[0]
}

/** The two colours of a person, the same every time. */
export const coloursOf = (name: string) => {
  const hue = hueOf(name)
  return { from: `hsl(${hue} 52% 54%)`, to: `hsl(${hue + 24} 56% 38%)` }
}

/** The letter a person is drawn with. */
export const initialOf = (name: string) => ([...name][0] ?? '?').toUpperCase()

const SIZE = 132

/** Draws a person's avatar, square as WeChat's; for the preview to hand over as a file. */
export const drawAvatar = async (name: string): Promise<GivenFile> => {
  const canvas = document.createElement('canvas')
  canvas.width = SIZE
  canvas.height = SIZE
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('This browser draws no pictures: open the preview in another.')
  const { from, to } = coloursOf(name)
  const shade = pen.createLinearGradient(0, 0, SIZE, SIZE)
  shade.addColorStop(0, from)
  shade.addColorStop(1, to)
  pen.fillStyle = shade
  pen.fillRect(0, 0, SIZE, SIZE)
  pen.fillStyle = '#fff'
  pen.font = `600 ${SIZE / 2}px system-ui, sans-serif`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(initialOf(name), SIZE / 2, SIZE / 2 + 4)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (blob === null) throw new Error('The avatar could not be drawn: choose another.')
  return { bytes: await blob.arrayBuffer(), type: 'image/png' }
}

/** WeChat's own picture host, which a machine without network cannot reach. */
const WECHAT_PICTURES = /^https?:\/\/(thirdwx|wx)\.qlogo\.cn\//

const GREY_PERSON =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 132 132"><rect width="132" height="132" fill="#c9cdca"/>' +
      '<circle cx="66" cy="52" r="24" fill="#f3f5f4"/><path d="M18 132c0-32 22-48 48-48s48 16 48 48z" fill="#f3f5f4"/></svg>',
  )

/** Where the browser finds a picture that the bundle names. */
export const pictureUrl = (src: string): string => {
  if (WECHAT_PICTURES.test(src)) return GREY_PERSON
  return /^(https?:|data:|blob:)/.test(src) ? src : `/bundle/${src.replace(/^\/+/, '')}`
}
