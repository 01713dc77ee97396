Component({ properties: { value: Object }, methods: { tap() { this.triggerEvent('pick', { id: this.data.value.id, kind: 'plain' }) } } })
