import { ofCloudFunction } from '../sentences/cloud-function'
import type { Feature } from './feature'

export const cloudFunction: Feature = {
  name: 'cloud-function',
  label: 'The cloud function that writes profiles on the hosted service',
  leave: (kept) => ({
    removal: {
      fixed: { '__FEATURES__.profileWriter': 'client' },
      files: [
        'cloud/',
        'server/test/accounts/wechat/update-wechat-user-info.test.ts',
        'test/contract/functions.test.ts',
      ],
      declarations: [
        'server/test/kit/cloud-functions.ts#SHIPPED',
        'server/test/kit/cloud-functions.ts#UPDATE',
      ],
      tests: {
        titles: [
          'a profile that the cloud function writes',
          'the cloud function that updates the caller’s profile runs',
          'the cloud function never writes to another person',
        ],
        rows: [],
      },
    },
    sentences: ofCloudFunction(kept),
    settings: { TARO_APP_PROFILE_WRITER: 'profileWriter' },
  }),
}
