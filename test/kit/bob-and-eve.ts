export const asBob = { by: 'password', account: { username: 'bob' }, password: 'p' } as const
export const asEve = { by: 'password', account: { username: 'eve' }, password: 'p' } as const
export const eve = { id: 3, nickname: 'Eve', avatar: '' }
