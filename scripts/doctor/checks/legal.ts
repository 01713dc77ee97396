import { found, ok, type Check } from '../finding'

/** A blank to fill in; empty brackets are those that the texts speak of. */
const BLANK = /【[^】\n]+】|\[\[(?! *\]\])[^\]\n]*\]\]/g
const COMMENT = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm

/** What the legal texts still leave open for the operator to fill in. */
export const legal: Check = {
  name: 'legal',
  run: ({ legal: texts }) => {
    const findings = [...texts].flatMap(([path, text]) => {
      const blanks = [...new Set(text.replace(COMMENT, '').match(BLANK) ?? [])]
      return blanks.length === 0
        ? []
        : [
            found(
              'beforeUpload',
              `${path} leaves open: ${blanks.join(' ')}`,
              'Fill in what stands in brackets; the privacy guide has to say the same as the one in the console.',
            ),
          ]
    })
    return findings.length > 0 ? findings : [ok('The legal texts leave nothing open.')]
  },
}
