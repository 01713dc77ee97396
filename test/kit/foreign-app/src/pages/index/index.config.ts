export default definePageConfig({ navigationBarTitleText: 'Foreign' })
