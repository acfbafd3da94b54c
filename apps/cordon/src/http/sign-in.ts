import type { FastifyReply, FastifyRequest } from 'fastify'
import { passwordFits } from '../people/passwords.ts'
import { backoffByAddress, backoffByName, type Store, throttleKey } from '../store/index.ts'
import { readCookie } from './cookies.ts'
import { type Gate, sendSession } from './gate.ts'
import { HttpFault } from './problem.ts'

/** The password did not fit, or there is no such account: which of the two is not told. */
function wrong(): HttpFault {
  return new HttpFault(401, {
    code: 'CORDON_SIGN_IN_REFUSED',
    expected: 'the name of an account and its password',
    found: 'a name and password that do not belong together',
    where: 'body',
    remedy: 'Check both. An administrator can give you a link for a new password.',
  })
}

/**
 * Counts an attempt, and refuses it while it has to wait.
 * @throws HttpFault 429 with `retry-after`
 */
export async function countAttempt(
  store: Store,
  reply: FastifyReply,
  keys: readonly (readonly [key: string, kind: 'name' | 'address'])[],
): Promise<void> {
  for (const [key, kind] of keys) {
    const wait = await store.signIns.attempt(key, kind === 'name' ? backoffByName : backoffByAddress)
    if (wait === 0) continue
    const seconds = Math.ceil(wait / 1_000)
    void reply.header('retry-after', String(seconds))
    throw new HttpFault(429, {
      code: 'CORDON_SIGN_IN_SLOWED',
      expected: 'fewer attempts that fail',
      found: 'too many in a row',
      where: 'request',
      remedy: `Wait ${seconds} s and try again.`,
    })
  }
}

/**
 * Checks name and password. Each attempt counts, under the name and the address, before it is looked at.
 * @returns the account's name
 * @throws HttpFault 401, 429
 */
export async function checkSignIn(
  store: Store,
  request: FastifyRequest,
  reply: FastifyReply,
  given: { readonly name: string; readonly password: string },
): Promise<string> {
  const [byName, byAddress] = [throttleKey('name', given.name), throttleKey('address', request.ip)]
  await countAttempt(store, reply, [
    [byAddress, 'address'],
    [byName, 'name'],
  ])
  const account = await store.accounts.get(given.name.trim())
  const stored = account && (await store.accounts.passwordOf(account.name))
  if (account && (await passwordFits(given.password, stored))) {
    await store.signIns.succeeded(byName, byAddress)
    return account.name
  }
  if (!account) await passwordFits(given.password, undefined)
  await store.signIns.refused(account?.name, {
    address: request.ip,
    why: !account ? 'no such account' : account.disabled ? 'disabled' : stored ? 'password' : 'no password',
  })
  throw wrong()
}

/** Begins a session with a token of its own, in place of the one the browser had. */
export async function beginSession(
  store: Store,
  gate: Gate,
  request: FastifyRequest,
  reply: FastifyReply,
  account: string,
  how: string,
): Promise<void> {
  const place = { address: request.ip, agent: request.headers['user-agent'] ?? '' }
  const former = readCookie(request, 'session', gate.secure)
  sendSession(
    reply,
    gate,
    await store.sessions.begin(account, place, { limits: gate.people.sessions, former, how }),
  )
}
