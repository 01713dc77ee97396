export default definePageConfig({ navigationBarTitleText: 'Auth timeline' })
