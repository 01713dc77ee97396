import { eq } from 'drizzle-orm'
import type { Context } from '../../context'
import { users } from '../../db/schema'
import { ApiError } from '../../errors'
import { isUserId } from '../../ids'
import type { User } from './account'

/** What others may see of the user with this id, given as text. Rejects with 404 when there is none. */
export const findPublicUser = async (
  { db }: Context,
  id: string,
): Promise<Pick<User, 'id' | 'nickname' | 'avatar'>> => {
  const [user] = isUserId(id)
    ? await db
        .select({ id: users.id, nickname: users.nickname, avatar: users.avatar })
        .from(users)
        .where(eq(users.id, Number(id)))
    : []
  if (user === undefined) throw new ApiError('user_not_found', 'No user has this id.')
  return user
}
