import vm from 'node:vm'

/** What Node writes above a SyntaxError: `pages/a.js:3`, that line, and a mark below the place. */
const PLACE = /^(.*):(\d+)\n(.*)\n( *)\^/

const withPlace = (error: unknown, fileName: string, head: string): unknown => {
  const { name, message, stack } = error as Partial<Error>
  const [, , line, , indent] = PLACE.exec(stack ?? '') ?? []
  if (name !== 'SyntaxError' || line === undefined || indent === undefined) return error
  const column = indent.length + 1 - (line === '1' ? head.length : 0)
  return new SyntaxError(`${fileName}:${line}:${Math.max(column, 1)}: ${message}`)
}

/**
 * Compiles a file as the body of a function of the named parameters. A SyntaxError says file, line and column before
 * its message.
 */
export const scriptOf = (
  source: string,
  fileName: string,
  parameters: readonly string[],
): vm.Script => {
  const head = `(function (${parameters.join(', ')}) {`
  try {
    return new vm.Script(`${head}${source}\n})`, {
      filename: fileName,
      columnOffset: -head.length,
    })
  } catch (error) {
    throw withPlace(error, fileName, head)
  }
}

/** Code that throws a SyntaxError with this message, in the place of a file that cannot be read. */
export const codeThatThrows = (message: string): string =>
  `throw new SyntaxError(${JSON.stringify(message)})`
