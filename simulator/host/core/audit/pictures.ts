/** Width and height, in pixels of the file or in logical pixels of the screen. */
export interface Size {
  width: number
  height: number
}

/** A picture on screen: `stretched` when its mode keeps no ratio. */
export interface Picture {
  src: string
  natural: Size
  shown: Size
  stretched: boolean
}

/** How far a picture's ratio may be from that of its file. */
const RATIO_TOLERANCE = 0.15

const pixels = ({ width, height }: Size) => width * height
const ratio = ({ width, height }: Size) => width / height
const written = ({ width, height }: Size) => `${Math.round(width)} × ${Math.round(height)}`

/** Drawn by lines, at any size. */
const isVector = (src: string) => /\.svg($|\?)|^data:image\/svg/.test(src)

/** The name of the file; an address may carry personal data. */
const nameOf = (src: string) =>
  /^(data|blob):/.test(src) ? 'without a name' : (/[^/?]+(?=\?|$)/.exec(src)?.[0] ?? src)

/**
 * The rules of Audits about pictures (guide "体验评分": image size, image ratio), one sentence for each picture that
 * breaks one: it has no more pixels than the screen shows of it, and is stretched by 15 % at most.
 */
export const pictureFindings = (pictures: readonly Picture[], pixelRatio: number): string[] =>
  pictures
    .filter(({ src, shown }) => pixels(shown) > 0 && !isVector(src))
    .flatMap(({ src, natural, shown, stretched }) => [
      pixels(natural) > pixels(shown) * pixelRatio ** 2 &&
        `The picture ${nameOf(src)} has ${written(natural)} pixels for ${written(shown)} on a screen of ${pixelRatio} each.`,
      stretched &&
        Math.abs(ratio(shown) / ratio(natural) - 1) > RATIO_TOLERANCE &&
        `The picture ${nameOf(src)} of ${written(natural)} is stretched to ${written(shown)}.`,
    ])
    .filter((line) => line !== false)
