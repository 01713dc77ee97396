/** The settings of this build. They were checked before it started, so nothing is checked here. */
export const env = __SETTINGS__
