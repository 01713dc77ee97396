import { createFloorCheck } from '../../floor/faults'
import { found, ok, type Check } from '../finding'

/** What the bundle uses and some phone of .browserslistrc does not have. */
export const floor: Check = {
  name: 'floor',
  run: ({ bundle, floor: query }) => {
    if (bundle === undefined) return []
    if (query === '') {
      return [
        found(
          'beforeUpload',
          '.browserslistrc names no engines, so that the bundle was not compared with the oldest phones.',
          'Restore it, for example by "git checkout .browserslistrc".',
        ),
      ]
    }
    const faultsIn = createFloorCheck(query)
    const faults = [...bundle]
      .filter(([path]) => path.endsWith('.js'))
      .flatMap(([path, { text }]) => faultsIn(text).map((fault) => `${path}: ${fault}`))
    return faults.length === 0
      ? [ok('The bundle uses nothing that the oldest phones lack.')]
      : faults.map((fault) =>
          found('beforeUpload', fault, 'Use something older, or raise .browserslistrc.'),
        )
  },
}
