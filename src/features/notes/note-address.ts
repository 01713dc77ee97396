/** A link that anyone can open in a browser; null where there is none: a mini-program is shared by a card. */
export const noteAddress: (query: string) => string | null = () => null
