/** Where an address is, by the names of China's administrative divisions (广东省, 广州市, 海珠区); '' for what is not known. */
interface Place {
  readonly province: string
  readonly city: string
  readonly district: string
}

/** Returns where an IP address is, null if it is unknown. A table of addresses is a product of its own: bring the one you trust. */
export type PlaceOf = (ipAddress: string) => Place | null

/** Knows no place: what a server has that was given no table. */
export const nowhere: PlaceOf = () => null
