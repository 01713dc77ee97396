// A small store in the manner of mobx-miniprogram: observable, computed, action.
let running = null
function observable(target) {
  const subscribers = new Map()
  const values = {}
  const state = {}
  Object.keys(Object.getOwnPropertyDescriptors(target)).forEach((key) => {
    const descriptor = Object.getOwnPropertyDescriptor(target, key)
    subscribers.set(key, new Set())
    if (descriptor.get) {
      Object.defineProperty(state, key, { enumerable: true, get: () => descriptor.get.call(state) })
      return
    }
    if (typeof descriptor.value === 'function') {
      state[key] = descriptor.value.bind(state)
      return
    }
    values[key] = descriptor.value
    Object.defineProperty(state, key, {
      enumerable: true,
      get() {
        if (running) subscribers.get(key).add(running)
        return values[key]
      },
      set(value) {
        if (values[key] === value) return
        values[key] = value
        Array.from(subscribers.get(key)).forEach((reaction) => reaction())
      },
    })
  })
  return state
}
function autorun(view) {
  const reaction = () => {
    const outer = running
    running = reaction
    try { view() } finally { running = outer }
  }
  reaction.disposed = false
  reaction()
  return () => { reaction.disposed = true }
}
module.exports = { observable, autorun, action: (fn) => fn }
