import { createContext, useContext, type PropsWithChildren } from 'react'

const TextScaleContext = createContext(1)

/** Provides every page below with how much larger than usual the person reads (1 is WeChat's standard size). */
export const TextScale = ({ scale, children }: PropsWithChildren<{ scale: number }>) => {
  return <TextScaleContext.Provider value={scale}>{children}</TextScaleContext.Provider>
}

/** How much larger than WeChat's standard the person reads: 1 is the same. */
export const useTextScale = (): number => useContext(TextScaleContext)
