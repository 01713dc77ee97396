import { found, ok, type Check } from '../finding'

const isTaro = (name: string) => name.startsWith('@tarojs/') || name === 'babel-preset-taro'

/** Packages of Taro work together only in one and the same version; Taro 4 with React 18. */
export const versions: Check = {
  name: 'versions',
  run: ({ packages }) => {
    const taro = [
      ...new Set(
        Object.entries(packages)
          .filter(([name]) => isTaro(name))
          .map(([, it]) => it),
      ),
    ]
    const react = packages['react'] ?? ''
    const findings = [
      ...(taro.length > 1
        ? [
            found(
              'error',
              `Packages of Taro have different versions: ${taro.join(', ')}.`,
              'Write the same version for all of them in package.json, without ^, and run npm install.',
            ),
          ]
        : []),
      ...(/^\D*18\./.test(react)
        ? []
        : [
            found(
              'error',
              `React is ${react || 'missing'}; Taro 4 builds with 19 but does not start with it.`,
              'Write 18.3.1 for react and react-dom in package.json.',
            ),
          ]),
      ...(packages['react-dom'] === packages['react']
        ? []
        : [
            found(
              'error',
              'react and react-dom have different versions.',
              'Write the same one for both.',
            ),
          ]),
    ]
    return findings.length > 0
      ? findings
      : [ok(`Taro is ${taro[0] ?? 'missing'}, React is ${react}.`)]
  },
}
