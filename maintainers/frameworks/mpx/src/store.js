import { createStore } from '@mpxjs/core'
export default createStore({
  state: { total: 2 },
  getters: { twice: (s) => s.total * 2 },
  mutations: {
    add(s, n) {
      s.total += n
    },
  },
  actions: {
    later({ commit }) {
      return Promise.resolve().then(() => commit('add', 10))
    },
  },
})
