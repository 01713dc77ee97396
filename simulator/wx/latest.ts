/** Adds to a list that keeps its latest items only: an app that runs all day must not fill the memory. */
export const addLatest = <Item>(list: Item[], item: Item, most: number): void => {
  list.push(item)
  if (list.length > most) list.splice(0, list.length - most)
}
