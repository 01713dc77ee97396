/** How this build writes WeChat's profile (config/features.ts). */
export const writing = () =>
  ({ by: __FEATURES__.profileWriter, sync: __FEATURES__.profileSync }) as const
