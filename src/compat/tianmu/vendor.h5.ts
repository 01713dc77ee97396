/** There is no wx.tmSDK in a browser. */
export const vendorTianmu = (): undefined => undefined

/** A web page has no scene. */
export const launchScene = (): string => ''

/** A web page has no AppID. */
export const appId = (): string => ''
