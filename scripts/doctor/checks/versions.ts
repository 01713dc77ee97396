import { found, ok, type Check, type Finding } from '../finding'

const isTaro = (name: string) => name.startsWith('@tarojs/') || name === 'babel-preset-taro'

/** Packages of Taro work together only in one and the same version; Taro 4 with React 18. */
export const versions: Check = {
  name: 'versions',
  run: ({ packages }) => {
    const versionsOfTaro = Object.keys(packages)
      .filter(isTaro)
      .map((name) => packages[name])
    const taro = [...new Set(versionsOfTaro)]
    const react = packages['react'] ?? ''
    const faults: Finding[] = []
    const fault = (what: string, remedy: string) => void faults.push(found('error', what, remedy))
    if (taro.length > 1) {
      fault(
        `Packages of Taro have different versions: ${taro.join(', ')}.`,
        'Write the same version for all of them in package.json, without ^, and run npm install.',
      )
    }
    if (!/^\D*18\./.test(react)) {
      fault(
        `React is ${react || 'missing'}; Taro 4 builds with 19 but does not start with it.`,
        'Write 18.3.1 for react and react-dom in package.json.',
      )
    }
    if (packages['react-dom'] !== packages['react']) {
      fault('react and react-dom have different versions.', 'Write the same one for both.')
    }
    return faults.length > 0 ? faults : [ok(`Taro is ${taro[0] ?? 'missing'}, React is ${react}.`)]
  },
}
