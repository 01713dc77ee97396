// in the manner of miniprogram-computed
exports.behavior = Behavior({
  definitionFilter(defFields) {
    const computed = defFields.computed || {}
    const watch = defFields.watch || {}
    const keys = Object.keys(computed)
    const observers = defFields.observers || (defFields.observers = {})
    const previous = observers['**']
    observers['**'] = function (...args) {
      const changed = {}
      keys.forEach((key) => {
        const value = computed[key](this.data)
        if (value !== this.data[key]) changed[key] = value
      })
      if (Object.keys(changed).length) this.setData(changed)
      if (previous) previous.apply(this, args)
    }
    Object.keys(watch).forEach((key) => { observers[key] = watch[key] })
  },
})
