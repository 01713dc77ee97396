import type { Feature } from './feature'

export const cloudFunction: Feature = {
  name: 'cloud-function',
  label: 'The cloud function that writes profiles on the hosted service',
  leave: () => ({
    removal: {
      fixed: { '__FEATURES__.profileWriter': 'client' },
      files: ['cloud/', 'test/contract/functions.test.ts'],
      tests: { titles: ['a profile that the cloud function writes'], rows: [] },
    },
    settings: { TARO_APP_PROFILE_WRITER: 'profileWriter' },
  }),
}
