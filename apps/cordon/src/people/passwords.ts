import { CordonError } from '@cordon/model'
import { type Algorithm, hash, verify } from '@node-rs/argon2'

/** Fewest and most characters of a password: NIST SP 800-63B-4, section 3.1.1.2, where it is the only factor. */
export const passwordLength = { least: 15, most: 256 } as const

// The package's enumeration is `const`, which isolated modules can't read.
const argon2id = 2 as Algorithm.Argon2id
/** The least that OWASP's Password Storage Cheat Sheet asks of argon2id: 19 MiB, two passes, one lane. */
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** What common passwords of any length are made of (from the lists of leaked ones), and what stands on the screen. */
const commonParts = [
  ...[
    'password',
    'passwort',
    'passw0rd',
    'p@ssw0rd',
    'p@ssword',
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
    'qwerty',
  ],
  ...[
    'azerty',
    'qwertz',
    'letmein',
    'welcome',
    'iloveyou',
    'monkey',
    'dragon',
    'sunshine',
    'princess',
    'football',
  ],
  ...[
    'baseball',
    'superman',
    'batman',
    'trustno1',
    'master',
    'shadow',
    'michael',
    'jennifer',
    'abc123',
    'changeme',
  ],
  ...[
    'administrator',
    'administrador',
    'admin',
    'secret',
    'default',
    'login',
    'access',
    'whatever',
    'starwars',
  ],
  ...[
    'computer',
    'internet',
    'charlie',
    'donald',
    'hello',
    'freedom',
    'summer',
    'winter',
    'spring',
    'autumn',
  ],
  ...[
    'abcdefghijklmnopqrstuvwxyz',
    'abcdefghijklm',
    'abcdef',
    'abcd',
    '1q2w3e4r5t6y',
    '1q2w3e4r',
    '1qaz2wsx3edc',
  ],
  ...[
    '1qaz2wsx',
    'correcthorsebatterystaple',
    'correcthorse',
    'thequickbrownfox',
    'tobeornottobe',
    'sanctions',
  ],
  ...[
    'cordon',
    'compliance',
    'company',
    'bank',
    'test',
    'guest',
    'user',
    'pass',
    'word',
    'the',
    'my',
    'is',
    'this',
    'a',
  ],
].sort((a, b) => b.length - a.length)

const commonPattern = new RegExp(commonParts.map((part) => part.replace(/[^\w]/g, '\\$&')).join('|'), 'g')

/** One form for all spellings of a password (NFKC), so that another keyboard gives the same. */
const oneForm = (password: string) => password.normalize('NFKC')

/**
 * Refuses what NIST SP 800-63B-4 refuses: what is too short, and what is common, repetitive, or the person's own
 * name. No rule says which kinds of characters there must be.
 * @param about the account's name and the person's: a password made of them is guessed first
 * @throws CordonError CORDON_PASSWORD_WEAK with what is wrong
 */
export function checkPassword(password: string, about: readonly string[]): void {
  const text = oneForm(password)
  const length = [...text].length
  if (length < passwordLength.least)
    throw weak(
      `at least ${passwordLength.least} characters`,
      `${length}`,
      'Use several words that only you put together.',
    )
  if (length > passwordLength.most)
    throw weak(`at most ${passwordLength.most} characters`, `${length}`, 'Shorten it.')
  const folded = text.toLowerCase()
  const own = about
    .flatMap((name) => [name, ...name.split(/[\s._@-]+/)])
    .map((name) => oneForm(name).toLowerCase())
    .filter((name) => name.length > 2)
    .sort((a, b) => b.length - a.length)
  const rest = own
    .reduce((left, name) => left.replaceAll(name, ''), folded)
    .replace(commonPattern, '')
    .replace(/[\d\s!-/:-@[-`{-~]/g, '')
  const digitsAlone = /^[\d\s.+-]+$/.test(folded)
  if (new Set(folded).size < 5 || isRepetition(folded) || (!digitsAlone && rest.length < 4) || isRun(folded))
    throw weak(
      'one that is hard to guess',
      'one made of common words, repetitions or your name',
      'Use several words that only you put together.',
    )
}

/** `abcabcabcabcabc`: a short piece over and over. */
function isRepetition(text: string): boolean {
  return /^(.{1,6})\1{2,}.{0,5}$/su.test(text)
}

/** Digits that go up or down one by one, over and over: `123456789012345`. */
function isRun(text: string): boolean {
  if (!/^\d+$/.test(text)) return false
  const steps = [...text].slice(1).map((digit, i) => (Number(digit) - Number(text[i]) + 10) % 10)
  return new Set(steps).size === 1
}

/** The argon2id hash of a password in the PHC string format, with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(oneForm(password), cost)
}

let nobody: Promise<string> | undefined

/**
 * Whether a password fits. Takes as long for an account that is not there, so that the time tells nothing.
 * @param stored the account's hash; undefined where there is no such account, or it has no password
 */
export async function passwordFits(password: string, stored: string | undefined): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const fits = await verify(stored ?? (await nobody), oneForm(password.slice(0, 4 * passwordLength.most)))
  return fits && stored !== undefined
}

function weak(expected: string, found: string, remedy: string): CordonError {
  return new CordonError({
    code: 'CORDON_PASSWORD_WEAK',
    expected: `a password: ${expected}`,
    found,
    where: 'password',
    remedy,
  })
}
