const { autorun } = require('./mobx')
const bind = (that, { store, fields, actions }) => {
  const names = Array.isArray(fields) ? fields.reduce((all, name) => Object.assign(all, { [name]: name }), {}) : fields
  let pending = {}
  let scheduled = false
  const flush = () => { scheduled = false; const data = pending; pending = {}; that.setData(data) }
  const disposers = Object.keys(names).map((name) => autorun(() => {
    const from = names[name]
    pending[name] = typeof from === 'function' ? from.call(that, store) : store[from]
    if (!scheduled) { scheduled = true; wx.nextTick ? wx.nextTick(flush) : setTimeout(flush, 0) }
  }))
  Object.keys(actions || {}).forEach((name) => { that[name] = (...args) => store[actions[name]](...args) })
  return { destroyStoreBindings: () => disposers.forEach((dispose) => dispose()), updateStoreBindings: flush }
}
exports.createStoreBindings = bind
exports.storeBindingsBehavior = Behavior({
  definitionFilter(defFields) {
    const { storeBindings } = defFields
    if (!storeBindings) return
    defFields.methods = defFields.methods || {}
    const { actions } = storeBindings
    Object.keys(actions || {}).forEach((name) => {
      defFields.methods[name] = function (...args) { return storeBindings.store[actions[name]](...args) }
    })
    defFields.methods._storeBindingsOf = () => storeBindings
  },
  lifetimes: {
    attached() {
      const storeBindings = this._storeBindingsOf ? this._storeBindingsOf() : undefined
      if (storeBindings) this._bindings = bind(this, { ...storeBindings, actions: {} })
    },
    detached() { if (this._bindings) this._bindings.destroyStoreBindings() },
  },
})
