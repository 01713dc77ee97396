import { createContext, useContext, type PropsWithChildren } from 'react'
import type { Platform } from '../platform/platform'
import type { PrivacyQueue } from './privacy/queue'

/** What features work with beside the session: the device. */
export interface Services {
  platform: Platform
  /** Only in builds that ask for consent by a sheet of their own. */
  privacyQueue: PrivacyQueue | undefined
}

const ServicesContext = createContext<Services | null>(null)

/** Puts the services within reach of every page below. */
export const ServicesProvider = ({
  services,
  children,
}: PropsWithChildren<{ services: Services }>) => {
  return <ServicesContext.Provider value={services}>{children}</ServicesContext.Provider>
}

/** The services of the nearest ServicesProvider; throws where there is none. */
export const useServices = (): Services => {
  const services = useContext(ServicesContext)
  if (services === null) throw new Error('useServices needs a ServicesProvider; app.tsx has one.')
  return services
}
