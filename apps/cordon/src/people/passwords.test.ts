import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPassword, hashPassword, passwordFits } from './passwords.ts'

const refused = (password: string, about: string[] = ['kim.lee', 'Kim Lee']) => {
  try {
    checkPassword(password, about)
    return false
  } catch (error) {
    expect(error).toMatchObject({ code: 'CORDON_PASSWORD_WEAK' })
    return true
  }
}

describe('what a password must be', () => {
  it('is long; no kind of character is asked for', () => {
    expect(refused('short but odd!')).toBe(true)
    for (const fine of [
      'violet harbour tin spoon',
      'gangneung tteokbokki',
      '북한 제재 명단 확인 프로그램 사용',
      '918273364558172903',
    ])
      expect([fine, refused(fine)]).toEqual([fine, false])
  })

  it('is not made of common words, runs, repetitions or the person’s own name', () => {
    for (const weak of [
      'passwordpassword',
      'Password1234567',
      'qwertyuiopasdfghjkl',
      '123456789012345',
      '987654321098765',
      'aaaaaaaaaaaaaaaa',
      'abcabcabcabcabcabc',
      'kimleekimleekimlee',
      'Kim.Lee.2026.Kim.Lee',
      'welcometocordon!',
      'correcthorsebatterystaple',
      'administrator2026',
    ]) // prettier-ignore
      expect([weak, refused(weak)]).toEqual([weak, true])
  })

  it('may be random: nothing random is refused', () => {
    const random = fc.string({
      minLength: 20,
      maxLength: 40,
      unit: fc.constantFrom(...'bcdfghjklmnpqrstvwxz'),
    })
    fc.assert(
      fc.property(random, (password) => new Set(password).size < 9 || !refused(password)),
      { numRuns: 300 },
    )
  })
})

describe('what is kept of it', () => {
  it('is argon2id with a salt of its own', async () => {
    const [one, other] = [
      await hashPassword('violet harbour tin spoon'),
      await hashPassword('violet harbour tin spoon'),
    ]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
    expect(await passwordFits('violet harbour tin spoon', one)).toBe(true)
    expect(await passwordFits('violet harbour tin spoom', one)).toBe(false)
  })

  it('fits however the keyboard composes the letters', async () => {
    const kept = await hashPassword('가나다라 café ouvert')
    expect(await passwordFits('가나다라 café ouvert'.normalize('NFD'), kept)).toBe(true)
  })

  it('fits nobody where there is no account', async () => {
    expect(await passwordFits('nobody has this password', undefined)).toBe(false)
  })
})
