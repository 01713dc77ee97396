/** Put in place of this name by the build, from `.env*` files (config/settings.ts). */
declare const __SETTINGS__: Omit<import('../config/settings').Settings, 'features'>

/** What this build contains, each name replaced by its value: code behind what is off is left out. */
declare const __FEATURES__: import('../config/features').Features

declare const __TARGET__: 'weapp' | 'h5'
declare const __DEVELOPMENT__: boolean

declare module '*.png' {
  const path: string
  export default path
}

declare module '*.scss'
