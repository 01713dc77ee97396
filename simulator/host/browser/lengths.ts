/** Text in quotes, or a length in rpx. */
const RPX = /(["'])(?:\\.|(?!\1).)*\1|(-?(?:\d+\.)?\d+)rpx\b/g

/**
 * Translates `rpx` into a share of the viewport's width; text in quotes stays. One rpx is a 750th of the screen's
 * width (component reference "WXSS", size units).
 */
export const translateLengths = (value: string): string =>
  value.replace(RPX, (whole: string, _quote, rpx?: string) =>
    rpx === undefined ? whole : `${Number((Number(rpx) / 7.5).toFixed(5))}vw`,
  )
