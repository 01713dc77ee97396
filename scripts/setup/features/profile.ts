import { ofProfileButton, ofSwitches } from '../sentences/switches'
import type { Feature } from './feature'

export const profileButton: Feature = {
  name: 'profile-button',
  label: 'The getUserProfile button, for old base libraries (the form with picture and name stays)',
  leave: (kept) => ({
    removal: {
      files: ['scripts/doctor/checks/profile-writer.ts'],
      fixed: {
        '__FEATURES__.profileButton': 'off',
        '__FEATURES__.profileSync': 'setnx',
        '__FEATURES__.profileWriter': 'client',
      },
      properties: kept.has('compat')
        ? []
        : [{ in: /^(src\/(platform|features\/timeline)|test)\//, names: ['askProfile'] }],
      tests: {
        titles: [
          "WeChat's profile popup",
          'the getUserInfo button of libraries older than 2.10.4',
          'the getUserProfile button',
          'what WeChat answers to the getUserProfile button',
          'a login without an answer ends the profile button',
          'a profile that the cloud function writes',
          'a build must never name the phone button of the other variant',
          'the fault of the operator is shown to developers, too, when it is the profile button that fails',
        ],
        rows: [],
      },
    },
    sentences: [...ofProfileButton, ...ofSwitches(kept)],
    settings: {
      TARO_APP_PROFILE_BUTTON: 'profileButton',
      TARO_APP_PROFILE_WRITER: 'profileWriter',
      TARO_APP_PROFILE_SYNC: 'profileSync',
      TARO_APP_PROFILE_DESC: 'profileDesc',
      TARO_APP_PROFILE_DESC_EN: 'profileDescEn',
    },
  }),
}
