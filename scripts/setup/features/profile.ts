import type { Feature } from './feature'

export const profileButton: Feature = {
  name: 'profile-button',
  label: 'The getUserProfile button, for old base libraries (the form with picture and name stays)',
  leave: (kept) => ({
    removal: {
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
          'ends the profile button when wx.login is the one that never answers',
          'a profile that the cloud function writes',
          'is always the phone button of the other variant',
          'shows developers so, too, when it is the profile button that fails',
        ],
        rows: [],
      },
    },
    settings: {
      TARO_APP_PROFILE_BUTTON: 'profileButton',
      TARO_APP_PROFILE_WRITER: 'profileWriter',
      TARO_APP_PROFILE_SYNC: 'profileSync',
      TARO_APP_PROFILE_DESC: 'profileDesc',
      TARO_APP_PROFILE_DESC_EN: 'profileDescEn',
    },
  }),
}

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
