export default definePageConfig({ navigationBarTitleText: '邮箱' })
