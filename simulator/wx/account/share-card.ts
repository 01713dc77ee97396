/** The card a friend gets: an empty title is the mini-program's name, an empty picture one of the page. */
export interface ShareCard {
  title: string
  path: string
  imageUrl: string
}
