/** Put in place of this name by the build, from `.env*` files (config/settings.ts). */
declare const __SETTINGS__: import('../config/settings').Settings

declare module '*.png' {
  const path: string
  export default path
}

declare module '*.scss'
