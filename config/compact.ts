/**
 * A template of Taro's without the white space between its tags, none of which reaches a screen. Taro's own
 * `minifyXML` reads templates as HTML and takes the end tags of inputs away, which WeChat's compiler refuses.
 */
export const compact = (wxml: string): string =>
  wxml.trim().replace(/>\s+</g, '><').replace(/\s+/g, ' ')

/** A JSON file without the white space that Taro leaves in those it only copies. */
export const compactJson = (json: string): string => JSON.stringify(JSON.parse(json))
